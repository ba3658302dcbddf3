import { formatCount } from "../../components/format-number.ts";
import { Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import type { RefusedRow } from "@liftledger/contracts/import";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { IconDownload } from "@tabler/icons-react";
import { saveFile } from "../../components/save-file.ts";
import { wrongRowsCsv } from "./wrong-rows-csv.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

const firstShown = 20;

export interface WrongRowsProps {
  rows: readonly RefusedRow[];
  /** How many there are; the server keeps the first thousand. */
  count: number;
  fileName: string;
  /** What is said of them; of rows that are left out unless given. */
  words?: { one: string; many: string; download: string };
}

const leftOut = {
  one: t`row is left out`,
  many: t`rows are left out`,
  download: t`Download these rows`,
};

/** The rows that are left out, each by line, column, value and rule. */
export function WrongRows({ rows, count, fileName, words = leftOut }: WrongRowsProps) {
  if (count === 0) return null;
  // A row of a closed month is left out as a whole.
  const hasColumns = rows.some(({ column }) => column !== null);
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} fz="md">
          {formatCount(count)} {count === 1 ? words.one : words.many}
        </Title>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() =>
            saveFile(
              words === leftOut ? t`rows left out of ${fileName}.csv` : t`unread cells of ${fileName}.csv`,
              wrongRowsCsv(rows),
              "text/csv",
            )
          }
        >
          {words.download}
        </Button>
      </Group>
      <ScrollRegion label={words.many}>
        <Table fz="sm" verticalSpacing={4} className="stacks-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{t`Line`}</Table.Th>
              {hasColumns && <Table.Th>{t`Column`}</Table.Th>}
              <Table.Th>{t`Value`}</Table.Th>
              <Table.Th>{t`Why`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, firstShown).map((row) => (
              <Table.Tr key={`${row.line} ${row.column} ${row.value} ${row.rule}`}>
                <Table.Td ta="right" className="tabular short" data-numeric data-label={t`Line`}>
                  {row.line}
                </Table.Td>
                {hasColumns && (
                  <Table.Td className="short" data-label={t`Column`}>
                    {row.column ?? "–"}
                  </Table.Td>
                )}
                <Table.Td className="short" style={{ whiteSpace: "nowrap" }} data-label={t`Value`}>
                  <span translate="no">{row.value === null || row.value === "" ? t`empty` : row.value}</span>
                </Table.Td>
                <Table.Td>{capitalised(formatSentence(row.message))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {count > firstShown && (
        <Text size="sm" c="dimmed">
          {t`The first ${firstShown} are shown.`}{" "}
          {count > rows.length && t`The download holds the first ${formatCount(rows.length)}.`}
        </Text>
      )}
    </Stack>
  );
}
