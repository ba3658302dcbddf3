import { formatCount } from "../../components/format-number.ts";
import { List, Stack, Table, Text, Title } from "@mantine/core";
import type { ImportSummary } from "@liftledger/contracts/import";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { showDecimal } from "../../components/typed-number.ts";
import { choiceLabel } from "./record-field.tsx";
import { WrongRows } from "./wrong-rows.tsx";
import { t } from "../../words.ts";

const firstShown = 10;

/** What the new rows are: counted by what they have in common, the first of them, and the cells that were not read. */
export function RecordsSummary({ summary }: { summary: ImportSummary }) {
  const { tallies, firstNew, records, unreadCells, unreadCount, fileName } = summary;
  return (
    <Stack gap="md">
      <WrongRows
        rows={unreadCells}
        count={unreadCount}
        fileName={fileName}
        words={{
          one: t`cell cannot be read; its row counts all the same`,
          many: t`cells cannot be read; their rows count all the same`,
          download: t`Download these cells`,
        }}
      />
      {tallies.length > 0 && <Tallies tallies={tallies} />}
      {firstNew.length > 0 && (
        <div>
          <Title order={3} fz="md" mb={6}>
            {records.new > firstShown ? t`The first ${firstShown} of the new rows` : t`The new rows`}
          </Title>
          <List size="sm" spacing={4}>
            {firstNew.slice(0, firstShown).map(({ line, text }) => (
              <List.Item key={line} style={{ overflowWrap: "anywhere" }}>
                {text} <Text span size="xs" c="dimmed">{t`line ${line}`}</Text>
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}

function Tallies({ tallies }: { tallies: ImportSummary["tallies"] }) {
  const hasMoney = tallies.some(({ amount }) => amount !== null);
  return (
    <div>
      <Title order={3} fz="md" mb={6}>{t`Of the new rows`}</Title>
      <ScrollRegion label={t`Of the new rows`}>
        <Table fz="sm" verticalSpacing={4} className="tabular" maw={620}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`By`}</Table.Th>
              <Table.Th>{t`Value`}</Table.Th>
              <Table.Th ta="right">{t`Rows`}</Table.Th>
              {hasMoney && <Table.Th ta="right">{t`Amount`}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tallies.map(({ field, value, rows, amount }) => (
              <Table.Tr key={`${field} ${value} ${amount?.currency}`}>
                <Table.Td c="dimmed">{choiceLabel(field)}</Table.Td>
                <Table.Th scope="row" fw={500}>
                  {choiceLabel(value)}
                </Table.Th>
                <Table.Td ta="right">{formatCount(rows)}</Table.Td>
                {hasMoney && (
                  <Table.Td ta="right">
                    {amount === null ? "" : `${showDecimal(amount.amount, readerLocale)} ${amount.currency}`}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </div>
  );
}
