import { Text } from "@mantine/core";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { t } from "../../words.ts";
import { ReopenLink } from "./reopen-link.tsx";

/** That closed months count on a baseline, which is refused any change until they are reopened; nothing where none does. */
export function ClosedMonthsNote({ months }: { months: readonly string[] }) {
  const mayReopen = useHasRole("finance");
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return null;
  const month = (text: string) => formatPeriod(text, readerLocale);
  const said =
    first === last
      ? t`${month(first)} is closed, and this would change its figures: it is reopened first, and closed again afterwards.`
      : t`${months.length} months, ${month(first)} to ${month(last)}, are closed, and this would change their figures: they are reopened first, and closed again afterwards.`;
  return (
    <Text size="sm">
      {said} {mayReopen && <ReopenLink from={first} />}
    </Text>
  );
}
