import { Alert } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { readerLocale } from "../../components/reader-locale.ts";
import { closedText } from "./closed-words.ts";

/** That a sheet is read rather than filled in, where finance has closed a month that it has days in. */
export function ClosedNote({ months }: { months: readonly { month: string }[] }) {
  if (months.length === 0) return null;
  const names = months.map(({ month }) => month).toSorted();
  return (
    <Alert variant="default" icon={<IconLock aria-hidden />} role="status">
      {closedText(names, readerLocale)}
    </Alert>
  );
}
