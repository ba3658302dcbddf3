import { Fieldset, Group, MultiSelect, NativeSelect, Stack, Text } from "@mantine/core";
import { ConditionFields } from "./condition-fields.tsx";
import type { QuantityKind, QuantityMapping } from "./mapping.ts";

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
  { value: "sum", label: "the sum of columns" },
  { value: "count-rows", label: "the number of rows" },
  { value: "count-where", label: "the number of rows where …" },
  { value: "days-between", label: "the days between two columns" },
];
const periods = { value: "periods", label: "1 for each period (a total)" } as const;

/** What one side of a KPI adds up from the rows. */
export function QuantityFields({
  legend,
  counts,
  side,
  columns,
  quantity,
  error,
  onChange,
}: QuantityFieldsProps) {
  const columnChoice = (field: "from" | "to", label: string) => (
    <NativeSelect
      label={label}
      flex="1 1 160px"
      value={quantity[field]}
      data={[{ value: "", label: "Choose a column" }, ...columns]}
      onChange={({ currentTarget }) => onChange({ ...quantity, [field]: currentTarget.value })}
    />
  );
  return (
    <Fieldset legend={legend}>
      <Stack gap="xs">
        <NativeSelect
          label={counts === undefined ? "Is" : `${counts.charAt(0).toUpperCase()}${counts.slice(1)}:`}
          value={quantity.kind}
          data={side === "denominator" ? [...kinds, periods] : [...kinds]}
          onChange={({ currentTarget }) =>
            onChange({ ...quantity, kind: currentTarget.value as QuantityKind })
          }
        />
        {quantity.kind === "sum" && (
          <MultiSelect
            label="Columns to add up"
            data={[...columns]}
            value={quantity.columns}
            error={error}
            searchable
            onChange={(chosen) => onChange({ ...quantity, columns: chosen })}
          />
        )}
        {quantity.kind === "count-where" && (
          <ConditionFields
            label="Rows where"
            none="Choose a column"
            columns={columns}
            condition={quantity.where}
            error={error}
            onChange={(where) => onChange({ ...quantity, where })}
          />
        )}
        {quantity.kind === "days-between" && (
          <Group gap="xs">
            {columnChoice("from", "From")}
            {columnChoice("to", "To")}
          </Group>
        )}
        {quantity.kind === "days-between" && error !== undefined && (
          <Text size="xs" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}
