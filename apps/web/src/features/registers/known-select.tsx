import type { Known } from "@liftledger/contracts/known";
import { NativeSelect } from "@mantine/core";
import { knownOptions } from "./known-words.ts";

export interface KnownSelectProps {
  label: string;
  value: Known;
  onChange: (value: Known) => void;
}

/** Yes, no, or nobody knows yet. */
export function KnownSelect({ label, value, onChange }: KnownSelectProps) {
  return (
    <NativeSelect
      label={label}
      flex="1 1 150px"
      value={value}
      data={knownOptions}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Known)}
    />
  );
}
