import { Anchor, Button, Card, Group, List, Stack, Text, Title } from "@mantine/core";
import type { ValuePool } from "@liftledger/contracts/claims";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { Series } from "@liftledger/contracts/series";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { claimText } from "../initiative/benefit-claims.tsx";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { RetiredBadge } from "../retirement/show-retired.tsx";
import { PoolForm } from "./pool-form.tsx";
import { seriesClaimsQuery } from "./queries.ts";
import { t } from "../../words.ts";

export interface PoolCardProps {
  pool: ValuePool;
  kpis: readonly Kpi[];
  series: readonly Series[];
}

/** One shared money: which numbers draw on it, who claims them, and how it is changed or retired. */
export function PoolCard({ pool, kpis, series }: PoolCardProps) {
  const [changing, setChanging] = useState(false);
  const [asked, setAsked] = useState(false);
  const { poolId, name, version, retired } = pool;
  const role = usePerson()?.role;
  const may = (role === "finance" || role === "admin") && retired === null;
  const members = membersOf(pool, series);
  return (
    <Card withBorder padding="md" component="section" aria-label={name}>
      <Stack gap="sm">
        <Group gap="sm">
          <Title order={2} fz="lg">
            {name}
          </Title>
          <RetiredBadge retired={retired} />
        </Group>
        {changing ? (
          <PoolForm pool={pool} kpis={kpis} series={series} onDone={() => setChanging(false)} />
        ) : (
          <>
            <Members pool={pool} kpis={kpis} series={series} />
            {asked && <Claims members={members} />}
            <Group gap="sm">
              {members.length > 0 && !asked && (
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t`Who claims it: ${name}`}
                  onClick={() => setAsked(true)}
                >{t`Who claims it`}</Button>
              )}
              {may && (
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t`Change ${name}`}
                  onClick={() => setChanging(true)}
                >{t`Change`}</Button>
              )}
              <RetirementControls
                thing={`value-pool:${poolId}`}
                name={name}
                retired={retired}
                needs="finance"
                explained={t`Nothing draws on it any more: each of its series can then be claimed by itself. What is claimed stays as it is.`}
                retire={(client, reason, idempotencyKey) =>
                  client.call("retireValuePool", {
                    params: { poolId },
                    body: { version, reason },
                    idempotencyKey,
                  })
                }
                restore={(client, idempotencyKey) =>
                  client.call("restoreValuePool", { params: { poolId }, body: { version }, idempotencyKey })
                }
              />
            </Group>
          </>
        )}
      </Stack>
    </Card>
  );
}

/** The series that draw on a pool, by themselves or by their KPI. */
function membersOf({ series: own, kpiKeys }: ValuePool, series: readonly Series[]): Series[] {
  return series.filter(
    (one) => own.some(({ seriesId }) => seriesId === one.seriesId) || kpiKeys.includes(one.kpiKey),
  );
}

function Members({ pool, kpis, series }: PoolCardProps) {
  const organisationId = useOrganisationId();
  const kpiLink = (kpiKey: string, words: string) => (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link to="/$organisationId/kpis/$kpiKey" params={{ organisationId, kpiKey }} {...props} />
      )}
    >
      {words}
    </Anchor>
  );
  if (pool.kpiKeys.length === 0 && pool.series.length === 0)
    return <Text size="sm">{t`Nothing draws on it: add the series that share it.`}</Text>;
  return (
    <List size="sm" spacing={2}>
      {pool.kpiKeys.map((key) => (
        <List.Item key={key}>
          {kpiLink(key, kpis.find((kpi) => kpi.key === key)?.name ?? key)}{" "}
          <Text span size="sm" c="dimmed">{t`each series by the part its scope names`}</Text>
        </List.Item>
      ))}
      {pool.series.map(({ seriesId, segment }) => {
        const one = series.find((other) => other.seriesId === seriesId);
        return (
          <List.Item key={seriesId}>
            {one === undefined ? seriesId : kpiLink(one.kpiKey, `${one.kpiName}, ${one.scope}`)}{" "}
            <Text span size="sm" c="dimmed">
              {segment.length === 0 ? t`all of the money` : t`the part ${segment.join(" / ")}`}
            </Text>
          </List.Item>
        );
      })}
    </List>
  );
}

function Claims({ members }: { members: readonly Series[] }) {
  return (
    <div>
      <Text size="sm" fw={600}>{t`Claims on it`}</Text>
      {members.map((one) => (
        <SeriesClaimsOf key={one.seriesId} series={one} />
      ))}
    </div>
  );
}

function SeriesClaimsOf({ series: { seriesId, kpiName, scope } }: { series: Series }) {
  const claims = useQuery(seriesClaimsQuery(useOrganisationId(), seriesId));
  const name = `${kpiName}, ${scope}`;
  if (claims.isError) {
    return (
      <FailedQuery
        what={t`The claims on ${name} could not be loaded.`}
        error={claims.error}
        onRetry={() => void claims.refetch()}
        retrying={claims.isFetching}
        showsOlderData={false}
      />
    );
  }
  const { data } = claims;
  if (data === undefined)
    return <Text size="sm" c="dimmed" aria-busy="true">{t`Reading the claims on ${name}`}</Text>;
  return (
    <Text size="sm" component="div" mt={4}>
      <b>{name}</b>
      {data.stretches.length === 0 && <div>{t`Nobody claims it.`}</div>}
      {data.stretches.map((stretch) => (
        <div key={stretch.firstDay}>{claimText(stretch, data)}</div>
      ))}
    </Text>
  );
}
