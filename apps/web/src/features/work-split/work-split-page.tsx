import { Card, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { WorkSplitRound } from "@liftledger/contracts/work-split";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatPeriod } from "../../components/format-date.ts";
import { formatPercent } from "../../components/format-number.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { AnswerForm } from "./answer-form.tsx";
import { OpenRoundForm } from "./open-round-form.tsx";
import { roundsQuery } from "./queries.ts";
import { publishedRange } from "./published-range.ts";
import { RoundsTable } from "./rounds-table.tsx";
import { t } from "../../words.ts";

/** How many hours of a week are mechanical and how many strategic: asked again and again, told pooled. */
export function WorkSplitPage() {
  const query = useInfiniteQuery(roundsQuery(useOrganisationId()));
  const rows = query.data?.pages.flatMap((page) => page.rows);
  const role = usePerson()?.role ?? "viewer";
  const asked = rows?.filter(({ mayAnswer }) => mayAnswer) ?? [];
  return (
    <>
      <PageHeader
        title={finding(rows)}
        subline={t`Mechanical work follows a rule: copying, formatting, chasing. Strategic work takes judgement. The publisher Writer reports that ${publishedRange} of a marketer’s time is mechanical.`}
      />
      <Stack gap="md" maw={900}>
        {query.isError && (
          <FailedQuery
            what={t`The survey could not be loaded.`}
            error={query.error}
            onRetry={() => void query.refetch()}
            showsOlderData={rows !== undefined}
          />
        )}
        {query.isPending && <Skeleton height={320} radius="md" />}
        {asked.map((round) => (
          <AnswerForm key={round.roundId} round={round} />
        ))}
        {(role === "finance" || role === "admin") && rows !== undefined && (
          <Paper withBorder p="md" component="section" aria-labelledby="ask">
            <Title order={2} fz={18} mb="sm" id="ask">{t`Ask`}</Title>
            <OpenRoundForm />
          </Paper>
        )}
        {rows?.length === 0 && (
          <Card withBorder padding="md">
            <Text
              maw={640}
            >{t`Nobody was asked yet. Finance opens a round for a team or for everybody; whoever is asked answers here with two numbers, once. Only sums are kept.`}</Text>
          </Card>
        )}
        {rows !== undefined && rows.length > 0 && <RoundsTable rounds={rows} />}
        <ShowMore query={query}>{t`Show earlier rounds`}</ShowMore>
      </Stack>
    </>
  );
}

/** The latest result of everybody or of a team, as a sentence. */
function finding(rows: readonly WorkSplitRound[] | undefined): string {
  const latest = rows?.find(({ result }) => result.kind === "split");
  if (latest?.result.kind !== "split") return t`How work is split`;
  const share = formatPercent(Number(latest.result.mechanicalShare));
  const week = formatPeriod(latest.week);
  return latest.team === null
    ? t`${share} of the hours were mechanical in ${week}`
    : t`${share} of the hours of ${latest.team} were mechanical in ${week}`;
}
