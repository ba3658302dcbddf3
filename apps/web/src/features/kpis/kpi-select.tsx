import { Select, Text, type SelectProps } from "@mantine/core";
import { optionList } from "../../components/option-list.ts";
import type { Kpi } from "@liftledger/contracts/kpi";
import { t } from "../../words.ts";

export interface KpiSelectProps extends Pick<
  SelectProps,
  "error" | "description" | "placeholder" | "size" | "w"
> {
  kpis: readonly Kpi[];
  value: string;
  onChange: (kpiKey: string) => void;
  label: string;
  /** For a label that stands in a sentence and is not seen. */
  hideLabel?: boolean;
  /** Keys offered first, under the words given: "Usual for lead scoring". */
  first?: { words: string; keys: readonly string[] };
}

const groups = [
  { role: "outcome", words: t`Outcomes` },
  { role: "leading", words: t`Leading: move first, carry no money` },
  { role: "guardrail", words: t`Guardrails: must not worsen` },
  { role: "model", words: t`Model metrics: never money` },
] as const;

/** Chooses a KPI that is not retired by name; each option says in one sentence what it is. */
export function KpiSelect({ kpis: all, value, onChange, label, hideLabel, first, ...field }: KpiSelectProps) {
  const kpis = all.filter((kpi) => kpi.retired === null || kpi.key === value);
  const byKey = new Map(kpis.map((kpi) => [kpi.key, kpi]));
  const firstKeys = new Set(first?.keys ?? []);
  const option = (kpi: Kpi) => ({ value: kpi.key, label: kpi.name });
  const data = [
    {
      group: first?.words ?? "",
      items: (first?.keys ?? []).flatMap((key) => byKey.get(key) ?? []).map(option),
    },
    ...groups.map(({ role, words }) => ({
      group: words,
      items: kpis.filter((kpi) => kpi.role === role && !firstKeys.has(kpi.key)).map(option),
    })),
  ].filter((group) => group.items.length > 0);
  return (
    <Select
      {...(hideLabel === true ? { "aria-label": label } : { label })}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t`No KPI has that name`}
      {...optionList}
      data={data}
      value={value === "" ? null : value}
      onChange={(key) => onChange(key ?? "")}
      renderOption={({ option: { value: key, label: name } }) => (
        <div>
          <Text size="sm">{name}</Text>
          <Text size="xs" opacity={0.85}>
            {byKey.get(key)?.sentence}
          </Text>
        </div>
      )}
      {...field}
    />
  );
}
