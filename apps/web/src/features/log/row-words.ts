import { pooledRatio } from "@liftledger/kpis/ratio";
import { formatKpiValue, pluralOf } from "@liftledger/kpis/unit";
import { formatDate, formatDayOf } from "../../components/format-date.ts";
import { showDecimal } from "../../components/typed-number.ts";
import type { CellName, LogRow, RowState } from "./log-entries.ts";
import { heldByOther } from "./logged-by-hand.ts";
import { t } from "../../words.ts";

/** What a row is of, on the sheet of a week as on that of a year. */
export type RowHead = Pick<
  LogRow,
  "kpiName" | "scope" | "display" | "currency" | "isTotal" | "numeratorUnit" | "denominatorUnit"
>;
type Pair = { readonly numerator: string; readonly denominator: string };

/**
 * The ratio of a pair as the KPI is written, "–" where there is none: the one number the page computes. It stands beside
 * that of the period before, so with every place of it; a total is counted, and 7 stays 7.
 */
export function ratioText(row: RowHead, pair: Pair | undefined, locale: string): string {
  if (pair === undefined) return "–";
  const ratio = pooledRatio([{ numerator: Number(pair.numerator), denominator: Number(pair.denominator) }]);
  if (ratio.kind === "no-value") return "–";
  const { display, currency, isTotal } = row;
  return formatKpiValue(ratio.value, display, { locale, currency, isAligned: !isTotal });
}

/** The ratio alone on a line: a total with what it counts, "37 assets". */
export function countedText(row: RowHead, pair: Pair | undefined, locale: string): string {
  const text = ratioText(row, pair, locale);
  const isPlain = row.isTotal && row.display === "number" && row.numeratorUnit !== "money";
  if (!isPlain || pair === undefined || text === "–") return text;
  return `${text} ${Number(pair.numerator) === 1 ? row.numeratorUnit : pluralOf(row.numeratorUnit)}`;
}

/** "402 ÷ 12", or of a total the one number. */
export function pairText(row: RowHead, pair: Pair, locale: string): string {
  const numerator = quantityText(pair.numerator, row.numeratorUnit, locale);
  return row.isTotal
    ? numerator
    : `${numerator} ÷ ${quantityText(pair.denominator, row.denominatorUnit, locale)}`;
}

/** A quantity as it was logged; an amount with all of its cents, or with none. */
function quantityText(decimal: string, unit: string, locale: string): string {
  if (unit !== "money" || Number.isInteger(Number(decimal))) return showDecimal(decimal, locale);
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    Number(decimal),
  );
}

/** What a cell counts, in the plural; money by its currency. */
export function unitText(row: RowHead, cell: CellName): string {
  const unit = cell === "numerator" ? row.numeratorUnit : row.denominatorUnit;
  return unit === "money" && row.currency !== null ? row.currency : pluralOf(unit);
}

/** What a screen reader says of a cell: what it counts, of which KPI, for which scope. */
export function cellLabel(row: RowHead, cell: CellName): string {
  return `${unitText(row, cell)}, ${row.kpiName}, ${row.scope}`;
}

/** What saving would do to a row that has been logged before; nothing where there is nothing to say. */
export function rowNote(row: LogRow, state: RowState, locale: string): string | undefined {
  if (row.current === null) return undefined;
  if (state.kind === "same") return t`Logged`;
  if (state.kind !== "ready") return undefined;
  const holder = heldByOther(row);
  const there = pairText(row, row.current, locale);
  return holder === undefined ? t`Corrects ${there}` : t`Kept beside ${there} of ${holder}, which counts`;
}

/** What is said of a row whose period the KPI's maturation window leaves out of the figures as yet. */
export function fillingUpNote({ mature, maturesOn }: LogRow, locale: string): string | undefined {
  return mature ? undefined : t`Still filling up: counts from ${formatDate(maturesOn, locale)}`;
}

/** Who took back what was logged, when and why; nothing where nothing was taken back. */
export function takenBackNote({ takenBack }: LogRow, locale: string): string | undefined {
  if (takenBack === null) return undefined;
  const { reason, recordedAt, recordedBy } = takenBack;
  return t`Taken back by ${recordedBy} on ${formatDayOf(recordedAt, locale)}: ${reason}`;
}
