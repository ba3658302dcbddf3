import { Card, Skeleton, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { comparedSeries, type ComparedSeries } from "./compared-series.ts";
import { sourceComparisonsQuery } from "./queries.ts";
import { SeriesComparison } from "./series-comparison.tsx";
import { SourceDialog } from "./source-dialog.tsx";
import { t } from "../../words.ts";

/** Where several sources told of one period: what counts, what stands beside it, and who is named. */
export function SourcesPage() {
  const comparisons = useInfiniteQuery(sourceComparisonsQuery(useOrganisationId()));
  const [chosen, setChosen] = useState<ComparedSeries>();
  const mayName = useHasRole("finance");
  const series = comparedSeries(comparisons.data?.pages.flatMap((page) => page.rows) ?? []);
  return (
    <>
      <PageHeader
        title={t`Two sources`}
        subline={t`Where two sources report one period, one of them counts and the other stands beside it with the difference: neither revises the other. Finance names whose numbers count.`}
      />
      <Stack gap="lg" maw={1100}>
        {comparisons.isError && (
          <FailedQuery
            what={t`The comparison could not be loaded.`}
            error={comparisons.error}
            onRetry={() => void comparisons.refetch()}
            showsOlderData={comparisons.data !== undefined}
          />
        )}
        {comparisons.isPending && <Skeleton height={320} radius="md" />}
        {comparisons.isSuccess && series.length === 0 && <NoneYet />}
        {series.map((one) => (
          <SeriesComparison key={one.seriesId} series={one} onChoose={mayName ? setChosen : undefined} />
        ))}
        <ShowMore query={comparisons}>{t`Show more periods`}</ShowMore>
      </Stack>
      {chosen !== undefined && (
        <SourceDialog key={chosen.seriesId} series={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}

function NoneYet() {
  return (
    <Card withBorder padding="md">
      <Text
        maw={640}
      >{t`Every period has one source so far. When a file or a person reports a period that another source has reported, it is shown here beside the number that counts.`}</Text>
    </Card>
  );
}
