import { Box, Button, Card, Grid, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { RetiredBadge, useShownRows } from "../retirement/show-retired.tsx";
import { KpiDefinition } from "./kpi-definition.tsx";
import { KpiSeriesCard } from "./kpi-series-card.tsx";
import { kpiVersionsQuery } from "./kpi-versions-query.ts";
import { kpiSeriesQuery } from "./queries.ts";
import { PageLink, PageLinkInSentence } from "../../components/page-link.tsx";
import { t, tx } from "../../words.ts";

/** One KPI: where it is measured, how good the numbers are, what it means and what it meant before. */
export function KpiPage() {
  const organisationId = useOrganisationId();
  const { kpiKey } = useParams({ from: "/$organisationId/kpis/$kpiKey" });
  const query = useQuery(kpiVersionsQuery(organisationId, kpiKey));
  const [kpi, ...earlier] = query.data?.rows ?? [];
  return (
    <>
      <PageLink to="/$organisationId/kpis" size="sm">{t`KPI catalogue`}</PageLink>{" "}
      {kpi !== undefined && <RetiredBadge retired={kpi.retired} />}
      {kpi === undefined ? (
        <PageHeaderSkeleton title={t`KPI`} waiting={query.isPending} />
      ) : (
        <PageHeader title={kpi.name} subline={kpi.sentence} />
      )}
      {query.isError && (
        <Box mb="md">
          <FailedQuery
            what={t`The KPI could not be loaded.`}
            error={query.error}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
            showsOlderData={kpi !== undefined}
          />
        </Box>
      )}
      {query.isPending && <Skeleton height={600} radius="md" />}
      {kpi !== undefined && (
        <Grid gap="md" key={kpi.key}>
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Measured kpi={kpi} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <KpiDefinition versions={[kpi, ...earlier]} />
          </Grid.Col>
        </Grid>
      )}
    </>
  );
}

/** How many series are shown before somebody asks for more. */
const step = 8;

function Measured({ kpi }: { kpi: Kpi }) {
  const organisationId = useOrganisationId();
  const series = useQuery(kpiSeriesQuery(organisationId, kpi.key));
  const [shown, setShown] = useState(step);
  const rows = series.data?.rows;
  const { shown: standing, control } = useShownRows(rows ?? []);
  return (
    <Stack gap="md" component="section" aria-labelledby="measured">
      <Group justify="space-between">
        <Title order={2} fz="lg" id="measured">
          {rows === undefined ? t`Where it is measured` : measuredWords(standing.length)}
        </Title>
        {control}
      </Group>
      {series.isError && (
        <FailedQuery
          what={t`Its series could not be loaded.`}
          error={series.error}
          onRetry={() => void series.refetch()}
          retrying={series.isFetching}
          showsOlderData={rows !== undefined}
        />
      )}
      {series.isPending && <Skeleton height={420} radius="md" />}
      {rows?.length === 0 && (
        <Card withBorder padding="md">
          <Text>
            {tx`Nobody logs it yet. Add it to a week’s sheet under ${<PageLinkInSentence to="/$organisationId/log">{t`Log a week`}</PageLinkInSentence>}, or ${<PageLinkInSentence to="/$organisationId/import">{t`import a file`}</PageLinkInSentence>} that has it: its course, and how good its numbers are, then stand here.`}
          </Text>
        </Card>
      )}
      {standing.slice(0, shown).map((one) => (
        <KpiSeriesCard key={one.seriesId} kpi={kpi} series={one} />
      ))}
      {standing.length > shown && (
        <div>
          <Button variant="subtle" onClick={() => setShown(shown + step)}>{t`Show more series`}</Button>
        </div>
      )}
    </Stack>
  );
}

function measuredWords(count: number): string {
  if (count === 0) return t`Measured nowhere yet`;
  return count === 1 ? t`Measured in one place` : t`Measured in ${count} places`;
}
