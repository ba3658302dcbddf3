import { Card, NativeSelect, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import type { FileInspection } from "@liftledger/contracts/import";
import type { RecordField as Field } from "@liftledger/contracts/record-targets";
import { guessValues } from "./records-guess.ts";
import type { FieldMapping } from "./records-mapping.ts";
import { t } from "../../words.ts";

export interface RecordFieldProps {
  name: string;
  field: Field;
  mapping: FieldMapping;
  columns: FileInspection["columns"];
  problem: string | undefined;
  onChange: (mapping: FieldMapping) => void;
}

/** Where one field comes from: a column, with what its texts mean and what stands for its gaps, or one value for all. */
export function RecordFieldCard(props: RecordFieldProps) {
  const { name, field, mapping, columns, problem, onChange } = props;
  const column = columns.find((known) => known.name === mapping.column);
  const none = field.isOptional === true ? "none" : t`no column: the same for every row`;
  return (
    <Card withBorder padding="sm">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }} spacing="sm">
          <NativeSelect
            label={field.label}
            value={mapping.column}
            error={problem}
            data={[{ value: "", label: none }, ...columns.map((known) => known.name).filter(isNamed)]}
            onChange={({ currentTarget }) => {
              const chosen = columns.find((known) => known.name === currentTarget.value);
              onChange({ ...mapping, column: currentTarget.value, ...readingOf(name, field, chosen) });
            }}
          />
          {mapping.column === "" ? (
            (field.isOptional !== true || mapping.value !== "") && (
              <ValueInput
                field={field}
                label={t`For every row`}
                none={t`Choose`}
                value={mapping.value}
                onChange={(value) => onChange({ ...mapping, value })}
              />
            )
          ) : (
            <ColumnInputs {...props} />
          )}
        </SimpleGrid>
        {field.kind === "choice" && column !== undefined && column.values.length > 0 && (
          <Meanings {...props} values={column.values} />
        )}
      </Stack>
    </Card>
  );
}

function ColumnInputs({ field, mapping, columns, onChange }: RecordFieldProps) {
  const formats = columns.find((known) => known.name === mapping.column)?.dateFormats ?? [];
  const isDate = field.kind === "day" || field.kind === "month";
  const offered =
    mapping.format === "" || formats.includes(mapping.format) ? formats : [...formats, mapping.format];
  return (
    <>
      {isDate && (
        <NativeSelect
          label={t`Written as`}
          value={mapping.format}
          data={[{ value: "", label: t`find out, ask if in doubt` }, ...offered]}
          onChange={({ currentTarget }) => onChange({ ...mapping, format: currentTarget.value })}
        />
      )}
      <ValueInput
        field={field}
        label={t`Where it is empty`}
        none={field.isOptional === true ? t`go without` : t`leave the row out`}
        value={mapping.empty}
        onChange={(empty) => onChange({ ...mapping, empty })}
      />
      {field.kind !== "text" && (
        <ValueInput
          field={field}
          label={t`Where it cannot be read`}
          none={t`leave the row out`}
          value={mapping.unreadable}
          onChange={(unreadable) => onChange({ ...mapping, unreadable })}
        />
      )}
    </>
  );
}

/** What each text of the column means. */
function Meanings({ field, mapping, values, onChange }: RecordFieldProps & { values: readonly string[] }) {
  if (field.kind !== "choice") return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>{t`What “${mapping.column}” says, and what it means`}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="xs">
        {values.map((text) => (
          <NativeSelect
            key={text}
            label={text}
            size="xs"
            value={mapping.values[text] ?? ""}
            data={[
              { value: "", label: t`as it stands, or leave the row out` },
              ...field.choices.map(choiceOption),
            ]}
            onChange={({ currentTarget }) =>
              onChange({ ...mapping, values: { ...mapping.values, [text]: currentTarget.value } })
            }
          />
        ))}
      </SimpleGrid>
    </div>
  );
}

interface ValueInputProps {
  field: Field;
  label: string;
  /** Said where nothing is chosen. */
  none: string;
  value: string;
  onChange: (value: string) => void;
}

function ValueInput({ field, label, none, value, onChange }: ValueInputProps) {
  if (field.kind === "choice")
    return (
      <NativeSelect
        label={label}
        value={value}
        data={[{ value: "", label: none }, ...field.choices.map(choiceOption)]}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  return (
    <TextInput
      label={label}
      type={field.kind === "day" ? "date" : field.kind === "month" ? "month" : "text"}
      placeholder={field.kind === "day" || field.kind === "month" ? undefined : none}
      value={value}
      {...(field.kind === "text" ? { maxLength: field.longest } : {})}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function readingOf(
  name: string,
  field: Field,
  column: FileInspection["columns"][number] | undefined,
): Partial<FieldMapping> {
  if (column === undefined) return { values: {}, format: "" };
  const isDate = field.kind === "day" || field.kind === "month";
  const format = isDate && column.dateFormats.length === 1 ? (column.dateFormats[0] ?? "") : "";
  return { format, values: field.kind === "choice" ? guessValues(name, field.choices, column) : {} };
}

/** "usage-and-tokens" as a person reads it. */
export function choiceLabel(choice: string): string {
  const words = choice.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function choiceOption(value: string): { value: string; label: string } {
  return { value, label: choiceLabel(value) };
}

function isNamed(name: string): boolean {
  return name !== "";
}
