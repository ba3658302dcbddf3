import { Group, SimpleGrid, Stack } from "@mantine/core";
import { isBenefit, type PlanLine } from "../cases/plan-words.ts";
import type { LineProps } from "./line-card.tsx";
import { ChoiceField, NumberField, WordsField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import { t } from "../../words.ts";

type Estimate = PlanLine["estimate"];
type RiskKind = NonNullable<PlanLine["risk"]>["kind"] | "none";

/** How sure a line is, from its lowest to its highest, and what it allows for a risk, with the reason. */
export function LineRange({ at, line, onChange }: LineProps) {
  const { isShort } = usePlanForm();
  if (isShort) return null;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <RangeFields at={at} line={line} onChange={onChange} />
      <RiskFields at={at} line={line} onChange={onChange} />
    </SimpleGrid>
  );
}

function RangeFields({ at, line: { estimate }, onChange }: LineProps) {
  const set = (next: Estimate) => onChange((before) => ({ ...before, estimate: next }));
  return (
    <Stack gap="xs">
      <ChoiceField
        path={`${at}/estimate/kind`}
        label={t`How sure it is`}
        value={estimate.kind}
        data={[
          { value: "point", label: t`As planned` },
          { value: "pert", label: t`A range, most of it near the likeliest` },
          { value: "triangular", label: t`A range, falling off evenly` },
        ]}
        onChange={(kind) =>
          set(
            kind === "point"
              ? { kind }
              : estimate.kind === "point"
                ? { kind, low: "", mode: "100", high: "" }
                : { ...estimate, kind },
          )
        }
      />
      {estimate.kind !== "point" && (
        <Group gap="xs" align="flex-start" data-path={`${at}/estimate`} tabIndex={-1}>
          {(["low", "mode", "high"] as const).map((key) => (
            <NumberField
              key={key}
              path={`${at}/estimate/${key}`}
              label={{ low: t`Lowest`, mode: t`Likeliest`, high: t`Highest` }[key]}
              w={112}
              unit="%"
              value={estimate[key]}
              onChange={(text) => set({ ...estimate, [key]: text })}
            />
          ))}
        </Group>
      )}
    </Stack>
  );
}

function RiskFields({ at, line, onChange }: LineProps) {
  const { risk } = line;
  const set = (next: PlanLine["risk"]) => onChange((before) => ({ ...before, risk: next }));
  return (
    <Stack gap="xs">
      <ChoiceField<RiskKind>
        path={`${at}/risk/kind`}
        label={t`Allowed for a risk`}
        value={risk?.kind ?? "none"}
        data={[
          { value: "none", label: t`Nothing` },
          { value: "share", label: isBenefit(line) ? t`A share taken off` : t`A share put on top` },
          ...(isBenefit(line) ? [] : [{ value: "optimism-bias" as const, label: t`An uplift for optimism` }]),
        ]}
        onChange={(kind) =>
          set(kind === "none" ? null : { kind, share: risk?.share ?? "", reason: risk?.reason ?? "" })
        }
      />
      {risk !== null && (
        <Group gap="xs" align="flex-start">
          <NumberField
            path={`${at}/risk/share`}
            label={t`How much`}
            w={100}
            unit="%"
            value={risk.share}
            onChange={(share) => set({ ...risk, share })}
          />
          <div style={{ flex: "1 1 180px" }}>
            <WordsField
              path={`${at}/risk/reason`}
              label={t`Which risk`}
              maxLength={1000}
              value={risk.reason}
              onChange={(reason) => set({ ...risk, reason })}
            />
          </div>
        </Group>
      )}
    </Stack>
  );
}
