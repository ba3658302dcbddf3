import { Group, Input, SegmentedControl, Switch } from "@mantine/core";
import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { useId, type ReactNode } from "react";
import type { useResultsSearch } from "./use-results-search.ts";
import { t } from "../../words.ts";

interface ResultsControlsProps {
  evaluation: CaseEvaluation;
  shown: ReturnType<typeof useResultsSearch>;
}

/** What counts, and how cautiously. What would change nothing is not asked. */
export function ResultsControls({ evaluation, shown }: ResultsControlsProps) {
  const lines = evaluation.scenarios[0]?.lines ?? [];
  const tiers = new Set(lines.map(({ tier }) => tier));
  const hasRisk = evaluation.scenarios.some((scenario) =>
    scenario.lines.some(({ credited, adjusted }) =>
      credited.some((amount, place) => amount !== adjusted[place]),
    ),
  );
  const hasEstimates =
    shown.estimates === "credited" || lines.some(({ notCredited }) => notCredited !== null);
  const bases = [
    { value: "cash", label: t`Money only` },
    ...(tiers.has("capacity") ? [{ value: "cash-plus-capacity", label: t`With freed time` }] : []),
    ...(tiers.has("risk-avoided") ? [{ value: "all", label: t`With losses avoided` }] : []),
  ];
  if (bases.length === 1 && !hasRisk && !hasEstimates) return null;
  return (
    <Group gap="lg" align="flex-end" className="not-printed">
      {bases.length > 1 && (
        <Choice label={t`What counts`}>
          {(labelled) => (
            <SegmentedControl
              {...labelled}
              value={shown.basis}
              data={bases}
              onChange={(chosen) => shown.show({ basis: basisOf(chosen) })}
            />
          )}
        </Choice>
      )}
      {hasRisk && (
        <Choice label={t`Risk of lines`}>
          {(labelled) => (
            <SegmentedControl
              {...labelled}
              value={shown.risk}
              data={[
                { value: "after", label: t`Taken off` },
                { value: "before", label: t`Left in` },
              ]}
              onChange={(chosen) => shown.show({ risk: chosen === "before" ? "before" : undefined })}
            />
          )}
        </Choice>
      )}
      {hasEstimates && (
        <Switch
          mb={8}
          label={t`As if every estimate were accepted`}
          checked={shown.estimates === "credited"}
          onChange={({ currentTarget }) =>
            shown.show({ estimates: currentTarget.checked ? "credited" : undefined })
          }
        />
      )}
    </Group>
  );
}

const basisOf = (chosen: string) =>
  chosen === "cash-plus-capacity" || chosen === "all" ? chosen : undefined;

function Choice({
  label,
  children,
}: {
  label: string;
  children: (labelled: { "aria-labelledby": string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <Input.Label component="div" id={id} mb={4}>
        {label}
      </Input.Label>
      <div>{children({ "aria-labelledby": id })}</div>
    </div>
  );
}
