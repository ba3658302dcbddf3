import type { LoggedSnapshots, NewSnapshot, YearSheet } from "@liftledger/contracts/series";
import type { RetractedSnapshots } from "@liftledger/contracts/snapshot-retraction";
import { faultKey } from "../log/server-faults.ts";
import { cellLabel } from "../log/row-words.ts";
import { periodLabel } from "../log/period-title.ts";
import { loggedByHand } from "../log/logged-by-hand.ts";
import { cellText, rowState, type CellName, type EntryRow, type TypedRow } from "../log/log-entries.ts";

export type YearSeries = YearSheet["series"][number];
export type YearPeriod = YearSheet["periods"][number];

/** What was typed of one series, by period. */
export type TypedPeriods = Readonly<Record<string, TypedRow>>;
/** Everything typed into the sheet of a year, by series. */
export type TypedYear = Readonly<Record<string, TypedPeriods>>;

/** One line of the grid: the numerators or the denominators of a series, a period each. */
export interface YearLine {
  readonly series: YearSeries;
  readonly cell: CellName;
}

/** Where a cell stands: its line from above, its period from the left. */
export interface YearPlace {
  readonly line: number;
  readonly column: number;
}

/** So many snapshots are written at once. */
export const mostSavedAtOnce = 1000;

/** The lines of the grid: two of a ratio, one of a total. */
export function linesOf(series: readonly YearSeries[]): YearLine[] {
  return series.flatMap((one): YearLine[] =>
    one.isTotal
      ? [{ series: one, cell: "numerator" }]
      : [
          { series: one, cell: "numerator" },
          { series: one, cell: "denominator" },
        ],
  );
}

/** One period of a series as what a pair of cells is typed into. */
export function entryAt({ isTotal, logged }: YearSeries, period: string): EntryRow {
  return { isTotal, current: logged[period] ?? null };
}

/** How one period of a series stands: nothing there, as logged, wrong, or ready to be saved. */
function stateAt(series: YearSeries, period: string, typed: TypedYear, locale: string) {
  return rowState(entryAt(series, period), typed[series.seriesId]?.[period], locale);
}

/** What a cell shows. */
export function textAt(
  { series, cell }: YearLine,
  period: string,
  typed: TypedPeriods | undefined,
  locale: string,
): string {
  return cellText(entryAt(series, period), typed?.[period], cell, locale);
}

/** The draft with one cell typed. */
export function withTyped(
  typed: TypedYear,
  { series, cell }: YearLine,
  period: string,
  text: string,
): TypedYear {
  const ofSeries = typed[series.seriesId] ?? {};
  return { ...typed, [series.seriesId]: { ...ofSeries, [period]: { ...ofSeries[period], [cell]: text } } };
}

/** The snapshots to send: every period that is ready, series by series. */
export function yearToSave(
  { series }: Pick<YearSheet, "series">,
  typed: TypedYear,
  locale: string,
): NewSnapshot[] {
  return series.flatMap((one) =>
    Object.keys(typed[one.seriesId] ?? {})
      .toSorted()
      .flatMap((period): NewSnapshot[] => {
        const state = stateAt(one, period, typed, locale);
        if (state.kind !== "ready") return [];
        const { numerator, denominator } = state;
        const snapshot = { seriesId: one.seriesId, period, numerator };
        return [one.isTotal ? snapshot : { ...snapshot, denominator }];
      }),
  );
}

/** The cells that are wrong or miss their other half, from above and from the left. */
export function faultyCells(sheet: YearSheet, typed: TypedYear, locale: string): YearPlace[] {
  return linesOf(sheet.series).flatMap(({ series, cell }, line) =>
    sheet.periods.flatMap(({ period }, column): YearPlace[] => {
      if (typed[series.seriesId]?.[period] === undefined) return [];
      const state = stateAt(series, period, typed, locale);
      return state.kind === "fault" && state.cell === cell ? [{ line, column }] : [];
    }),
  );
}

/**
 * What is wrong with a cell, in words: what cannot be read at once, a missing half only once one asked to save, and what
 * the server refused.
 */
export function faultAt(
  { series, cell }: YearLine,
  period: string,
  typed: TypedPeriods | undefined,
  { asked, refused, locale }: { asked: boolean; refused: ReadonlyMap<string, string>; locale: string },
): string | undefined {
  if (typed?.[period] === undefined) return undefined;
  const state = rowState(entryAt(series, period), typed[period], locale);
  const isShown = state.kind === "fault" && state.cell === cell && (asked || state.unfinished !== true);
  return isShown ? state.message : refused.get(faultKey(series.seriesId, period, cell));
}

