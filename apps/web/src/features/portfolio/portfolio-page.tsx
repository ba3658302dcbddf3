import { useQuery } from "@tanstack/react-query";
import { portfolioQuery } from "../../api.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";

export function PortfolioPage() {
  const organisationId = useOrganisationId();
  const portfolio = useQuery(portfolioQuery(organisationId, useClocks()));
  return (
    <>
      <PageHeader title={portfolio.data?.headline ?? "Portfolio"} subline={portfolio.data?.subline} />
      {portfolio.isError && (
        <FailedQuery
          what="The portfolio could not be loaded."
          error={portfolio.error}
          onRetry={() => void portfolio.refetch()}
          retrying={portfolio.isFetching}
          showsOlderData={portfolio.data !== undefined}
        />
      )}
    </>
  );
}
