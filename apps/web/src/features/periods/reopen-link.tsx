import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";
import { reopenHash } from "./reopen-hash.ts";

/** To where all closed months from one on are reopened at once. What is typed here is there on coming back. */
export function ReopenLink({ from }: { from: string }) {
  const params = { organisationId: useOrganisationId() };
  const month = formatPeriod(from, readerLocale);
  return (
    <Anchor
      size="sm"
      underline="always"
      renderRoot={(props) => (
        <Link to="/$organisationId/periods" params={params} hash={reopenHash(from)} {...props} />
      )}
    >{t`Reopen the closed months from ${month} on`}</Anchor>
  );
}
