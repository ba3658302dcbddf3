import { Text, TextInput } from "@mantine/core";
import type { ClipboardEvent } from "react";

export interface NumberCellProps {
  /** "Hours, Hours per campaign, Content team" */
  label: string;
  /** Written in the cell's right end: "hours". */
  unit: string;
  text: string;
  error: string | undefined;
  /** Where the cell stands, for moving by keys: "2-numerator". */
  place: string;
  onType: (text: string) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  readOnly: boolean;
}

/** One number of the sheet with its unit beside it. */
export function NumberCell({ label, unit, text, error, place, onType, onPaste, readOnly }: NumberCellProps) {
  return (
    <TextInput
      aria-label={label}
      value={text}
      error={error}
      data-cell={place}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      rightSectionPointerEvents="none"
      rightSectionWidth={unit.length * 7 + 20}
      rightSection={
        <Text component="span" size="xs" c="dimmed" aria-hidden>
          {unit}
        </Text>
      }
      onChange={(event) => onType(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      {...(readOnly ? { readOnly } : { onPaste })}
    />
  );
}
