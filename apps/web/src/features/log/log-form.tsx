import { Button, Card, Group, Kbd, Stack, Text, TextInput } from "@mantine/core";
import type { LogSheet } from "@liftledger/contracts/series";
import { useMediaQuery, useOs } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { cellText, rowState, type CellName, type LogRow } from "./log-entries.ts";
import { LogCards, LogTable } from "./log-rows.tsx";
import { NumberCell } from "./number-cell.tsx";
import { cellLabel, unitText } from "./row-words.ts";
import { SavedNotice } from "./saved-notice.tsx";
import { useLogForm } from "./use-log-form.ts";

/** Beyond this a filter stands above the sheet, and rows wait until they are asked for. */
const longSheet = 12;
const firstRows = 100;

export interface LogFormProps {
  sheet: LogSheet;
  /** "This week" and "Last week", or months. */
  words: { thisPeriod: string; lastPeriod: string; save: string };
  /** What stands beside Save: a link to the import. */
  aside: ReactNode;
  next: ReactNode;
}

/** The sheet of one period: typed or pasted, saved at once, kept while it is not. */
export function LogForm({ sheet, words, aside, next }: LogFormProps) {
  const form = useLogForm(sheet);
  const phone = useMediaQuery("(max-width: 62em)", undefined, { getInitialValueInEffect: false });
  const [filter, setFilter] = useState("");
  const [shown, setShown] = useState(firstRows);
  const region = useRef<HTMLDivElement>(null);
  const matching = sheet.rows.filter((row) => matches(row, filter));
  const rows = matching.slice(0, shown);
  useFocusFirstEmpty(region, phone === true);

  const focus = (place: string) =>
    region.current?.querySelector<HTMLInputElement>(`[data-cell="${place}"]`)?.focus();
  const submit = () => {
    const wrong = form.submit();
    const seriesId = wrong === undefined ? undefined : sheet.rows[wrong.row]?.seriesId;
    if (wrong === undefined || seriesId === undefined) return;
    setFilter("");
    setShown(sheet.rows.length);
    setTimeout(() => focus(`${wrong.row}-${wrong.cell}`));
  };
  const cell = (row: LogRow, index: number, name: CellName) => (
    <NumberCell
      label={cellLabel(row, name)}
      unit={unitText(row, name)}
      text={cellText(row, form.typed[row.seriesId], name, readerLocale)}
      error={form.faultOf(row, name)}
      place={`${index}-${name}`}
      onType={(text) => form.type(row, name, text)}
      onPaste={(event) => form.paste(event, rows, { row: index, cell: name })}
    />
  );
  const Rows = phone === true ? LogCards : LogTable;
  return (
    <Stack gap="md" ref={region} onKeyDown={(event) => moveOrSave(event, rows, focus, submit)}>
      {sheet.rows.length > longSheet && (
        <TextInput
          aria-label="Filter the sheet"
          placeholder="Filter by KPI, scope or initiative"
          leftSection={<IconSearch size={16} aria-hidden />}
          maw={360}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      <Card withBorder padding={phone === true ? 0 : "md"} bd={phone === true ? "none" : undefined}>
        <Rows rows={rows} typed={form.typed} cell={cell} {...words} />
        {matching.length > rows.length && (
          <Button variant="subtle" mt="sm" onClick={() => setShown(shown + firstRows)}>
            Show {Math.min(firstRows, matching.length - rows.length)} more of {matching.length}
          </Button>
        )}
        {rows.length === 0 && <Text c="dimmed">Nothing on this sheet has “{filter}” in its name.</Text>}
      </Card>
      {form.pasted !== undefined && (
        <Group gap="sm" role="status">
          <Text size="sm">{form.pasted}</Text>
          <Button variant="subtle" size="compact-sm" onClick={form.undoPaste}>
            Undo the paste
          </Button>
        </Group>
      )}
      {form.save.error !== null && <ProblemAlert what="Nothing was saved." error={form.save.error} />}
      {form.undo.error !== null && (
        <ProblemAlert what="The corrections were not taken back." error={form.undo.error} />
      )}
      {form.saved !== undefined && (
        <SavedNotice saved={form.saved} onUndo={form.undoSave} undoing={form.undo.pending} next={next} />
      )}
      <Group justify="space-between">
        <Progress sheet={sheet} form={form} />
        <Group gap="sm">
          {aside}
          {Object.keys(form.typed).length > 0 && (
            <Button variant="default" onClick={form.discard}>
              Discard what I typed
            </Button>
          )}
          <Button onClick={submit} loading={form.save.pending} data-cell="save">
            {words.save}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

/** The keys of the sheet, said once above it. */
export function LogKeys() {
  const mod = useOs() === "macos" ? "⌘" : "Ctrl";
  return (
    <>
      <Kbd size="xs">Tab</Kbd> across, <Kbd size="xs">Enter</Kbd> down, <Kbd size="xs">{mod}</Kbd>+
      <Kbd size="xs">Enter</Kbd> saves.
    </>
  );
}

function Progress({ sheet, form }: { sheet: LogSheet; form: ReturnType<typeof useLogForm> }) {
  const states = sheet.rows.map((row) => rowState(row, form.typed[row.seriesId], readerLocale).kind);
  const complete = states.filter((kind) => kind === "same" || kind === "ready").length;
  const unsaved = form.toSave.length;
  return (
    <Text size="sm" c="dimmed">
      {complete} of {states.length} complete
      {unsaved > 0 && `, ${unsaved} not saved yet (kept in this browser)`}
    </Text>
  );
}

function matches(row: LogRow, filter: string): boolean {
  const words = [row.kpiName, row.scope, ...row.initiatives].join(" ").toLowerCase();
  return filter === "" || words.includes(filter.toLowerCase());
}

/** Enter and the arrows move along a column, Enter at its end to the next one; Ctrl or Cmd+Enter saves. */
function moveOrSave(
  event: KeyboardEvent<HTMLElement>,
  rows: readonly LogRow[],
  focus: (place: string) => void,
  submit: () => void,
) {
  const place = event.target instanceof HTMLElement ? event.target.dataset["cell"] : undefined;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    if (!event.repeat) submit();
    return;
  }
  const [index, cell] = place?.split("-") ?? [];
  if (index === undefined || cell === undefined) return;
  const step = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey) ? -1 : 1;
  if (event.key !== "Enter" && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  focus(placeAfter(rows, Number(index), cell as CellName, step));
}

function placeAfter(rows: readonly LogRow[], from: number, cell: CellName, step: 1 | -1): string {
  const hasCell = (row: LogRow | undefined, name: CellName) =>
    row !== undefined && (name === "numerator" || !row.isTotal);
  let index = from + step;
  while (index >= 0 && index < rows.length && !hasCell(rows[index], cell)) index += step;
  if (index >= 0 && index < rows.length) return `${index}-${cell}`;
  if (step === -1) return `${from}-${cell}`;
  const firstDivided = rows.findIndex((row) => !row.isTotal);
  return cell === "numerator" && firstDivided >= 0 ? `${firstDivided}-denominator` : "save";
}

/** On a wide screen the cursor waits in the first empty cell; on a phone the keyboard stays away. */
function useFocusFirstEmpty(region: { current: HTMLDivElement | null }, phone: boolean): void {
  useEffect(() => {
    if (phone) return;
    const cells = region.current?.querySelectorAll<HTMLInputElement>("input[data-cell]") ?? [];
    [...cells].find((input) => input.value === "")?.focus({ preventScroll: true });
  }, [region, phone]);
}
