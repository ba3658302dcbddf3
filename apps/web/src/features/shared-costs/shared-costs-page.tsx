import { Button, Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { initiativesQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { LookOnly } from "../access/look-only.tsx";
import { useHasRole } from "../access/use-has-role.ts";
import { useShownRows } from "../retirement/show-retired.tsx";
import { PoolCard } from "./pool-card.tsx";
import { PoolForm } from "./pool-form.tsx";
import { costPoolsQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** Where finance divides what several initiatives share: a licence, a team. */
export function SharedCostsPage() {
  const organisationId = useOrganisationId();
  const pools = useQuery(costPoolsQuery(organisationId));
  const initiatives = useQuery(initiativesQuery(organisationId));
  const currency = useOrganisation()?.currency;
  const { shown, control } = useShownRows(pools.data?.rows ?? []);
  const [adding, setAdding] = useState(false);
  const mayBook = useHasRole("finance");
  return (
    <>
      <PageHeader
        title={t`Shared costs`}
        subline={t`What several initiatives use together is divided month by month: the shares add up to the whole, to the last cent, and each initiative shows its own among its costs.`}
      />
      <Stack gap="lg" maw={900}>
        <LookOnly least="finance">
          {t`You see who bears what. Finance divides the months: tell them what should change.`}
        </LookOnly>
        {pools.isError && (
          <FailedQuery
            what={t`The shared costs could not be loaded.`}
            error={pools.error}
            onRetry={() => void pools.refetch()}
            showsOlderData={pools.data !== undefined}
          />
        )}
        {pools.isPending && <Skeleton height={240} radius="md" />}
        {pools.data?.rows.length === 0 && (
          <Text>{t`Nothing is shared yet: every cost here belongs to one initiative.`}</Text>
        )}
        {control}
        {currency !== undefined &&
          shown.map((pool) => (
            <PoolCard
              key={pool.costPoolId}
              pool={pool}
              initiatives={initiatives.data?.rows ?? []}
              currency={currency}
              mayBook={mayBook}
            />
          ))}
        {!mayBook ? null : adding ? (
          <Card withBorder padding="md">
            <Title order={2} fz="lg" mb="sm">{t`Add a shared cost`}</Title>
            <PoolForm onDone={() => setAdding(false)} />
          </Card>
        ) : (
          <div>
            <Button variant="default" onClick={() => setAdding(true)}>{t`Add a shared cost`}</Button>
          </div>
        )}
      </Stack>
    </>
  );
}
