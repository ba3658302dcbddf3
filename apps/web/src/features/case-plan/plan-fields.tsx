import { Autocomplete, NativeSelect, Text, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { optionList } from "../../components/option-list.ts";
import { usePlanForm } from "./plan-form.ts";

interface FieldProps {
  /** Where it stands in the plan, as a JSON pointer: its problems stand at it. */
  path: string;
  /** Seen; or only told to a screen reader, where a heading says it. */
  label?: string;
  ariaLabel?: string;
  description?: ReactNode;
  w?: number | string;
  size?: "xs" | "sm";
  placeholder?: string;
}

const named = ({ label, ariaLabel }: FieldProps) => ({
  ...(label === undefined ? {} : { label }),
  ...(ariaLabel === undefined ? {} : { "aria-label": ariaLabel }),
});
const looks = ({ description, w, size = "sm", placeholder }: FieldProps) => ({
  ...(placeholder === undefined ? {} : { placeholder }),
  ...(description === undefined ? {} : { description }),
  ...(w === undefined ? {} : { w }),
  size,
});

/** Words that are typed. */
export function WordsField({
  value,
  onChange,
  maxLength = 200,
  ...field
}: FieldProps & { value: string; onChange: (value: string) => void; maxLength?: number }) {
  const { problemAt } = usePlanForm();
  return (
    <TextInput
      {...named(field)}
      {...looks(field)}
      data-path={field.path}
      maxLength={maxLength}
      value={value}
      error={problemAt(field.path)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** A number that is typed, with what it is counted in beside it. */
export function NumberField({
  value,
  unit,
  onChange,
  onPaste,
  ...field
}: FieldProps & {
  value: string;
  unit?: string;
  onChange: (value: string) => void;
  /** Takes what was pasted where it is more than one number; answers whether it did. */
  onPaste?: (text: string) => boolean;
}) {
  const { problemAt } = usePlanForm();
  return (
    <TextInput
      {...named(field)}
      {...looks(field)}
      data-path={field.path}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      value={value}
      error={problemAt(field.path)}
      {...(unit === undefined
        ? {}
        : {
            rightSection: (
              <Text size="xs" c="dimmed" component="span">
                {unit}
              </Text>
            ),
            rightSectionWidth: 44,
            rightSectionPointerEvents: "none" as const,
          })}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onPaste={(event) => {
        if (onPaste?.(event.clipboardData.getData("text")) === true) event.preventDefault();
      }}
    />
  );
}

/** One of a few. */
export function ChoiceField<Value extends string>({
  value,
  data,
  onChange,
  ...field
}: FieldProps & {
  value: Value;
  data: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  const { problemAt } = usePlanForm();
  return (
    <NativeSelect
      {...named(field)}
      {...looks(field)}
      data-path={field.path}
      value={value}
      data={[...data]}
      error={problemAt(field.path)}
      onChange={({ currentTarget }) => {
        const chosen = data.find((one) => one.value === currentTarget.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    />
  );
}

/** A person by name: one who is known, or another who is typed. */
export function PersonField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string | null; onChange: (value: string | null) => void }) {
  const { problemAt, people } = usePlanForm();
  return (
    <Autocomplete
      {...optionList}
      {...named(field)}
      {...looks(field)}
      data-path={field.path}
      maxLength={80}
      limit={20}
      data={[...people]}
      value={value ?? ""}
      error={problemAt(field.path)}
      onChange={(name) => onChange(name.trim() === "" ? null : name)}
    />
  );
}
