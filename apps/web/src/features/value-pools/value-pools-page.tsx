import { Button, Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { kpisQuery, seriesListQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { useShownRows } from "../retirement/show-retired.tsx";
import { PoolCard } from "./pool-card.tsx";
import { PoolForm } from "./pool-form.tsx";
import { valuePoolsQuery } from "./queries.ts";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../words.ts";

/** Where finance says which numbers are about the same money, so that it is claimed once. */
export function ValuePoolsPage() {
  const organisationId = useOrganisationId();
  const pools = useQuery(valuePoolsQuery(organisationId));
  const kpis = useQuery(kpisQuery(organisationId));
  const series = useQuery(seriesListQuery(organisationId));
  const { shown, control } = useShownRows(pools.data?.rows ?? []);
  const failed = [pools, kpis, series].find(({ isError }) => isError);
  const known = { kpis: kpis.data?.rows, series: series.data?.rows };
  return (
    <>
      <PageLink to="/$organisationId/kpis" size="sm">{t`KPI catalogue`}</PageLink>
      <PageHeader
        title={t`Shared money`}
        subline={t`Several numbers can be about the same money: a total and its parts, or leads and the sales they became. Together they are claimed once, whichever of them an initiative claims.`}
      />
      <Stack gap="lg" maw={900}>
        {failed !== undefined && (
          <FailedQuery
            what={t`The shared money could not be loaded.`}
            error={failed.error}
            onRetry={() => void failed.refetch()}
            retrying={failed.isFetching}
            showsOlderData={pools.data !== undefined}
          />
        )}
        {pools.isPending && <Skeleton height={240} radius="md" />}
        {pools.data?.rows.length === 0 && (
          <Text
            maw={640}
          >{t`No numbers share money yet: each is claimed by itself, up to the whole of it.`}</Text>
        )}
        {control}
        {known.kpis !== undefined && known.series !== undefined && (
          <>
            {shown.map((pool) => (
              <PoolCard key={pool.poolId} pool={pool} kpis={known.kpis ?? []} series={known.series ?? []} />
            ))}
            <AddPool kpis={known.kpis} series={known.series} />
          </>
        )}
      </Stack>
    </>
  );
}

function AddPool(props: Pick<Parameters<typeof PoolForm>[0], "kpis" | "series">) {
  const [adding, setAdding] = useState(false);
  const role = usePerson()?.role;
  if (role !== "finance" && role !== "admin")
    return <Text size="sm" c="dimmed">{t`Finance says which numbers share money.`}</Text>;
  if (!adding) {
    return (
      <div>
        <Button variant="default" onClick={() => setAdding(true)}>{t`Add shared money`}</Button>
      </div>
    );
  }
  return (
    <Card withBorder padding="md">
      <Title order={2} fz="lg" mb="sm">{t`Shared money`}</Title>
      <PoolForm {...props} onDone={() => setAdding(false)} />
    </Card>
  );
}
