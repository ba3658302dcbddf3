import { Stack, Table, Text, Title } from "@mantine/core";
import type { ImportSummary } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { formatKpiValue, pluralOf } from "@liftledger/kpis/unit";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { showDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

export interface SeriesTotalsProps {
  totals: ImportSummary["totals"];
  kpis: readonly Kpi[];
  currency: string;
  /** Whether rows of closed months, which are left out, are in the sums. */
  holdsClosed: boolean;
}

const firstShown = 50;

/** What the file adds up to, a row for each series. */
export function SeriesTotals({ totals, kpis, currency, holdsClosed }: SeriesTotalsProps) {
  return (
    <Stack gap="xs">
      <Title order={3} fz="md">{t`What the file adds up to`}</Title>
      {holdsClosed && (
        <Text
          size="sm"
          c="dimmed"
        >{t`Of all its rows, to hold against the file: those of closed months are in these sums and are left out.`}</Text>
      )}
      <ScrollRegion label={t`Totals of each series`}>
        <Table fz="sm" verticalSpacing={6} className="tabular stacks-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Series`}</Table.Th>
              <Table.Th>{t`Periods`}</Table.Th>
              <Table.Th ta="right">{t`Numerator`}</Table.Th>
              <Table.Th ta="right">{t`Denominator`}</Table.Th>
              <Table.Th ta="right">{t`Ratio`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {totals.slice(0, firstShown).map((total) => (
              <TotalRow
                key={`${total.kpiKey} ${total.scope}`}
                total={total}
                display={kpis.find((kpi) => kpi.key === total.kpiKey)?.display ?? "number"}
                currency={currency}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {totals.length > firstShown && (
        <Text size="sm" c="dimmed">{t`The first ${firstShown} of ${totals.length} series.`}</Text>
      )}
    </Stack>
  );
}

interface TotalRowProps {
  total: ImportSummary["totals"][number];
  display: Kpi["display"];
  currency: string;
}

function TotalRow({ total, display, currency }: TotalRowProps) {
  const unit = (name: string) => (name === "money" ? currency : pluralOf(name));
  const format = { locale: readerLocale, currency };
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} miw={180}>
        {total.kpiName}
        <Quiet>
          {total.scope}
          {total.isNewSeries && <> · {t`new series`}</>}
        </Quiet>
      </Table.Th>
      <Table.Td miw={170} data-label={t`Periods`}>
        {total.periods}
        <Quiet>{t`${formatPeriod(total.firstPeriod, readerLocale)} to ${formatPeriod(total.lastPeriod, readerLocale)}`}</Quiet>
      </Table.Td>
      <Table.Td ta="right" data-numeric data-label={t`Numerator`}>
        {showDecimal(total.numerator, readerLocale)}
        <Quiet>{unit(total.numeratorUnit)}</Quiet>
      </Table.Td>
      <Table.Td ta="right" data-numeric data-label={t`Denominator`}>
        {showDecimal(total.denominator, readerLocale)}
        <Quiet>{unit(total.denominatorUnit)}</Quiet>
      </Table.Td>
      <Table.Td ta="right" fw={700} data-numeric data-label={t`Ratio`}>
        {total.ratio === null ? "–" : formatKpiValue(total.ratio, display, format)}
      </Table.Td>
    </Table.Tr>
  );
}

function Quiet({ children }: { children: React.ReactNode }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}
