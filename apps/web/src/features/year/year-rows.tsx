import { memo } from "react";
import { readerLocale } from "../../components/reader-locale.ts";
import { cellText, rowState } from "../log/log-entries.ts";
import { cellLabel, pairText, ratioText, unitText } from "../log/row-words.ts";
import {
  entryAt,
  faultAt,
  linesOf,
  textAt,
  type TypedPeriods,
  type YearLine,
  type YearPeriod,
  type YearSeries,
} from "./year-entries.ts";
import classes from "./year-grid.module.css";
import { t } from "../../words.ts";

interface YearSeriesRowsProps {
  series: YearSeries;
  periods: readonly YearPeriod[];
  /** The place of its first line in the grid. */
  firstLine: number;
  typed: TypedPeriods | undefined;
  asked: boolean;
  refused: ReadonlyMap<string, string>;
  /** For who may only look. */
  readOnly: boolean;
}

/** The lines of one series: its quantities, and what they make. Written anew only where something of it was typed. */
export const YearSeriesRows = memo(function YearSeriesRows(props: YearSeriesRowsProps) {
  const { series, periods, firstLine, typed } = props;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={1} className={classes.name}>
          <strong>{series.kpiName}</strong> <span className={classes.quiet}>{series.scope}</span>
        </th>
        {periods.map(({ period }) => (
          <td key={period} className={classes.ratio}>
            <Ratio series={series} period={period} typed={typed} />
          </td>
        ))}
      </tr>
      {linesOf([series]).map((line, down) => (
        <tr key={line.cell}>
          <th scope="row" className={classes.unit}>
            {unitText(series, line.cell)}
          </th>
          {periods.map((period, column) => (
            <td key={period.period}>
              <YearCell line={line} period={period} place={`${firstLine + down}-${column}`} {...props} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
});

function Ratio({
  series,
  period,
  typed,
}: Pick<YearSeriesRowsProps, "series" | "typed"> & { period: string }) {
  const entry = entryAt(series, period);
  const state = rowState(entry, typed?.[period], readerLocale);
  const pair =
    state.kind === "ready" ? state : state.kind === "same" ? (entry.current ?? undefined) : undefined;
  return ratioText(series, pair, readerLocale);
}

/** The table listens for all of them; without a listener of its own React takes a cell for one that is only read. */
const listenedToAbove = () => {};

function YearCell({
  line,
  period: { period, state },
  place,
  typed,
  asked,
  refused,
  readOnly,
}: Omit<YearSeriesRowsProps, "series"> & { line: YearLine; period: YearPeriod; place: string }) {
  const { series, cell } = line;
  const fault = faultAt(line, period, typed, { asked, refused, locale: readerLocale });
  const current = entryAt(series, period).current;
  const before =
    current === null ? undefined : cellText(entryAt(series, period), undefined, cell, readerLocale);
  const text = textAt(line, period, typed, readerLocale);
  const isChanged = text !== (before ?? "");
  const notSaved =
    before === undefined || current === null
      ? t`Not saved yet`
      : t`Not saved yet, was ${pairText(series, current, readerLocale)}`;
  return (
    <input
      className={`${classes.cell} tabular`}
      data-cell={place}
      data-changed={isChanged || undefined}
      aria-label={`${cellLabel(series, cell)}, ${period}`}
      aria-invalid={fault !== undefined || undefined}
      title={fault ?? (isChanged ? notSaved : undefined)}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      disabled={state === "not-begun"}
      readOnly={readOnly || state === "closed"}
      onChange={listenedToAbove}
    />
  );
}
