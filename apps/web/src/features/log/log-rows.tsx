import { Badge, Button, Card, Group, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { readerLocale } from "../../components/reader-locale.ts";
import { rowState, type CellName, type LogRow, type TypedRows } from "./log-entries.ts";
import { plausibilityNote } from "./plausibility.ts";
import { countedText, fillingUpNote, pairText, rowNote, takenBackNote } from "./row-words.ts";
import { t } from "../../words.ts";

export interface LogRowsProps {
  rows: readonly LogRow[];
  typed: TypedRows;
  /** "That week", "The week before" or months. */
  thisPeriod: string;
  lastPeriod: string;
  cell: (row: LogRow, index: number, cell: CellName) => ReactNode;
  /** Left out where nothing may be taken back. */
  onTakeBack?: (row: LogRow) => void;
}

/** The sheet as a table: numbers under each other, those of the week before in a column of their own. */
export function LogTable({ rows, typed, thisPeriod, lastPeriod, cell, ...more }: LogRowsProps) {
  return (
    <Table verticalSpacing="xs" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="30%">{t`KPI`}</Table.Th>
          <Table.Th>{t`Numerator`}</Table.Th>
          <Table.Th>{t`Denominator`}</Table.Th>
          <Table.Th ta="right" w={110}>
            {thisPeriod}
          </Table.Th>
          <Table.Th w={190}>{lastPeriod}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, index) => (
          <Table.Tr key={row.seriesId}>
            <Table.Th scope="row" fw={400}>
              <RowName row={row} typed={typed} {...more} />
            </Table.Th>
            <Table.Td>{cell(row, index, "numerator")}</Table.Td>
            <Table.Td>{row.isTotal ? <TotalNote /> : cell(row, index, "denominator")}</Table.Td>
            <Table.Td ta="right" className="tabular">
              <LiveRatio row={row} typed={typed} />
            </Table.Td>
            <Table.Td className="tabular">
              <LastRatio row={row} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The sheet on a phone: one card a KPI. */
export function LogCards({ rows, typed, thisPeriod, lastPeriod, cell, ...more }: LogRowsProps) {
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
      {rows.map((row, index) => (
        <Card withBorder component="li" key={row.seriesId} padding="sm">
          <RowName row={row} typed={typed} {...more} />
          <SimpleGrid cols={row.isTotal ? 1 : 2} spacing="xs" mt="xs">
            {cell(row, index, "numerator")}
            {!row.isTotal && cell(row, index, "denominator")}
          </SimpleGrid>
          <Stack gap={2} mt="xs" className="tabular">
            <Text size="sm">
              {thisPeriod} <LiveRatio row={row} typed={typed} />
            </Text>
            <Text size="sm" c="dimmed">
              {lastPeriod} <LastRatio row={row} />
            </Text>
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

interface RowPart {
  row: LogRow;
  typed: TypedRows;
}

function RowName({ row, typed, onTakeBack }: RowPart & Pick<LogRowsProps, "onTakeBack">) {
  const taken = takenBackNote(row, readerLocale);
  const state = rowState(row, typed[row.seriesId], readerLocale);
  const note = rowNote(row, state, readerLocale);
  const odd = plausibilityNote(row, state, readerLocale);
  const quiet = [row.scope, ...row.initiatives].join(" · ");
  const fillingUp = fillingUpNote(row, readerLocale);
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={600} component="span">
          {row.kpiName}
        </Text>
        {note !== undefined && (
          <Badge variant="default" size="sm" tt="none" fw={500}>
            {note}
          </Badge>
        )}
        {row.current !== null && onTakeBack !== undefined && (
          <Button
            variant="transparent"
            size="compact-xs"
            px={0}
            aria-label={t`Take back ${row.kpiName}, ${row.scope}`}
            onClick={() => onTakeBack(row)}
          >{t`Take back`}</Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {quiet}
      </Text>
      {taken !== undefined && (
        <Text size="xs" c="dimmed">
          {taken}
        </Text>
      )}
      {odd !== undefined && (
        <Text size="xs" fw={600} role="status">
          {odd}
        </Text>
      )}
      {fillingUp !== undefined && (
        <Text size="xs" c="dimmed">
          {fillingUp}
        </Text>
      )}
    </>
  );
}

function TotalNote() {
  return <Text size="xs" c="dimmed">{t`a total: nothing to divide by`}</Text>;
}

function LiveRatio({ row, typed }: RowPart) {
  const state = rowState(row, typed[row.seriesId], readerLocale);
  const pair =
    state.kind === "ready" ? state : state.kind === "same" ? (row.current ?? undefined) : undefined;
  return (
    <Text component="span" fw={700} size="sm">
      {countedText(row, pair, readerLocale)}
    </Text>
  );
}

function LastRatio({ row }: { row: LogRow }) {
  if (row.previous === null) return <Text component="span" size="sm" c="dimmed">{t`nothing logged`}</Text>;
  return (
    <Text component="span" size="sm" c="dimmed">
      {countedText(row, row.previous, readerLocale)}
      {!row.isTotal && (
        <Text component="span" size="xs">
          {" "}
          <span style={{ whiteSpace: "nowrap" }}>{`(${pairText(row, row.previous, readerLocale)})`}</span>
        </Text>
      )}
    </Text>
  );
}
