import { Button, Card, Table, Text } from "@mantine/core";
import type { WorkSplitRound } from "@liftledger/contracts/work-split";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { formatPeriod } from "../../components/format-date.ts";
import { formatCount, formatPercent } from "../../components/format-number.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { publishedRange } from "./published-range.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { pointsWords } from "../../components/points-words.ts";
import { t } from "../../words.ts";

/** Round over round: how many answered, what it came to, and how that lies beside the published figure. */
export function RoundsTable({ rounds }: { rounds: readonly WorkSplitRound[] }) {
  return (
    <Card withBorder padding="sm">
      <Table verticalSpacing="sm" className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Week`}</Table.Th>
            <Table.Th>{t`Answers`}</Table.Th>
            <Table.Th>{t`Mechanical`}</Table.Th>
            <Table.Th>{t`Since the round before`}</Table.Th>
            <Table.Th>{t`Beside the published ${publishedRange}`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rounds.map((round) => (
            <RoundRow key={round.roundId} round={round} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function RoundRow({ round }: { round: WorkSplitRound }) {
  const { week, team, answers, result } = round;
  const mayClose = useHasRole("finance");
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        {capitalised(formatPeriod(week))}
        <Text size="sm" c="dimmed" fw={400}>
          {team ?? t`Everybody`}
        </Text>
      </Table.Th>
      <Table.Td data-label={t`Answers`} className="tabular">
        {answers}
        {round.hasAnswered && (
          <Text size="sm" c="dimmed" component="span" display="block">{t`yours among them`}</Text>
        )}
      </Table.Td>
      {result.kind === "split" ? (
        <>
          <Table.Td data-label={t`Mechanical`} className="tabular">
            {formatPercent(Number(result.mechanicalShare))}
            <Text size="sm" c="dimmed" component="span" display="block">
              {t`${formatCount(Number(result.mechanicalHours))} of ${formatCount(Number(result.mechanicalHours) + Number(result.strategicHours))} hours`}
            </Text>
          </Table.Td>
          <Table.Td data-label={t`Since the round before`} className="tabular">
            {result.changeSince === null ? t`none before` : changeWords(Number(result.changeSince))}
          </Table.Td>
          <Table.Td data-label={t`Beside the published ${publishedRange}`}>
            {againstWords[result.againstPublished]}
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={3}>
          <Text size="sm" maw={420}>
            {formatSentence(result.reason)}
          </Text>
          {mayClose && round.closedAt === null && <CloseRound round={round} />}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

const againstWords = {
  under: t`under it`,
  within: t`within it`,
  over: t`over it`,
} as const;

/** A change of a share in percentage points: "−13.0 points". */
function changeWords(change: number): string {
  const points = pointsWords(change, 1);
  if (Math.abs(change) < 0.0005) return t`as before`;
  return change < 0 ? t`${points} less` : t`${points} more`;
}

function CloseRound({ round }: { round: WorkSplitRound }) {
  const { roundId, version, week } = round;
  const close = useWrite<{ version: number }, WorkSplitRound>((client, body, idempotencyKey) =>
    client.call("closeWorkSplitRound", { params: { roundId }, body, idempotencyKey }),
  );
  return (
    <>
      <Button
        mt="xs"
        size="xs"
        variant="default"
        loading={close.pending}
        onClick={() => close.send({ version })}
        aria-label={t`Close the round about ${formatPeriod(week)}`}
      >{t`Close the round`}</Button>
      {close.error !== null && <ProblemAlert what={t`The round was not closed.`} error={close.error} />}
    </>
  );
}
