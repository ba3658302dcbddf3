import { Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { exchangeRatesQuery } from "./queries.ts";
import { RateForm } from "./rate-form.tsx";
import { RateTable } from "./rate-table.tsx";

/** Where finance keeps the rates by which costs in other currencies are converted. */
export function RatesPage() {
  const rates = useInfiniteQuery(exchangeRatesQuery(useOrganisationId()));
  const currency = useOrganisation()?.currency;
  const rows = rates.data?.pages.flatMap((page) => page.rows);
  return (
    <>
      <PageHeader
        title="Exchange rates"
        subline="A cost in another currency is converted by the latest rate on or before the last day of its month. Without one it is refused, never guessed."
      />
      <Stack gap="lg" maw={900}>
        {rates.isError && (
          <FailedQuery
            what="The rates could not be loaded."
            error={rates.error}
            onRetry={() => void rates.refetch()}
            showsOlderData={rows !== undefined}
          />
        )}
        {currency !== undefined && (
          <Card withBorder padding="md">
            <Title order={2} fz="lg" mb="sm">
              Add a rate
            </Title>
            <RateForm currency={currency} />
          </Card>
        )}
        {rates.isPending && <Skeleton height={240} radius="md" />}
        {rows !== undefined && (
          <Card withBorder padding="md">
            <Title order={2} fz="lg" mb="sm">
              Rates
            </Title>
            {rows.length === 0 ? (
              <Text>There is no rate yet: every cost here is in {currency}.</Text>
            ) : (
              <RateTable rows={rows} />
            )}
            <ShowMore query={rates}>Show older rates</ShowMore>
          </Card>
        )}
      </Stack>
    </>
  );
}
