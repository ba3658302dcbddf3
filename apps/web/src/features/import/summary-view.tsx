import { formatCount } from "../../components/format-number.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { Alert, Card, List, SimpleGrid, Stack, Text } from "@mantine/core";
import type { ImportSummary } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { ChangedPeriods } from "./changed-periods.tsx";
import { recordWords } from "./recipe-target.ts";
import { RecordsSummary } from "./records-summary.tsx";
import { SeriesTotals } from "./series-totals.tsx";
import { WrongRows } from "./wrong-rows.tsx";
import { t } from "../../words.ts";

export interface SummaryViewProps {
  summary: ImportSummary;
  kpis: readonly Kpi[];
  /** The currency new money series take. */
  currency: string;
  /** "would be" before the import, "were" after it. */
  verb: string;
}

/** What an import does: counts, totals of each series, what changes from what to what, and what is wrong. */
export function SummaryView({ summary, kpis, currency, verb }: SummaryViewProps) {
  const { periods, refusedCount, warnings } = summary;
  const facts = factsOf(summary, verb);
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 2, sm: facts.length }} spacing="sm">
        {facts.map(({ words, value }) => (
          <Card withBorder padding="sm" key={words}>
            <Text fz={24} fw={700} className="tabular">
              {formatCount(value)}
            </Text>
            <Text size="sm" c="dimmed">
              {words}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {summary.totalRowsSkipped > 0
          ? t`${formatCount(summary.rowsRead)} rows read, ${formatCount(summary.totalRowsSkipped)} of them totals that are no data.`
          : t`${formatCount(summary.rowsRead)} rows read.`}
      </Text>
      {warnings.length > 0 && (
        <Alert variant="default" title={t`Worth a look`}>
          <List size="sm" spacing={4}>
            {warnings.map((warning) => (
              <List.Item key={warning}>{formatSentence(warning)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <WrongRows rows={summary.refusedRows} count={refusedCount} fileName={summary.fileName} />
      {summary.target === "series" ? (
        <>
          <ChangedPeriods changes={summary.changes} total={periods.changed} kpis={kpis} />
          <SeriesTotals
            totals={summary.totals}
            kpis={kpis}
            currency={currency}
            holdsClosed={summary.refusedRows.some(({ rule }) => rule === "period-closed")}
          />
        </>
      ) : (
        <RecordsSummary summary={summary} />
      )}
    </Stack>
  );
}

function factsOf({ target, periods, records, refusedCount, unreadCount }: ImportSummary, verb: string) {
  const wrong = { words: t`rows left out`, value: refusedCount };
  if (target !== "series")
    return [
      { words: t`${recordWords(target, records.new)} ${verb} new`, value: records.new },
      { words: t`there already, left as they are`, value: records.same },
      wrong,
      { words: t`cells that cannot be read`, value: unreadCount },
    ];
  return [
    { words: t`periods ${verb} new`, value: periods.new },
    { words: t`periods ${verb} changed`, value: periods.changed },
    { words: t`periods the same`, value: periods.same },
    ...(periods.beside === 0 ? [] : [{ words: t`kept beside another source`, value: periods.beside }]),
    wrong,
  ];
}
