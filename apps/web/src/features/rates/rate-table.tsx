import { Button, Table, Text, VisuallyHidden } from "@mantine/core";
import type { ListedRate } from "@liftledger/contracts/exchange-rate";
import { formatDate, formatInstant } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { showDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

/** The rates, newest day first, each with where it comes from. */
export function RateTable({
  label,
  rows,
  onTakeBack,
}: {
  label: string;
  rows: readonly ListedRate[];
  /** Left out where they were taken back already, and for who may not. */
  onTakeBack?: ((rate: ListedRate) => void) | undefined;
}) {
  return (
    <ScrollRegion label={label}>
      <Table fz="sm" verticalSpacing={6} layout="fixed" className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`From`}</Table.Th>
            <Table.Th>{t`Rate`}</Table.Th>
            <Table.Th>{t`Source`}</Table.Th>
            <Table.Th>{t`Entered`}</Table.Th>
            <Table.Th w="26%">
              {onTakeBack === undefined ? t`Taken back` : <VisuallyHidden>{t`Take back`}</VisuallyHidden>}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.date} ${row.from} ${row.revision}`}>
              <Table.Th scope="row" fw={500}>
                {formatDate(row.date, readerLocale)}
              </Table.Th>
              <Table.Td style={{ whiteSpace: "nowrap" }}>
                1 {row.from} = {showDecimal(row.rate, readerLocale)} {row.to}
              </Table.Td>
              <Table.Td data-label={t`Source`}>
                {row.source}
                {row.revision > 1 && <Text size="xs" c="dimmed">{t`revision ${row.revision}`}</Text>}
              </Table.Td>
              <Table.Td data-label={t`Entered`}>
                {formatInstant(row.recordedAt, readerLocale)}
                <Text size="xs" c="dimmed">
                  {row.recordedBy}
                </Text>
              </Table.Td>
              <Table.Td {...(row.retracted === null ? {} : { "data-label": t`Taken back` })}>
                <TakenBack rate={row} onTakeBack={onTakeBack} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function TakenBack({
  rate,
  onTakeBack,
}: {
  rate: ListedRate;
  onTakeBack: ((rate: ListedRate) => void) | undefined;
}) {
  const { from, date, retracted } = rate;
  if (retracted !== null) {
    return (
      <>
        {formatInstant(retracted.retractedAt, readerLocale)}
        <Text size="xs" c="dimmed">
          {retracted.retractedBy}: {retracted.reason}
        </Text>
      </>
    );
  }
  if (onTakeBack === undefined) return null;
  return (
    <Button
      size="xs"
      variant="subtle"
      px={0}
      aria-label={t`Take back the rate of ${from} from ${formatDate(date, readerLocale)}`}
      onClick={() => onTakeBack(rate)}
    >{t`Take back`}</Button>
  );
}
