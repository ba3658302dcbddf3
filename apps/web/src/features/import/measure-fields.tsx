import { Button, Card, Collapse, Group, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useDisclosure } from "@mantine/hooks";
import { KpiSelect } from "../kpis/kpi-select.tsx";
import { kpiFormula } from "../kpis/kpi-words.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { withKpi } from "./mapping-guess.ts";
import type { MeasureMapping } from "./mapping.ts";
import { QuantityFields } from "./quantity-fields.tsx";
import { t } from "../../words.ts";

export interface MeasureFieldsProps {
  measure: MeasureMapping;
  kpis: readonly Kpi[];
  columns: readonly string[];
  /** What is missing or wrong, by part: "kpi", "numerator", "where". */
  problems: Record<string, string | undefined>;
  onChange: (measure: MeasureMapping) => void;
  /** Left out where it is the only one. */
  onRemove: (() => void) | undefined;
}

/** One KPI the file feeds: what is counted, and what it is divided by. */
export function MeasureFields({ measure, kpis, columns, problems, onChange, onRemove }: MeasureFieldsProps) {
  const kpi = kpis.find((one) => one.key === measure.kpi);
  const chooseKpi = (key: string) => {
    const chosen = kpis.find((one) => one.key === key);
    if (chosen !== undefined) onChange(withKpi(measure, chosen, columns));
  };
  const side = (name: "numerator" | "denominator", counts: string | undefined) => (
    <QuantityFields
      legend={name === "numerator" ? t`Numerator` : t`Denominator`}
      counts={counts}
      side={name}
      columns={columns}
      quantity={measure[name]}
      error={problems[name]}
      onChange={(next) => onChange({ ...measure, [name]: next })}
    />
  );
  return (
    <Card withBorder padding="sm">
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <KpiSelect
            label={t`KPI`}
            w={{ base: "100%", xs: 340 }}
            kpis={kpis}
            value={measure.kpi}
            error={problems["kpi"]}
            description={kpi === undefined ? t`Which number of the catalogue it is` : kpiFormula(kpi)}
            onChange={chooseKpi}
          />
          {onRemove !== undefined && (
            <Button variant="subtle" color="gray" onClick={onRemove}>{t`Leave this KPI out`}</Button>
          )}
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {side("numerator", kpi?.numerator.counts)}
          {side("denominator", kpi?.denominator.kind === "period" ? undefined : kpi?.denominator.counts)}
        </SimpleGrid>
        <MoreFields measure={measure} columns={columns} problems={problems} onChange={onChange} />
      </Stack>
    </Card>
  );
}

type MoreFieldsProps = Pick<MeasureFieldsProps, "measure" | "columns" | "problems" | "onChange">;

function MoreFields({ measure, columns, problems, onChange }: MoreFieldsProps) {
  const [more, toggle] = useDisclosure(measure.where.column !== "" || measure.scope !== "");
  return (
    <div>
      <Button variant="subtle" size="compact-sm" onClick={toggle.toggle} aria-expanded={more}>
        {more ? t`Fewer choices` : t`Only some rows, or a name of its own`}
      </Button>
      <Collapse expanded={more}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
          <ConditionFields
            label={t`Only rows where`}
            none={t`every row counts`}
            columns={columns}
            condition={measure.where}
            error={problems["where"]}
            onChange={(where) => onChange({ ...measure, where })}
          />
          <TextInput
            label={t`A name of its own`}
            description={t`Then all its rows make one series of that name, whatever the segment`}
            value={measure.scope}
            error={problems["scope"]}
            onChange={({ currentTarget }) => onChange({ ...measure, scope: currentTarget.value })}
          />
        </SimpleGrid>
      </Collapse>
    </div>
  );
}
