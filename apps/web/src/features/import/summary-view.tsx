import { Alert, Card, List, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import type { ImportSummary } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { formatKpiValue, pluralOf } from "@liftledger/kpis/unit";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { WrongRows } from "./wrong-rows.tsx";

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
  const count = new Intl.NumberFormat(readerLocale);
  const facts = [
    { words: `periods ${verb} new`, value: periods.new },
    { words: `periods ${verb} changed`, value: periods.changed },
    { words: "periods the same", value: periods.same },
    { words: "wrong rows left out", value: refusedCount },
  ];
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {facts.map(({ words, value }) => (
          <Card withBorder padding="sm" key={words}>
            <Text fz={24} fw={700} className="tabular">
              {count.format(value)}
            </Text>
            <Text size="sm" c="dimmed">
              {words}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {count.format(summary.rowsRead)} rows read
        {summary.totalRowsSkipped > 0 &&
          `, ${count.format(summary.totalRowsSkipped)} of them totals that are no data`}
        .
      </Text>
      {warnings.length > 0 && (
        <Alert variant="default" title="Worth a look">
          <List size="sm" spacing={4}>
            {warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <WrongRows rows={summary.refusedRows} count={refusedCount} fileName={summary.fileName} />
      <Changes changes={summary.changes} total={periods.changed} kpis={kpis} />
      <Totals totals={summary.totals} kpis={kpis} currency={currency} />
    </Stack>
  );
}

const firstSeries = 50;

function Totals({
  totals,
  kpis,
  currency,
}: Pick<ImportSummary, "totals"> & Pick<SummaryViewProps, "kpis" | "currency">) {
  const display = new Map(kpis.map((kpi) => [kpi.key, kpi.display]));
  const unit = (name: string) => (name === "money" ? currency : pluralOf(name));
  return (
    <Stack gap="xs">
      <Title order={3} fz="md">
        What the file adds up to
      </Title>
      <div className="scroll-region" tabIndex={0} role="region" aria-label="Totals of each series">
        <Table fz="sm" verticalSpacing={6} className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Series</Table.Th>
              <Table.Th>Periods</Table.Th>
              <Table.Th ta="right">Numerator</Table.Th>
              <Table.Th ta="right">Denominator</Table.Th>
              <Table.Th ta="right">Ratio</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {totals.slice(0, firstSeries).map((total) => (
              <Table.Tr key={`${total.kpiKey} ${total.scope}`}>
                <Table.Th scope="row" fw={500} miw={180}>
                  {total.kpiName}
                  <Text size="xs" c="dimmed">
                    {total.scope}
                    {total.isNewSeries && " · new series"}
                  </Text>
                </Table.Th>
                <Table.Td miw={170}>
                  {total.periods}
                  <Text size="xs" c="dimmed">
                    {formatPeriod(total.firstPeriod, readerLocale)} to{" "}
                    {formatPeriod(total.lastPeriod, readerLocale)}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  {showDecimal(total.numerator, readerLocale)}
                  <Text size="xs" c="dimmed">
                    {unit(total.numeratorUnit)}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  {showDecimal(total.denominator, readerLocale)}
                  <Text size="xs" c="dimmed">
                    {unit(total.denominatorUnit)}
                  </Text>
                </Table.Td>
                <Table.Td ta="right" fw={700}>
                  {total.ratio === null
                    ? "–"
                    : formatKpiValue(total.ratio, display.get(total.kpiKey) ?? "number", {
                        locale: readerLocale,
                        currency,
                      })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {totals.length > firstSeries && (
        <Text size="sm" c="dimmed">
          The first {firstSeries} of {totals.length} series.
        </Text>
      )}
    </Stack>
  );
}

interface ChangesProps extends Pick<ImportSummary, "changes"> {
  total: number;
  kpis: readonly Kpi[];
}

function Changes({ changes, total, kpis }: ChangesProps) {
  if (changes.length === 0) return null;
  const names = new Map(kpis.map((kpi) => [kpi.key, kpi.name]));
  const pair = ({ numerator, denominator }: { numerator: string; denominator: string }) =>
    `${showDecimal(numerator, readerLocale)} ÷ ${showDecimal(denominator, readerLocale)}`;
  return (
    <Stack gap="xs">
      <Title order={3} fz="md">
        What changes
      </Title>
      <div className="scroll-region" tabIndex={0} role="region" aria-label="Changed periods">
        <Table fz="sm" verticalSpacing={4} className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Series</Table.Th>
              <Table.Th>Period</Table.Th>
              <Table.Th ta="right">Before</Table.Th>
              <Table.Th ta="right">After</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map((change) => (
              <Table.Tr key={`${change.kpiKey} ${change.scope} ${change.period}`}>
                <Table.Td>
                  {names.get(change.kpiKey) ?? change.kpiKey}, {change.scope}
                </Table.Td>
                <Table.Td>{formatPeriod(change.period, readerLocale)}</Table.Td>
                <Table.Td ta="right">{pair(change.before)}</Table.Td>
                <Table.Td ta="right" fw={700}>
                  {pair(change.after)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {total > changes.length && (
        <Text size="sm" c="dimmed">
          The first {changes.length} of {total}.
        </Text>
      )}
    </Stack>
  );
}
