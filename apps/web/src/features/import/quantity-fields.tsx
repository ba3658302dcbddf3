import { Fieldset, Group, MultiSelect, NativeSelect, Stack } from "@mantine/core";
import { optionList } from "../../components/option-list.ts";
import { ConditionFields } from "./condition-fields.tsx";
import type { QuantityKind, QuantityMapping } from "./mapping.ts";
import { t } from "../../words.ts";

export interface QuantityFieldsProps {
  legend: string;
  /** What the KPI counts here: "new customers". */
  counts: string | undefined;
  side: "numerator" | "denominator";
  columns: readonly string[];
  quantity: QuantityMapping;
  error: string | undefined;
  onChange: (quantity: QuantityMapping) => void;
}

const kinds: readonly { value: QuantityKind; label: string }[] = [
  { value: "sum", label: t`the sum of columns` },
  { value: "count-rows", label: t`the number of rows` },
  { value: "count-where", label: t`the number of rows where …` },
  { value: "days-between", label: t`the days between two columns` },
  { value: "duration", label: t`times such as 0:02:23` },
];
const periods = { value: "periods", label: t`1 for each period (a total)` } as const;

/** What one side of a KPI adds up from the rows. */
export function QuantityFields(props: QuantityFieldsProps) {
  const { legend, counts, side, quantity, onChange } = props;
  return (
    <Fieldset legend={legend}>
      <Stack gap="xs">
        <NativeSelect
          label={counts === undefined ? t`Is` : `${counts.charAt(0).toUpperCase()}${counts.slice(1)}:`}
          value={quantity.kind}
          data={side === "denominator" ? [...kinds, periods] : [...kinds]}
          onChange={({ currentTarget }) =>
            onChange({ ...quantity, kind: currentTarget.value as QuantityKind })
          }
        />
        <ColumnFields {...props} />
      </Stack>
    </Fieldset>
  );
}

/** Which columns a kind of quantity reads; those that only count rows read none. */
function ColumnFields({ columns, quantity, error, onChange }: QuantityFieldsProps) {
  if (quantity.kind === "sum")
    return (
      <MultiSelect
        label={t`Columns to add up`}
        data={[...columns]}
        value={quantity.columns}
        error={error}
        searchable
        {...optionList}
        onChange={(chosen) => onChange({ ...quantity, columns: chosen })}
      />
    );
  if (quantity.kind === "count-where")
    return (
      <ConditionFields
        label={t`Rows where`}
        none={t`Choose a column`}
        columns={columns}
        condition={quantity.where}
        error={error}
        onChange={(where) => onChange({ ...quantity, where })}
      />
    );
  if (quantity.kind === "duration") return <DurationFields {...{ columns, quantity, error, onChange }} />;
  if (quantity.kind !== "days-between") return null;
  const choice = (field: "from" | "to", label: string) => (
    <NativeSelect
      label={label}
      flex="1 1 160px"
      value={quantity[field]}
      error={quantity[field] === "" ? error : undefined}
      data={[{ value: "", label: t`Choose a column` }, ...columns]}
      onChange={({ currentTarget }) => onChange({ ...quantity, [field]: currentTarget.value })}
    />
  );
  return (
    <Group gap="xs" align="flex-start">
      {choice("from", t`From`)}
      {choice("to", t`To`)}
    </Group>
  );
}

type DurationFieldsProps = Pick<QuantityFieldsProps, "columns" | "quantity" | "error" | "onChange">;

function DurationFields({ columns, quantity, error, onChange }: DurationFieldsProps) {
  return (
    <Group gap="xs" align="flex-start">
      <NativeSelect
        label={t`Column of times`}
        flex="1 1 160px"
        value={quantity.columns[0] ?? ""}
        error={error}
        data={[{ value: "", label: t`Choose a column` }, ...columns]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...quantity, columns: value === "" ? [] : [value] })
        }
      />
      <NativeSelect
        label={t`Counted in`}
        flex="1 1 120px"
        value={quantity.unit}
        data={["hours", "minutes", "seconds"]}
        onChange={({ currentTarget }) =>
          onChange({ ...quantity, unit: currentTarget.value as QuantityMapping["unit"] })
        }
      />
    </Group>
  );
}
