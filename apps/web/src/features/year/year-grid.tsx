import type { YearSheet } from "@liftledger/contracts/series";
import { IconLock } from "@tabler/icons-react";
import {
  useEffect,
  useRef,
  type ClipboardEvent,
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
} from "react";
import { formatDayAndMonth, formatShortMonth } from "../../components/format-date.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { linesOf, type YearPeriod, type YearPlace } from "./year-entries.ts";
import classes from "./year-grid.module.css";
import { onYearKey, placeOf } from "./year-keys.ts";
import { YearSeriesRows } from "./year-rows.tsx";
import type { YearForm } from "./use-year-form.ts";
import { countPeriods } from "../../components/period-words.ts";
import { t } from "../../words.ts";

export interface YearGridProps {
  sheet: YearSheet;
  form: YearForm;
  onSave: () => void;
  readOnly: boolean;
}

/** The sheet of a year: a period a column, the quantities of each series beneath each other. */
export function YearGrid({ sheet, form, onSave, readOnly }: YearGridProps) {
  const region = useRef<HTMLDivElement>(null);
  useShowLatest(region, sheet.periods);
  const lines = linesOf(sheet.series);
  const focus = ({ line, column }: YearPlace) => cellAt(region.current, { line, column })?.focus();
  const at = (event: FormEvent | KeyboardEvent | ClipboardEvent) => placeOf(event.target);
  // One listener for all cells: a year of ten KPIs has a thousand of them.
  const listeners = {
    onChange(event: FormEvent<HTMLElement>) {
      const place = at(event);
      const line = place === undefined ? undefined : lines[place.line];
      const period = place === undefined ? undefined : sheet.periods[place.column];
      if (line === undefined || period === undefined) return;
      form.type(line, period.period, (event.target as HTMLInputElement).value);
    },
    onPaste(event: ClipboardEvent<HTMLElement>) {
      const place = at(event);
      if (place !== undefined && !readOnly) form.paste.into(event as ClipboardEvent<HTMLInputElement>, place);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      onYearKey(event, { lines: lines.length, columns: sheet.periods.length }, { focus, save: onSave });
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      if (event.target instanceof HTMLInputElement) event.target.select();
    },
  };
  return (
    <div ref={region}>
      <ScrollRegion label={t`The ${countOf(sheet)} of ${sheet.year}`}>
        <table className={classes.grid} {...listeners}>
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>{t`KPI`}</th>
              {sheet.periods.map((period) => (
                <PeriodHead key={period.period} period={period} />
              ))}
            </tr>
          </thead>
          {sheet.series.map((series, place) => (
            <YearSeriesRows
              key={series.seriesId}
              series={series}
              periods={sheet.periods}
              firstLine={linesOf(sheet.series.slice(0, place)).length}
              typed={form.typed[series.seriesId]}
              asked={form.asked}
              refused={form.serverFaults}
              readOnly={readOnly}
            />
          ))}
        </table>
      </ScrollRegion>
    </div>
  );
}

export function cellAt(region: HTMLElement | null, { line, column }: YearPlace) {
  return region?.querySelector<HTMLInputElement>(`[data-cell="${line}-${column}"]`);
}

function countOf({ periods }: YearSheet): string {
  return countPeriods(periods.length, periods[0]?.period.includes("W") === true ? "week" : "month");
}

function PeriodHead({ period: { period, firstDay, state } }: { period: YearPeriod }) {
  const isWeek = period.includes("W");
  return (
    <th scope="col">
      {isWeek ? `W${period.slice(-2)}` : formatShortMonth(firstDay)}
      {state === "closed" && <IconLock size={12} aria-label={t`closed`} style={{ marginInlineStart: 4 }} />}
      {isWeek && <span className={classes.day}>{formatDayAndMonth(firstDay)}</span>}
    </th>
  );
}

/** The region begins where there is something to do: at the last period that has begun. */
function useShowLatest(region: { current: HTMLDivElement | null }, periods: YearSheet["periods"]): void {
  const count = periods.filter(({ state }) => state !== "not-begun").length;
  useEffect(() => {
    const scroller = region.current?.querySelector(".scroll-region");
    const head = region.current?.querySelectorAll<HTMLElement>("thead th")[count];
    if (!(scroller instanceof HTMLElement) || head === undefined) return;
    scroller.scrollLeft = Math.max(0, head.offsetLeft + head.offsetWidth - scroller.clientWidth);
  }, [region, count]);
}
