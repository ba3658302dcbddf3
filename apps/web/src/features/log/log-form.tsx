import { Button, Card, Kbd, Stack, Text, TextInput } from "@mantine/core";
import type { LogSheet } from "@liftledger/contracts/series";
import { useMediaQuery, useOs } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useHasRole } from "../access/use-has-role.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { cellText, type CellName, type LogRow } from "./log-entries.ts";
import { LogCards, LogTable } from "./log-rows.tsx";
import { NumberCell } from "./number-cell.tsx";
import { cellLabel, unitText } from "./row-words.ts";
import { SaveBar, SheetProgress } from "./save-bar.tsx";
import { onSheetKey } from "./sheet-keys.ts";
import { TakeBackDialog } from "./take-back-dialog.tsx";
import { useLogForm } from "./use-log-form.ts";
import { t, tx } from "../../words.ts";

/** Beyond this a filter stands above the sheet. */
const longSheet = 12;
/** Rows wait beyond this until they are asked for. */
const firstRows = 100;

export interface LogFormProps {
  sheet: LogSheet;
  /** "That week" and "The week before", or months: the sheet need not be of the present one. */
  words: { thisPeriod: string; lastPeriod: string; save: string };
  /** Other ways to get numbers in: a KPI more, a spreadsheet. */
  aside: ReactNode;
  next: ReactNode;
}

/** The sheet of one period: typed or pasted, saved at once, kept while it is not. */
export function LogForm({ sheet, words, aside, next }: LogFormProps) {
  const form = useLogForm(sheet);
  const phone = useMediaQuery("(max-width: 62em)", undefined, { getInitialValueInEffect: false }) === true;
  const unitBelow =
    useMediaQuery("(max-width: 87em)", undefined, { getInitialValueInEffect: false }) === true;
  const view = useRowFilter(sheet.rows);
  const mayLog = useHasRole("contributor");
  const isClosed = sheet.closedMonths.length > 0;
  const isTyped = Object.keys(form.typed).length > 0;
  // What was typed before finance closed the month can still be read, copied and discarded.
  const readOnly = !mayLog || (isClosed && !isTyped);
  const [taking, setTaking] = useState<LogRow>();
  const region = useRef<HTMLDivElement>(null);
  useFocusFirstEmpty(region, phone || readOnly);

  const focus = (place: string) =>
    region.current?.querySelector<HTMLElement>(`[data-cell="${place}"]`)?.focus();
  const submit = () => {
    const wrong = form.submit();
    if (wrong === undefined) return;
    view.showAll();
    // The cell may only now come into the page.
    setTimeout(() => focus(`${wrong.row}-${wrong.cell}`));
  };
  const cell = (row: LogRow, index: number, name: CellName) => (
    <NumberCell
      label={cellLabel(row, name)}
      unit={unitText(row, name)}
      unitBelow={unitBelow}
      text={cellText(row, form.typed[row.seriesId], name, readerLocale)}
      error={form.faultOf(row, name)}
      place={`${index}-${name}`}
      readOnly={readOnly}
      onType={(text) => form.type(row, name, text)}
      onPaste={(event) => form.paste.into(event, view.rows, { row: index, cell: name })}
    />
  );
  const Rows = phone ? LogCards : LogTable;
  return (
    <Stack gap="md" ref={region} onKeyDown={(event) => onSheetKey(event, view.rows, { focus, submit })}>
      {view.field}
      <Card withBorder padding={phone ? 0 : "md"} {...(phone ? { bd: "none", bg: "transparent" } : {})}>
        <Rows
          rows={view.rows}
          typed={form.typed}
          cell={cell}
          {...(mayLog && !isClosed ? { onTakeBack: setTaking } : {})}
          {...words}
        />
        {view.more}
      </Card>
      {taking !== undefined && (
        <TakeBackDialog period={sheet.period} row={taking} onClose={() => setTaking(undefined)} />
      )}
      {mayLog && aside}
      {!readOnly && (
        <SaveBar
          form={form}
          isTyped={isTyped}
          progress={<SheetProgress sheet={sheet} form={form} />}
          onSave={submit}
          saveWords={words.save}
          next={next}
        />
      )}
    </Stack>
  );
}

/** Which rows of a long sheet are on the screen. */
function useRowFilter(all: readonly LogRow[]) {
  const [filter, setFilter] = useState("");
  const [shown, setShown] = useState(firstRows);
  const matching = all.filter((row) => matches(row, filter));
  const rows = matching.slice(0, shown);
  const left = matching.length - rows.length;
  return {
    rows,
    showAll() {
      setFilter("");
      setShown(all.length);
    },
    field: all.length > longSheet && (
      <TextInput
        aria-label={t`Filter the sheet`}
        placeholder={t`Filter by KPI, scope or initiative`}
        leftSection={<IconSearch size={16} aria-hidden />}
        w={{ base: "100%", xs: 360 }}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
    ),
    more: (
      <>
        {left > 0 && (
          <Button
            variant="subtle"
            mt="sm"
            onClick={() => setShown(shown + firstRows)}
          >{t`Show ${Math.min(firstRows, left)} more of ${matching.length}`}</Button>
        )}
        {rows.length === 0 && <Text c="dimmed">{t`Nothing on this sheet has “${filter}” in its name.`}</Text>}
      </>
    ),
  };
}

/** The keys of the sheet, said once above it. */
export function LogKeys() {
  const mod = useOs() === "macos" ? "⌘" : t`Ctrl`;
  const enter = <Kbd size="xs">{t`Enter`}</Kbd>;
  return tx`${<Kbd size="xs">{t`Tab`}</Kbd>} across, ${enter} down, ${<Kbd size="xs">{mod}</Kbd>}+${enter} saves.`;
}

function matches(row: LogRow, filter: string): boolean {
  const words = [row.kpiName, row.scope, ...row.initiatives].join(" ").toLowerCase();
  return filter === "" || words.includes(filter.toLowerCase());
}

/** On a wide screen the cursor waits in the first empty cell; on a phone the keyboard stays away, as where nothing can be typed. */
function useFocusFirstEmpty(region: { current: HTMLDivElement | null }, staysAway: boolean): void {
  useEffect(() => {
    if (staysAway) return;
    const cells = region.current?.querySelectorAll<HTMLInputElement>("input[data-cell]") ?? [];
    [...cells].find((input) => input.value === "")?.focus({ preventScroll: true });
  }, [region, staysAway]);
}
