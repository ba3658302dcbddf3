import { Stack, Table, Text, Title } from "@mantine/core";
import type { ImportSummary } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { showDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

export interface ChangedPeriodsProps {
  changes: ImportSummary["changes"];
  /** How many there are; the server names the first. */
  total: number;
  kpis: readonly Kpi[];
}

/** What changes, from what to what. */
export function ChangedPeriods({ changes, total, kpis }: ChangedPeriodsProps) {
  if (changes.length === 0) return null;
  const names = new Map(kpis.map((kpi) => [kpi.key, kpi.name]));
  const pair = ({ numerator, denominator }: { numerator: string; denominator: string }) =>
    `${showDecimal(numerator, readerLocale)} ÷ ${showDecimal(denominator, readerLocale)}`;
  return (
    <Stack gap="xs">
      <Title order={3} fz="md">{t`What changes`}</Title>
      <ScrollRegion label={t`Changed periods`}>
        <Table fz="sm" verticalSpacing={4} className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Series`}</Table.Th>
              <Table.Th>{t`Period`}</Table.Th>
              <Table.Th ta="right">{t`Before`}</Table.Th>
              <Table.Th ta="right">{t`After`}</Table.Th>
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
      </ScrollRegion>
      {total > changes.length && (
        <Text size="sm" c="dimmed">{t`The first ${changes.length} of ${total}.`}</Text>
      )}
    </Stack>
  );
}
