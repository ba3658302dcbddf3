import type { ListedRate } from "@liftledger/contracts/exchange-rate";
import { Box, Card, Skeleton, Stack, Switch, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { LookOnly } from "../access/look-only.tsx";
import { useHasRole } from "../access/use-has-role.ts";
import { exchangeRatesQuery, takenBackRatesQuery } from "./queries.ts";
import { RateForm } from "./rate-form.tsx";
import { RateTable } from "./rate-table.tsx";
import { TakeBackRate } from "./take-back-rate.tsx";
import { t } from "../../words.ts";

/** Where finance keeps the rates by which costs in other currencies are converted. */
export function RatesPage() {
  const rates = useInfiniteQuery(exchangeRatesQuery(useOrganisationId()));
  const [takingBack, setTakingBack] = useState<ListedRate>();
  const currency = useOrganisation()?.currency;
  const mayEnter = useHasRole("finance");
  const rows = rates.data?.pages.flatMap((page) => page.rows);
  return (
    <>
      <PageHeader
        title={t`Exchange rates`}
        subline={t`A cost in another currency is converted by the latest rate on or before the last day of its month. Without one it is refused, never guessed.`}
      />
      <Stack gap="lg" maw={900}>
        {rates.isError && (
          <FailedQuery
            what={t`The rates could not be loaded.`}
            error={rates.error}
            onRetry={() => void rates.refetch()}
            showsOlderData={rows !== undefined}
          />
        )}
        <LookOnly least="finance">
          {t`You see by which rates costs are converted. Finance enters them and takes them back: tell them which one is missing.`}
        </LookOnly>
        {mayEnter && currency !== undefined && (
          <Card withBorder padding="md">
            <Title order={2} fz="lg" mb="sm">{t`Add a rate`}</Title>
            <RateForm currency={currency} />
          </Card>
        )}
        {rates.isPending && <Skeleton height={240} radius="md" />}
        {rows !== undefined && (
          <Card withBorder padding="md">
            <Title order={2} fz="lg" mb="sm">{t`Rates`}</Title>
            {rows.length === 0 ? (
              <Text>{t`There is no rate yet: every cost here is in ${currency ?? ""}.`}</Text>
            ) : (
              <RateTable
                label={t`Exchange rates`}
                rows={rows}
                onTakeBack={mayEnter ? setTakingBack : undefined}
              />
            )}
            <ShowMore query={rates}>{t`Show older rates`}</ShowMore>
          </Card>
        )}
        <TakenBackRates />
      </Stack>
      {takingBack !== undefined && (
        <TakeBackRate rate={takingBack} onClose={() => setTakingBack(undefined)} />
      )}
    </>
  );
}

/** The rates that were taken back, with who did and why; nothing where none was. */
function TakenBackRates() {
  const [shows, setShows] = useState(false);
  const rows = useQuery(takenBackRatesQuery(useOrganisationId())).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Card withBorder padding="md">
      <Switch
        label={t`Show what was taken back (${rows.length})`}
        checked={shows}
        onChange={({ currentTarget }) => setShows(currentTarget.checked)}
      />
      {shows && (
        <Box mt="sm">
          <RateTable label={t`Rates that were taken back`} rows={rows} />
        </Box>
      )}
    </Card>
  );
}