/** The first cell that something is wrong with, by name; undefined where nothing is. */
export function firstFault(
  sheet: YearSheet,
  typed: TypedYear,
  seen: Parameters<typeof faultAt>[3],
): string | undefined {
  for (const line of linesOf(sheet.series)) {
    const ofSeries = typed[line.series.seriesId];
    for (const { period } of ofSeries === undefined ? [] : sheet.periods) {
      const fault = faultAt(line, period, ofSeries, seen);
      if (fault !== undefined)
        return `${cellLabel(line.series, line.cell)}, ${periodLabel(period, seen.locale)}: ${fault}.`;
    }
  }
  return undefined;
}

type Block = readonly (readonly string[])[];

/**
 * Fills cells from a pasted block, from one cell to the right and down. A spreadsheet often has a week a row: where
 * the block is longer than there are lines and no wider, its rows are laid across. What meets no cell, or one that
 * cannot be changed, is counted, so that nothing disappears unsaid.
 */
export function fillYear(
  sheet: YearSheet,
  typed: TypedYear,
  pasted: Block,
  at: YearPlace,
): { typed: TypedYear; filled: number; unplaced: number; turned: boolean } {
  const lines = linesOf(sheet.series);
  const turned = isUpright(pasted, lines.length - at.line);
  const block = turned ? across(pasted) : pasted;
  let next = typed;
  let filled = 0;
  let unplaced = 0;
  block.forEach((values, down) => {
    const line = lines[at.line + down];
    values.forEach((value, right) => {
      if (value === "") return;
      const period = sheet.periods[at.column + right];
      if (line === undefined || period?.state !== "open") {
        unplaced += 1;
        return;
      }
      next = withTyped(next, line, period.period, value);
      filled += 1;
    });
  });
  return { typed: next, filled, unplaced, turned };
}

function isUpright(block: Block, linesLeft: number): boolean {
  const width = Math.max(0, ...block.map((row) => row.length));
  return block.length > width && block.length > linesLeft && width <= linesLeft;
}

function across(block: Block): string[][] {
  const width = Math.max(0, ...block.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => block.map((row) => row[column] ?? ""));
}

/** The sheet as it is after a write, so that no cell blinks while the server is asked again. */
export function yearWithWritten(
  sheet: YearSheet,
  written: LoggedSnapshots,
  sent: readonly NewSnapshot[],
): YearSheet {
  const pairs = new Map(sent.map((snapshot) => [`${snapshot.seriesId} ${snapshot.period}`, snapshot]));
  return changed(sheet, (logged, seriesId) => {
    for (const { period, revision, result, seriesId: id } of written.rows) {
      const pair = pairs.get(`${id} ${period}`);
      // What was kept beside another source's number is not what the sheet shows.
      if (id !== seriesId || pair === undefined || result === "beside") continue;
      const { numerator, denominator = "1" } = pair;
      logged[period] = { numerator, denominator, revision, source: loggedByHand };
    }
  });
}

/** The sheet as it is after an undo. */
export function yearWithoutUndone(sheet: YearSheet, undone: RetractedSnapshots): YearSheet {
  return changed(sheet, (logged, seriesId) => {
    for (const { period, revision, beside, now, seriesId: id } of undone.rows) {
      if (id !== seriesId || beside !== null) continue;
      if (now === null) delete logged[period];
      else logged[period] = { ...now, revision };
    }
  });
}

function changed(
  sheet: YearSheet,
  change: (logged: YearSeries["logged"], seriesId: string) => void,
): YearSheet {
  const series = sheet.series.map((one) => {
    const logged = { ...one.logged };
    change(logged, one.seriesId);
    return { ...one, logged };
  });
  return { ...sheet, series };
}

/** What is left of the draft once some of it was saved: what was not sent, or was typed on since. */
export function withoutSent(
  typed: TypedYear,
  sent: readonly { seriesId: string; period: string }[],
  sentTyped: TypedYear,
): TypedYear {
  const places = new Set(sent.map(({ seriesId, period }) => `${seriesId} ${period}`));
  const isSaved = (seriesId: string, period: string, cells: unknown) =>
    places.has(`${seriesId} ${period}`) && cells === sentTyped[seriesId]?.[period];
  const left = Object.entries(typed).flatMap(([seriesId, periods]) => {
    const kept = Object.entries(periods).filter(([period, cells]) => !isSaved(seriesId, period, cells));
    return kept.length === 0 ? [] : [[seriesId, Object.fromEntries(kept)] as const];
  });
  return Object.fromEntries(left);
}
