import { Text, TextInput } from "@mantine/core";
import type { ClipboardEvent, ReactNode } from "react";

export interface NumberCellProps {
  /** "Hours, Hours per campaign, Content team" */
  label: string;
  /** Written in the cell's right end, or below it: "hours". */
  unit: string;
  /** Where the cell is too narrow for a number and its unit. */
  unitBelow: boolean;
  text: string;
  error: string | undefined;
  /** Where the cell stands, for moving by keys: "2-numerator". */
  place: string;
  onType: (text: string) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  readOnly: boolean;
}

/** Puts a field above what is said of it. */
function above(words: ReactNode) {
  return (field: ReactNode) => (
    <>
      {field}
      {words}
    </>
  );
}

/** One number of the sheet with its unit at it. */
export function NumberCell(cell: NumberCellProps) {
  const { label, unit, unitBelow, text, error, place, onType, onPaste, readOnly } = cell;
  const shownUnit = (
    <Text
      component="span"
      size="xs"
      c="dimmed"
      aria-hidden
      {...(unitBelow ? { display: "block", mt: 2 } : {})}
    >
      {unit}
    </Text>
  );
  return (
    <TextInput
      aria-label={label}
      value={text}
      error={error}
      data-cell={place}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      {...(unitBelow
        ? {
            inputContainer: above(shownUnit),
          }
        : {
            rightSectionPointerEvents: "none",
            rightSectionWidth: unit.length * 7 + 20,
            rightSection: shownUnit,
            rightSectionProps: { style: { justifyContent: "flex-end", paddingInlineEnd: 12 } },
          })}
      onChange={(event) => onType(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      {...(readOnly ? { readOnly, variant: "filled" } : { onPaste })}
    />
  );
}
