import { Group, NativeSelect, TagsInput } from "@mantine/core";
import { optionList } from "../../components/option-list.ts";
import type { ConditionMapping } from "./mapping.ts";
import { t } from "../../words.ts";

export interface ConditionFieldsProps {
  /** "Only rows where" */
  label: string;
  /** Said in the list for no condition: "every row counts". */
  none: string;
  columns: readonly string[];
  condition: ConditionMapping;
  error?: string | undefined;
  onChange: (condition: ConditionMapping) => void;
}

/** Which rows count: those where a column is filled, is empty, or says one of some texts. */
export function ConditionFields({ label, none, columns, condition, error, onChange }: ConditionFieldsProps) {
  return (
    <Group gap="xs" align="flex-start">
      <NativeSelect
        label={label}
        flex="1 1 180px"
        value={condition.column}
        error={error}
        data={[{ value: "", label: none }, ...columns]}
        onChange={({ currentTarget }) => onChange({ ...condition, column: currentTarget.value })}
      />
      {condition.column !== "" && (
        <NativeSelect
          label={t`which`}
          w={130}
          value={condition.test}
          data={[
            { value: "filled", label: t`is filled` },
            { value: "empty", label: t`is empty` },
            { value: "equals", label: t`says` },
          ]}
          onChange={({ currentTarget }) =>
            onChange({ ...condition, test: currentTarget.value as ConditionMapping["test"] })
          }
        />
      )}
      {condition.column !== "" && condition.test === "equals" && (
        <TagsInput
          label={t`one of`}
          description={t`Enter after each text`}
          {...optionList}
          flex="1 1 200px"
          value={condition.texts}
          onChange={(texts) => onChange({ ...condition, texts })}
        />
      )}
    </Group>
  );
}
