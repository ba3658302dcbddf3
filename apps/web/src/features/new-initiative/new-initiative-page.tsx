import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { kpisQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useSearch } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { LookOnly } from "../access/look-only.tsx";
import { useHasRole } from "../access/use-has-role.ts";
import { NewInitiativeForm } from "./new-initiative-form.tsx";
import { useCasePatternsQuery } from "./queries.ts";
import { PageLinkInSentence } from "../../components/page-link.tsx";
import { t, tx } from "../../words.ts";

export function NewInitiativePage() {
  const organisationId = useOrganisationId();
  const mayPlan = useHasRole("contributor");
  const { as, kpi } = useSearch({ from: "/$organisationId/new" });
  const isIdea = as === "candidate";
  const kpis = useQuery(kpisQuery(organisationId));
  const patterns = useQuery(useCasePatternsQuery(organisationId));
  const failed = [kpis, patterns].find((query) => query.isError);
  const ready = kpis.data !== undefined && patterns.data !== undefined;
  return (
    <>
      <PageHeader
        title={mayPlan ? t`State the outcome in one sentence with a number` : t`New initiative`}
        subline={
          !mayPlan
            ? undefined
            : isIdea
              ? t`An idea begins with the same sentence. It is ranked among the candidates once its effort and its worth are known, and nothing is counted until it starts.`
              : t`This sentence becomes the KPI and the target. Benefit, baseline and costs come next, on its own page.`
        }
      />
      <Stack gap="md" maw={960}>
        {failed !== undefined && (
          <FailedQuery
            what={t`The KPI catalogue could not be loaded.`}
            error={failed.error}
            onRetry={() => void failed.refetch()}
            retrying={failed.isFetching}
          />
        )}
        <LookOnly least="contributor">
          {tx`You see every initiative in the ${<PageLinkInSentence to="/$organisationId/portfolio">{t`portfolio`}</PageLinkInSentence>}. To begin one, ask an admin for the role of contributor.`}
        </LookOnly>
        {!ready && mayPlan && failed === undefined && <Skeleton height={420} radius="md" />}
        {ready && mayPlan && (
          <NewInitiativeForm
            key={`${organisationId} ${isIdea ? "idea" : ""}`}
            isIdea={isIdea}
            kpiKey={kpi}
            kpis={kpis.data.rows}
            patterns={patterns.data.rows}
          />
        )}
      </Stack>
    </>
  );
}
