import { Alert } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { PageLink } from "../../components/page-link.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { t } from "../../words.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { closedText } from "./closed-words.ts";

/** That a sheet is read rather than filled in, where finance has closed a month that it has days in. */
export function ClosedNote({ months }: { months: readonly { month: string }[] }) {
  const mayReopen = useHasRole("finance");
  if (months.length === 0) return null;
  const names = months.map(({ month }) => month).toSorted();
  return (
    <Alert variant="default" icon={<IconLock aria-hidden />} role="status">
      {closedText(names, readerLocale)}{" "}
      {mayReopen && (
        <PageLink to="/$organisationId/periods" size="sm" underline="always">{t`Reopen a month`}</PageLink>
      )}
    </Alert>
  );
}
