import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { evaluationQuery } from "../../api.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";

export function InitiativePage() {
  const organisationId = useOrganisationId();
  const { initiativeId } = useParams({ from: "/$organisationId/initiatives/$initiativeId" });
  const evaluation = useQuery(evaluationQuery(organisationId, initiativeId, useClocks()));
  return (
    <>
      <PageHeader
        title={evaluation.data?.headline ?? "Initiative"}
        subline={evaluation.data?.initiative.sentence}
      />
      {evaluation.isError && (
        <FailedQuery
          what="The initiative could not be loaded."
          error={evaluation.error}
          onRetry={() => void evaluation.refetch()}
          retrying={evaluation.isFetching}
          showsOlderData={evaluation.data !== undefined}
        />
      )}
    </>
  );
}
