import { Group, SegmentedControl, SimpleGrid } from "@mantine/core";
import { liftTermsOf } from "@liftledger/roi/business-case/benefit-actuals";
import { costCategories } from "@liftledger/finance/cost-category";
import { useQuery } from "@tanstack/react-query";
import { benefitsQuery, kpisQuery, seriesListQuery } from "../../ledger-queries.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import {
  classNames,
  isBenefit,
  type BenefitLine,
  type CostLine,
  type PlanLine,
} from "../cases/plan-words.ts";
import { withValueKind } from "./edit-plan.ts";
import type { LineProps } from "./line-card.tsx";
import { ChoiceField, PersonField, WordsField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import { t } from "../../words.ts";

/** What a line is, who stands for it, and when it comes. */
export function LineFields({ at, line, onChange }: LineProps) {
  const { isShort, typed } = usePlanForm();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <WordsField
          path={`${at}/name`}
          label={t`Name`}
          value={line.name}
          onChange={(name) => onChange((before) => ({ ...before, name }))}
        />
        <KindField at={at} line={line} onChange={onChange} />
        {!isShort && (
          <PersonField
            path={`${at}/owner`}
            label={t`Who stands for it`}
            value={line.owner}
            onChange={(owner) => onChange((before) => ({ ...before, owner }))}
          />
        )}
        <RunFields at={at} line={line} onChange={onChange} />
        {typed.budgetRates.length > 0 && (
          <ChoiceField
            path={`${at}/currency`}
            label={t`Paid in`}
            value={line.currency ?? typed.currency}
            data={[
              ...new Set([
                typed.currency,
                ...typed.budgetRates.map(({ from }) => from),
                line.currency ?? typed.currency,
              ]),
            ].map((code) => ({ value: code, label: code }))}
            onChange={(code) =>
              onChange((before) => ({ ...before, currency: code === typed.currency ? null : code }))
            }
          />
        )}
        {isBenefit(line) && <BoundTo at={at} line={line} onChange={onChange} />}
        {isBenefit(line) && line.class === "capacity" && (
          <WordsField
            path={`${at}/cashMechanism`}
            label={t`How it becomes cash`}
            description={t`A hire avoided, overtime cut. Empty while nothing does: then it counts apart`}
            maxLength={1000}
            value={line.cashMechanism ?? ""}
            onChange={(text) =>
              onChange((before) => ({ ...before, cashMechanism: text.trim() === "" ? null : text }))
            }
          />
        )}
      </SimpleGrid>
      {isBenefit(line) && (
        <Group gap="sm" align="flex-end">
          <SegmentedControl
            size="xs"
            aria-label={t`How ${line.name} is valued`}
            w={320}
            value={line.value.kind}
            data={[
              { value: "factors", label: t`From what it moves` },
              { value: "money", label: t`As money` },
            ]}
            onChange={(kind) =>
              onChange((before) =>
                isBenefit(before) ? withValueKind(before, kind === "money" ? "money" : "factors") : before,
              )
            }
          />
          <LiftTermsField at={at} line={line} onChange={onChange} />
        </Group>
      )}
    </>
  );
}

/** In which words the difference is planned: what came is then told in the same. */
function LiftTermsField({ at, line, onChange }: LineProps) {
  if (!isBenefit(line) || line.value.kind === "money") return null;
  const terms = liftTermsOf(line);
  return (
    <ChoiceField
      path={`${at}/value/liftTerms`}
      label={t`The difference it makes is said`}
      size="xs"
      w={260}
      value={terms === "amount" ? "per-unit" : terms}
      data={[
        { value: "per-unit", label: t`for each unit of the volume` },
        { value: "relative", label: t`as a share of what there would be` },
      ]}
      onChange={(liftTerms) =>
        onChange((before) =>
          isBenefit(before) && before.value.kind === "factors"
            ? { ...before, value: { ...before.value, liftTerms } }
            : before,
        )
      }
    />
  );
}

