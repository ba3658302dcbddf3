import { Button, NativeSelect, SimpleGrid, Stack, TextInput, Title } from "@mantine/core";
import type { FileInspection } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { emptyMeasure, numberSpellings, type Mapping } from "./mapping.ts";
import { MeasureFields } from "./measure-fields.tsx";
import { t } from "../../words.ts";

export interface MappingFieldsProps {
  mapping: Mapping;
  inspection: FileInspection;
  /** Every column one can choose: of the file, then of the second one by "name.column". */
  columns: readonly string[];
  kpis: readonly Kpi[];
  problems: Record<string, string>;
  onChange: (mapping: Mapping) => void;
  /** The fields of the second file. */
  lookup: ReactNode;
}

/** How the file is read: when, for whom, what is counted. */
export function MappingFields(props: MappingFieldsProps) {
  return (
    <Stack gap="lg">
      <Part title={t`When`}>
        <WhenFields {...props} />
      </Part>
      <Part title={t`For whom`}>
        <ForWhomFields {...props} />
      </Part>
      <Part title={t`What is counted`}>
        <MeasureList {...props} />
      </Part>
      <Part title={t`How it is written`}>
        <WrittenFields {...props} />
      </Part>
      <Part title={t`A second file, where the rows are spread over two`}>{props.lookup}</Part>
    </Stack>
  );
}

function ForWhomFields({ mapping, columns, problems, onChange }: MappingFieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <NativeSelect
        label={t`A series for each`}
        description={t`A column such as channel or team; none makes one series`}
        value={mapping.segmentColumn}
        error={problems["segmentColumn"]}
        data={[{ value: "", label: t`no such column: one series` }, ...columns]}
        onChange={({ currentTarget }) => onChange({ ...mapping, segmentColumn: currentTarget.value })}
      />
      {mapping.segmentColumn === "" && (
        <TextInput
          label={t`Name of the series`}
          description={t`Whom the numbers are about, such as “All channels”`}
          value={mapping.scope}
          error={problems["scope"]}
          onChange={({ currentTarget }) => onChange({ ...mapping, scope: currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
}

function MeasureList({ mapping, columns, kpis, problems, onChange }: MappingFieldsProps) {
  const { measures } = mapping;
  const change = (next: Mapping["measures"]) => onChange({ ...mapping, measures: next });
  return (
    <>
      {measures.map((measure, index) => (
        <MeasureFields
          // Measures have no name of their own, and their fields hold no state but what is passed.
          key={index}
          measure={measure}
          kpis={kpis}
          columns={columns}
          problems={problemsOf(problems, `measures.${index}.`)}
          onChange={(next) => change(measures.with(index, next))}
          onRemove={measures.length === 1 ? undefined : () => change(measures.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => change([...measures, emptyMeasure()])}
        >{t`Another KPI from this file`}</Button>
      </div>
    </>
  );
}

function WrittenFields({ mapping, problems, onChange }: MappingFieldsProps) {
  const open = { value: "", label: t`find out, ask if in doubt` };
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      <NativeSelect
        label={t`Numbers`}
        value={mapping.numbers}
        error={problems["numbers"]}
        data={[open, ...spellings(mapping.numbers)]}
        onChange={({ currentTarget }) => onChange({ ...mapping, numbers: currentTarget.value })}
      />
      <NativeSelect
        label={t`Rows of the same day and segment`}
        value={mapping.repeatedRows}
        error={problems["repeatedRows"]}
        data={[open, { value: "add", label: t`add up` }, { value: "refuse", label: t`are a mistake` }]}
        onChange={({ currentTarget }) =>
          onChange({ ...mapping, repeatedRows: currentTarget.value as Mapping["repeatedRows"] })
        }
      />
      <TextInput
        label={t`Where the rows come from`}
        value={mapping.source}
        error={problems["source"]}
        onChange={({ currentTarget }) => onChange({ ...mapping, source: currentTarget.value })}
      />
    </SimpleGrid>
  );
}

/** No heading is a line break, so that it cannot be one of the columns. */
const noDates = { value: "\n", label: t`The file has no dates` };

function WhenFields({ mapping, inspection, columns, problems, onChange }: MappingFieldsProps) {
  const formats = inspection.columns.find((column) => column.name === mapping.dateColumn)?.dateFormats ?? [];
  const known = mapping.dateFormat === "" || formats.includes(mapping.dateFormat);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      <NativeSelect
        label={t`Date`}
        value={mapping.hasNoDates === true ? noDates.value : mapping.dateColumn}
        error={problems["dateColumn"]}
        data={[{ value: "", label: t`Choose a column` }, ...columns, noDates]}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === noDates.value) {
            onChange({ ...mapping, dateColumn: "", dateFormat: "", hasNoDates: true });
            return;
          }
          const chosen = inspection.columns.find((column) => column.name === currentTarget.value);
          const dateFormat = chosen?.dateFormats.length === 1 ? (chosen.dateFormats[0] ?? "") : "";
          const { reportDate: _, ...kept } = mapping.kept;
          onChange({ ...mapping, dateColumn: currentTarget.value, dateFormat, hasNoDates: false, kept });
        }}
      />
      <NativeSelect
        label={t`Written as`}
        value={mapping.dateFormat}
        error={problems["dateFormat"]}
        data={[
          { value: "", label: t`find out, ask if in doubt` },
          ...formats,
          ...(known ? [] : [mapping.dateFormat]),
        ]}
        onChange={({ currentTarget }) => onChange({ ...mapping, dateFormat: currentTarget.value })}
      />
      <NativeSelect
        label={t`Counted by`}
        value={mapping.period}
        data={[
          { value: "week", label: t`week (Monday to Sunday)` },
          { value: t`month`, label: t`month` },
        ]}
        onChange={({ currentTarget }) =>
          onChange({ ...mapping, period: currentTarget.value === "month" ? "month" : "week" })
        }
      />
    </SimpleGrid>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Title order={3} fz="md">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function spellings(chosen: string): string[] {
  const known: readonly string[] = numberSpellings;
  return chosen === "" || known.includes(chosen) ? [...known] : [...known, chosen];
}

function problemsOf(problems: Record<string, string>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).flatMap(([field, message]) => {
      if (!field.startsWith(prefix)) return [];
      const part = field.slice(prefix.length).split(".")[0] ?? "";
      return [[part, message]];
    }),
  );
}
