import { Button } from "@mantine/core";
import { csvText } from "../../components/csv-text.ts";
import { saveFile } from "../../components/save-file.ts";
import { t } from "../../words.ts";

interface SaveTableButtonProps {
  /** The table, for a reader who hears one such button after the other. */
  name: string;
  fileName: string;
  /** With a row of names first; every digit as the engine told it. */
  rows: () => readonly (readonly string[])[];
}

/** A table of the page as a file, from what the page holds already. */
export function SaveTableButton({ name, fileName, rows }: SaveTableButtonProps) {
  return (
    <Button
      variant="default"
      className="not-printed"
      aria-label={t`Save as CSV: ${name}`}
      onClick={() => saveFile(fileName, csvText(rows()), "text/csv;charset=utf-8")}
    >{t`Save as CSV`}</Button>
  );
}