function KindField({ at, line, onChange }: LineProps) {
  if (isBenefit(line))
    return (
      <ChoiceField
        path={`${at}/class`}
        label={t`What it is`}
        value={line.class}
        data={(Object.keys(classNames) as BenefitLine["class"][]).map((value) => ({
          value,
          label: classNames[value],
        }))}
        onChange={(value) =>
          onChange((before) => ({
            ...before,
            class: value,
            ...(value === "capacity" ? {} : { cashMechanism: null }),
          }))
        }
      />
    );
  return (
    <ChoiceField
      path={`${at}/category`}
      label={t`What it is`}
      value={line.category}
      data={costCategories.map(({ key, name }) => ({
        value: key satisfies CostLine["category"],
        label: name,
      }))}
      onChange={(category) => onChange((before) => ({ ...before, category }))}
    />
  );
}

type Run = PlanLine["run"];

function RunFields({ at, line, onChange }: LineProps) {
  const { columns, typed } = usePlanForm();
  const { run } = line;
  const data = columns.map(({ column, name }) => ({ value: String(column), label: name }));
  const withFound = (column: number) =>
    data.some(({ value }) => value === String(column))
      ? data
      : [...data, { value: String(column), label: t`beyond the plan` }];
  const set = (next: Run) => onChange((before) => ({ ...before, run: next }));
  const first = run.kind === "one-off" ? run.column : run.from;
  const each = typed.period === "month" ? t`Each month` : t`Each year`;
  return (
    <>
      <ChoiceField
        path={`${at}/run/kind`}
        label={t`It comes`}
        value={run.kind}
        data={[
          { value: "recurring", label: each },
          { value: "one-off", label: t`Once` },
        ]}
        onChange={(kind) =>
          set(kind === "one-off" ? { kind, column: first } : { kind, from: first, to: null })
        }
      />
      <ChoiceField
        path={run.kind === "one-off" ? `${at}/run/column` : `${at}/run/from`}
        label={run.kind === "one-off" ? t`In` : t`From`}
        value={String(first)}
        data={withFound(first)}
        onChange={(column) =>
          set(run.kind === "one-off" ? { ...run, column: Number(column) } : { ...run, from: Number(column) })
        }
      />
      {run.kind === "recurring" && (
        <ChoiceField
          path={`${at}/run/to`}
          label={t`Until`}
          value={run.to === null ? "" : String(run.to)}
          data={[
            { value: "", label: t`the end of the plan` },
            ...(run.to === null ? data : withFound(run.to)),
          ]}
          onChange={(column) => set({ ...run, to: column === "" ? null : Number(column) })}
        />
      )}
    </>
  );
}

/** Which measured benefit of the initiative the line plans. */
function BoundTo({ at, line, onChange }: LineProps & { line: BenefitLine }) {
  const { version } = usePlanForm();
  const organisationId = useOrganisationId();
  const rows = useQuery(benefitsQuery(organisationId, version.initiativeId)).data?.rows ?? [];
  const series = useQuery(seriesListQuery(organisationId)).data?.rows ?? [];
  const kpis = useQuery(kpisQuery(organisationId)).data?.rows ?? [];
  const nameOf = (seriesId: string) => {
    const found = series.find((one) => one.seriesId === seriesId);
    const kpi = kpis.find(({ key }) => key === found?.kpiKey);
    return found === undefined ? seriesId : `${kpi?.name ?? found.kpiKey}, ${found.scope}`;
  };
  if (rows.length === 0 && line.benefitId === null) return null;
  return (
    <ChoiceField
      path={`${at}/benefitId`}
      label={t`Measured as`}
      value={line.benefitId ?? ""}
      data={[
        { value: "", label: t`not bound to a measured benefit` },
        ...rows.map(({ benefitId, seriesId }) => ({ value: benefitId, label: nameOf(seriesId) })),
      ]}
      onChange={(benefitId) =>
        onChange((before) => ({ ...before, benefitId: benefitId === "" ? null : benefitId }))
      }
    />
  );
}
