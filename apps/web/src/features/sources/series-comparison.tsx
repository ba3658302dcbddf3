import { Button, Card, Group, Table, Text, Title } from "@mantine/core";
import type { SourceComparison } from "@liftledger/contracts/source-of-record";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { formatPeriod } from "../../components/format-date.ts";
import { formatPercent } from "../../components/format-number.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { showDecimal } from "../../components/typed-number.ts";
import { relativeDifference, type ComparedSeries } from "./compared-series.ts";
import { t } from "../../words.ts";

export interface SeriesComparisonProps {
  series: ComparedSeries;
  /** Left out for who may not say whose numbers count. */
  onChoose: ((series: ComparedSeries) => void) | undefined;
}

/** The contested periods of one series: what counts, what stands beside it, how far apart they are. */
export function SeriesComparison({ series, onChoose }: SeriesComparisonProps) {
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" gap="sm" mb="sm">
        <Title order={2} fz="lg">
          {series.name}
        </Title>
        {onChoose !== undefined && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t`Whose numbers count in ${series.name}?`}
            onClick={() => onChoose(series)}
          >{t`Whose numbers count?`}</Button>
        )}
      </Group>
      <ScrollRegion label={t`Sources of ${series.name}`}>
        <Table fz="sm" verticalSpacing={6} className="tabular stacks-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Period`}</Table.Th>
              <Table.Th>{t`Counts`}</Table.Th>
              <Table.Th>{t`Stands beside`}</Table.Th>
              <Table.Th ta="right">{t`Difference`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {series.periods.flatMap((period) =>
              period.beside.map((other) => (
                <ComparedRow key={`${period.period} ${other.source}`} period={period} other={other} />
              )),
            )}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </Card>
  );
}

function ComparedRow({
  period,
  other,
}: {
  period: SourceComparison;
  other: SourceComparison["beside"][number];
}) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} style={{ whiteSpace: "nowrap" }}>
        {capitalised(formatPeriod(period.period, readerLocale))}
      </Table.Th>
      <Table.Td miw={150} data-label={t`Counts`}>
        {period.counted === null ? <NothingCounts /> : <Told told={period.counted} />}
      </Table.Td>
      <Table.Td miw={150} data-label={t`Stands beside`}>
        <Told told={other} />
      </Table.Td>
      <Table.Td ta="right" data-numeric data-label={t`Difference`}>
        {differenceText(period.counted, other)}
      </Table.Td>
    </Table.Tr>
  );
}

function NothingCounts() {
  return (
    <>
      {t`Nothing`}
      <Text size="xs" c="dimmed">{t`what counted was taken back`}</Text>
    </>
  );
}

type ToldPeriod = NonNullable<SourceComparison["counted"]>;

function Told({ told }: { told: ToldPeriod }) {
  return (
    <>
      {showDecimal(told.numerator, readerLocale)} ÷ {showDecimal(told.denominator, readerLocale)}
      <Text size="xs" c="dimmed">
        {told.source}, {told.recordedBy}
      </Text>
    </>
  );
}

function differenceText(
  counted: SourceComparison["counted"],
  other: SourceComparison["beside"][number],
): string {
  if (counted === null || other.difference === null) return t`stands alone`;
  const { numerator, denominator } = other.difference;
  if (Number(numerator) === 0 && Number(denominator) === 0) return t`agrees`;
  const relative = relativeDifference(counted.ratio, other.ratio);
  if (relative === null) return t`differs`;
  if (relative === 0) return t`same ratio`;
  const sign = relative > 0 ? "+" : "−";
  return `${sign}${formatPercent(Math.abs(relative), { locale: readerLocale, digits: 1 })}`;
}
