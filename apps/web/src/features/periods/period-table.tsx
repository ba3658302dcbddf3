import { Button, Table, Text, VisuallyHidden } from "@mantine/core";
import type { Period } from "@liftledger/contracts/period-close";
import { IconLock, IconLockOpen } from "@tabler/icons-react";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { missingText } from "./missing-words.ts";
import { t } from "../../words.ts";

export interface PeriodTableProps {
  rows: readonly Period[];
  /** Undefined for who may not change any. */
  onChoose: ((period: Period) => void) | undefined;
}

/** A lock stands on the line of its word. */
const level = { verticalAlign: "-2px" } as const;

/** The months, latest first: open or closed, what each lacks, and the way to the other state. */
export function PeriodTable({ rows, onChoose }: PeriodTableProps) {
  return (
    <ScrollRegion label={t`Months`}>
      <Table fz="sm" verticalSpacing={6} className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Month`}</Table.Th>
            <Table.Th>{t`State`}</Table.Th>
            <Table.Th visibleFrom="sm">{t`Missing`}</Table.Th>
            {onChoose !== undefined && (
              <Table.Th>
                <VisuallyHidden>{t`Close or reopen`}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <PeriodRow key={row.month} row={row} onChoose={onChoose} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function PeriodRow({ row, onChoose }: { row: Period } & Pick<PeriodTableProps, "onChoose">) {
  const name = formatPeriod(row.month, readerLocale);
  const missing = missingText(row);
  const closed = row.status === "closed";
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
      </Table.Th>
      <Table.Td>
        <State row={row} />
        {missing !== "" && (
          <Text size="xs" hiddenFrom="sm">
            {missing}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm">{missing === "" ? t`nothing` : missing}</Table.Td>
      {onChoose !== undefined && (
        <Table.Td ta="right">
          {row.hasEnded && (
            <Button
              variant={closed ? "subtle" : "default"}
              size="compact-sm"
              aria-label={closed ? t`Reopen ${name}` : t`Close ${name}`}
              onClick={() => onChoose(row)}
            >
              {closed ? t`Reopen` : t`Close`}
            </Button>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function State({ row }: { row: Period }) {
  if (row.closedAt === null) {
    const again = row.reopened > 0 ? t`reopened` : t`open`;
    return (
      <Text size="sm" component="span">
        <IconLockOpen size={14} style={level} aria-hidden /> {row.hasEnded ? again : t`not over yet`}
      </Text>
    );
  }
  return (
    <>
      <Text size="sm" component="span">
        <IconLock size={14} style={level} aria-hidden /> {t`closed`}
      </Text>
      <Text size="xs" c="dimmed">
        {formatInstant(row.closedAt, readerLocale)}, {row.closedBy}
      </Text>
    </>
  );
}
