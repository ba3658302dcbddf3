import { formatCount } from "../../components/format-number.ts";
import { Button, Card, Skeleton, Table, Text, Title } from "@mantine/core";
import type { ImportRecord } from "@liftledger/contracts/import";
import { useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";

import { FailedQuery } from "../../components/failed-query.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { importsQuery } from "./queries.ts";
import { targetWords } from "./recipe-target.ts";
import classes from "./earlier-imports.module.css";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { form, plural, t } from "../../words.ts";

const RefusedRowsDialog = lazy(() =>
  import("./refused-rows-dialog.tsx").then((module) => ({ default: module.RefusedRowsDialog })),
);

const UndoImportDialog = lazy(() =>
  import("./undo-import-dialog.tsx").then((module) => ({ default: module.UndoImportDialog })),
);

/** What was imported before, by whom, and what was left out. */
export function EarlierImports() {
  const imports = useInfiniteQuery(importsQuery(useOrganisationId()));
  const mayImport = useHasRole("contributor");
  const [open, setOpen] = useState<ImportRecord>();
  const [undoing, setUndoing] = useState<ImportRecord>();
  const rows = imports.data?.pages.flatMap((page) => page.rows) ?? [];
  if (imports.isPending) return <Skeleton height={160} radius="md" />;
  if (imports.isError)
    return (
      <FailedQuery
        what={t`Earlier imports could not be loaded.`}
        error={imports.error}
        onRetry={() => void imports.refetch()}
      />
    );
  // Who may import has something to do here; anybody else is told that there is nothing to see.
  if (rows.length === 0) return mayImport ? null : <Text>{t`Nothing was imported yet.`}</Text>;
  return (
    <Card withBorder padding="md">
      <Title order={2} fz="lg" mb="sm">{t`Earlier imports`}</Title>
      <ImportTable rows={rows} onOpen={setOpen} onUndo={setUndoing} />
      <ShowMore query={imports}>{t`Show older imports`}</ShowMore>
      {open !== undefined && (
        <Suspense fallback={null}>
          <RefusedRowsDialog record={open} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
      {undoing !== undefined && (
        <Suspense fallback={null}>
          <UndoImportDialog record={undoing} onClose={() => setUndoing(undefined)} />
        </Suspense>
      )}
    </Card>
  );
}

interface ImportTableProps {
  rows: readonly ImportRecord[];
  onOpen: (record: ImportRecord) => void;
  onUndo: (record: ImportRecord) => void;
}

function ImportTable({ rows, onOpen, onUndo }: ImportTableProps) {
  return (
    <ScrollRegion label={t`Earlier imports`}>
      <Table fz="sm" verticalSpacing={6} className="tabular stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`File`}</Table.Th>
            <Table.Th>{t`When, by whom`}</Table.Th>
            {counts.map(({ heading }) => (
              <Table.Th key={heading} ta="right">
                {heading}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t`Left out`}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t`Undo`}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <ImportRow key={row.importId} row={row} onOpen={onOpen} onUndo={onUndo} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** What became of the rows, column by column. */
const counts: readonly { heading: string; of: (row: ImportRecord) => number }[] = [
  { heading: t`Rows`, of: (row) => row.rowsRead },
  { heading: t`New`, of: (row) => row.periodsNew + row.recordsNew },
  { heading: t`Changed`, of: (row) => row.periodsChanged },
  { heading: t`Same`, of: (row) => row.periodsSame + row.recordsSame },
  { heading: t`Beside`, of: (row) => row.periodsBeside },
];

function ImportRow({ row, onOpen, onUndo }: { row: ImportRecord } & Omit<ImportTableProps, "rows">) {
  const mayUndo = useHasRole("contributor");
  return (
    <Table.Tr className={classes["row"]}>
      <Table.Th scope="row" fw={500} miw={180}>
        {row.fileName}
        <Text size="xs" c="dimmed" title={t`SHA-256 ${row.fileDigest}`}>
          {targetWords[row.target].label} · {row.recipeName ?? t`mapping not remembered`} ·{" "}
          {t`fingerprint ${row.fileDigest.slice(0, 10)}`}
        </Text>
      </Table.Th>
      <Table.Td miw={150}>
        {formatInstant(row.recordedAt, readerLocale)}
        <Text size="xs" c="dimmed">
          {row.recordedBy}
        </Text>
      </Table.Td>
      {counts.map(({ heading, of }) => (
        <Table.Td key={heading} ta="right" className="short" data-label={heading}>
          {formatCount(of(row))}
        </Table.Td>
      ))}
      <Table.Td ta="right" className="short" data-label={t`Left out`}>
        {row.rowsRefused === 0 ? (
          "0"
        ) : (
          <button
            type="button"
            className="name-button"
            aria-label={plural(
              row.rowsRefused,
              form`${row.rowsRefused} row of ${row.fileName} left out: show it`,
              form`${row.rowsRefused} rows of ${row.fileName} left out: show them`,
            )}
            onClick={() => onOpen(row)}
          >
            {formatCount(row.rowsRefused)}
          </button>
        )}
      </Table.Td>
      <Table.Td miw={130}>
        {row.undoneAt === null ? (
          mayUndo && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t`Undo the import of ${row.fileName}`}
              onClick={() => onUndo(row)}
            >{t`Undo`}</Button>
          )
        ) : (
          <>
            {t`Undone`}
            <Text size="xs" c="dimmed">
              {row.undoneBy}, {formatInstant(row.undoneAt, readerLocale)}: {row.undoReason}
            </Text>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
