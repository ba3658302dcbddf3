import type { SentenceParts } from "@liftledger/contracts/evaluation";
import type { Portfolio } from "@liftledger/contracts/portfolio";
import { Box, Grid, SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { portfolioQuery } from "../../api.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { useLastGood } from "../../components/use-last-good.ts";
import { lazy, Suspense } from "react";
import { useSeen } from "../../components/use-seen.ts";
import { useClocks, useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { ValuedOn } from "../clocks/valued-on.tsx";
import { Told } from "../explain/told.tsx";
import { DemoBanner } from "./demo-banner.tsx";
import { InitiativesTable } from "./initiatives-table.tsx";
import { NeedsDecision } from "./needs-decision.tsx";
import { PortfolioFigures } from "./portfolio-figures.tsx";
import { PortfolioMoney } from "./portfolio-money.tsx";
import { t } from "../../words.ts";
import { formatSentence } from "../../components/format-sentence.ts";

const EmptyPortfolio = lazy(() =>
  import("./empty-portfolio.tsx").then((module) => ({ default: module.EmptyPortfolio })),
);
const FunnelCard = lazy(() => import("./funnel-card.tsx").then((module) => ({ default: module.FunnelCard })));

/** All initiatives: what they returned, what needs a decision, each against its benchmark. */
export function PortfolioPage() {
  const organisationId = useOrganisationId();
  const query = useQuery(portfolioQuery(organisationId, useClocks()));
  const portfolio = useLastGood(query.data, organisationId);
  const isDemo = useOrganisation()?.kind === "demo";
  const isEmpty = portfolio?.rows.length === 0;
  const told = (parts: SentenceParts) => <Told parts={parts} figures={portfolio?.figures ?? {}} />;
  return (
    <>
      {isDemo && <DemoBanner />}
      {portfolio === undefined ? (
        <PageHeaderSkeleton title={t`Portfolio`} waiting={query.isPending} />
      ) : (
        <PageHeader
          title={isEmpty ? t`No initiative yet` : formatSentence(portfolio.headline)}
          heading={isEmpty ? undefined : told(portfolio.headlineParts)}
          subline={isEmpty ? t`How to begin.` : told(portfolio.sublineParts)}
          aside={isEmpty ? undefined : <ValuedOn />}
        />
      )}
      {query.isError && (
        <Box mb="md">
          <FailedQuery
            what={t`The portfolio could not be loaded.`}
            error={query.error}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
            showsOlderData={portfolio !== undefined}
          />
        </Box>
      )}
      {query.isPending && <PortfolioSkeleton />}
      {portfolio !== undefined && <PortfolioBody portfolio={portfolio} />}
    </>
  );
}

function PortfolioBody({ portfolio }: { portfolio: Portfolio }) {
  if (portfolio.rows.length === 0) {
    return (
      <Suspense fallback={<Skeleton height={220} />}>
        <EmptyPortfolio />
      </Suspense>
    );
  }
  return (
    <Stack gap="md">
      <PortfolioFigures portfolio={portfolio} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <PortfolioMoney portfolio={portfolio} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <NeedsDecision portfolio={portfolio} />
        </Grid.Col>
      </Grid>
      <InitiativesTable portfolio={portfolio} />
      <Funnel funnel={portfolio.funnel} />
    </Stack>
  );
}

/** Fetched when somebody comes near it. */
function Funnel({ funnel }: { funnel: Portfolio["funnel"] }) {
  const { ref, seen } = useSeen();
  return (
    <div ref={ref}>
      <Suspense fallback={<Skeleton height={260} />}>
        {seen ? <FunnelCard funnel={funnel} /> : <Box h={260} />}
      </Suspense>
    </div>
  );
}

function PortfolioSkeleton() {
  return (
    <Stack gap="md" aria-busy="true">
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing={{ base: "xs", sm: "md" }}>
        {["roi", "benefit", "benchmark", "decision"].map((figure) => (
          <Skeleton key={figure} height={102} />
        ))}
      </SimpleGrid>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Skeleton height={372} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Skeleton height={372} />
        </Grid.Col>
      </Grid>
      <Skeleton height={640} />
    </Stack>
  );
}
