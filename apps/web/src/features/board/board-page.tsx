import type { Board } from "@liftledger/contracts/portfolio";
import { Box, Button, Group, SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { FigureCard } from "../../components/figure-card.tsx";
import { formatDate, formatInstant } from "../../components/format-date.ts";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { useLastGood } from "../../components/use-last-good.ts";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { ValuedOn } from "../clocks/valued-on.tsx";
import { PortfolioPapers } from "../cases/portfolio-papers.tsx";
import { FigureButton } from "../explain/figure-button.tsx";
import { SentenceFigure } from "../explain/sentence-figure.tsx";
import { Told } from "../explain/told.tsx";
import { RangeText } from "../explain/range-text.tsx";
import { DecisionsAsked } from "./decisions-asked.tsx";
import { boardQuery } from "./queries.ts";
import { t, tx } from "../../words.ts";
import { formatSentence } from "../../components/format-sentence.ts";

/** One screen for a board: spend, cash returned, likely range, each decision asked, and what stopping would cost. */
export function BoardPage() {
  const organisationId = useOrganisationId();
  const query = useQuery(boardQuery(organisationId, useClocks()));
  const board = useLastGood(query.data, organisationId);
  return (
    <>
      {board === undefined ? (
        <PageHeaderSkeleton title={t`Board view`} waiting={query.isPending} />
      ) : (
        <PageHeader
          title={formatSentence(board.headline)}
          heading={<Told parts={board.headlineParts} figures={board.figures} />}
          subline={t`${board.organisationName}, valued on ${formatDate(board.until)} with what was known on ${formatInstant(board.asOf)}.`}
          aside={
            <Group gap="sm" align="flex-end" className="not-printed">
              <ValuedOn asOf={board.asOf} />
              <PortfolioPapers size="xs" />
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPrinter size={15} aria-hidden />}
                onClick={() => window.print()}
              >{t`Print`}</Button>
            </Group>
          }
        />
      )}
      {query.isError && (
        <Box mb="md">
          <FailedQuery
            what={t`The board view could not be loaded.`}
            error={query.error}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
            showsOlderData={board !== undefined}
          />
        </Box>
      )}
      {query.isPending && (
        <Stack gap="md" aria-busy="true">
          <Skeleton height={102} />
          <Skeleton height={420} />
        </Stack>
      )}
      {board !== undefined && (
        <Stack gap="md">
          <BoardFigures board={board} />
          <DecisionsAsked board={board} />
        </Stack>
      )}
    </>
  );
}

/** A count of the portfolio that opens whom it counts. */
const counted = (key: "judged" | "initiatives" | "meeting-benchmark", count: number) => (
  <SentenceFigure figureId={`portfolio/${key}`} text={String(count)} />
);

function BoardFigures({ board: { figures, counts } }: { board: Board }) {
  const notYet = t`Not known yet`;
  const judged = counted("judged", counts.judged);
  const begun = counted("initiatives", counts.initiatives - counts.candidates);
  const meeting = counted("meeting-benchmark", counts.meetingBenchmark);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing={{ base: "xs", sm: "md" }}>
      <FigureCard
        label={t`Spent`}
        value={<FigureButton figure={figures.costOfAll} fallback={notYet} />}
        detail={
          figures.cost.value === null
            ? t`nothing of it can be judged yet`
            : tx`${<FigureButton figure={figures.cost} />} of it on what is judged`
        }
      />
      <FigureCard
        label={t`Cash returned`}
        value={<FigureButton figure={figures.realisedValue} fallback={notYet} />}
        detail={<RangeText figure={figures.realisedValue} numbers={{ compact: true }} />}
      />
      <FigureCard
        label={t`Return on cost, net`}
        value={<FigureButton figure={figures.netRoi} fallback={notYet} />}
        detail={<RangeText figure={figures.netRoi} />}
      />
      <FigureCard
        label={t`Over everything spent`}
        value={<FigureButton figure={figures.netRoiOfAll} fallback={notYet} />}
        detail={
          counts.candidates === 0
            ? tx`${judged} of ${begun} initiatives judged; ${meeting} meet their benchmark`
            : tx`${judged} of ${begun} begun initiatives judged; ${meeting} meet their benchmark`
        }
      />
    </SimpleGrid>
  );
}
