import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { initiativesQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { caseSettingsQuery } from "../case-rules/queries.ts";
import { BeginInitiative } from "../new-initiative/begin-initiative.tsx";
import { NewCaseForm } from "./new-case-form.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../words.ts";

/** Where a business case begins: for which initiative, from which template. */
export function NewCasePage() {
  const organisationId = useOrganisationId();
  const currency = useOrganisation()?.currency;
  const initiatives = useQuery(initiativesQuery(organisationId));
  const settings = useQuery(caseSettingsQuery(organisationId));
  const failed = [initiatives, settings].find(({ isError }) => isError);
  const isThere = initiatives.data !== undefined && settings.data !== undefined && currency !== undefined;
  return (
    <>
      <PageLink to="/$organisationId/cases" size="sm">{t`Business cases`}</PageLink>
      <PageHeader
        title={t`Write a business case`}
        subline={t`Begin with what it is for. Lines, sources and scenarios come on the next page, and nobody is asked for approval until you do.`}
      />
      {failed !== undefined && (
        <FailedQuery
          what={t`The page could not be loaded.`}
          error={failed.error}
          onRetry={() => void failed.refetch()}
          showsOlderData={isThere}
        />
      )}
      {isThere && initiatives.data.rows.length === 0 && (
        <>
          <Text
            maw={640}
          >{t`A business case is written for an initiative, and there is none yet. It begins with one sentence.`}</Text>
          <BeginInitiative />
        </>
      )}
      {isThere && initiatives.data.rows.length > 0 && (
        <NewCaseForm
          initiatives={initiatives.data.rows}
          settings={settings.data.rows[0]}
          currency={currency}
        />
      )}
      {!isThere && failed === undefined && <Skeleton height={520} maw={760} radius="md" />}
    </>
  );
}
