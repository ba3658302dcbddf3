import { pooledRatio } from "@liftledger/kpis/ratio";
import { showDecimal } from "../../components/typed-number.ts";
import type { CellName, LogRow, RowState } from "./log-entries.ts";
import { unitText, type RowHead } from "./row-words.ts";

/** So many times the number before, or that part of it, is worth a second look; it is saved all the same. */
const far = 3;

type Compared = RowHead & Pick<LogRow, "proportion" | "previous">;

/**
 * What looks odd about a typed row, as a question: a part larger than its whole, or a number far from the one before.
 * Nothing where nothing is typed, or nothing looks odd.
 */
export function plausibilityNote(row: Compared, state: RowState, locale: string): string | undefined {
  if (state.kind !== "ready") return undefined;
  const typed = { numerator: Number(state.numerator), denominator: Number(state.denominator) };
  const numerators = unitText(row, "numerator");
  const denominators = unitText(row, "denominator");
  if (row.proportion && typed.numerator > typed.denominator)
    return `More ${numerators} than ${denominators}: are they the other way round?`;
  if (row.previous === null) return undefined;
  const before = {
    numerator: Number(row.previous.numerator),
    denominator: Number(row.previous.denominator),
  };
  const cells: CellName[] = row.isTotal ? ["numerator"] : ["numerator", "denominator"];
  for (const cell of cells) {
    const times = farText(typed[cell], before[cell], locale);
    if (times !== undefined)
      return `${times} ${unitText(row, cell)} of the last time (${showDecimal(String(before[cell]), locale)}): is that right?`;
  }
  const [now, then] = [pooledRatio([typed]), pooledRatio([before])];
  if (now.kind !== "value" || then.kind !== "value") return undefined;
  const times = farText(now.value, then.value, locale);
  return times === undefined ? undefined : `${times} result of the last time: is that right?`;
}

/** "12 times the", "2% of the"; nothing where two numbers are near each other, or cannot be compared. */
function farText(now: number, before: number, locale: string): string | undefined {
  if (!(before > 0) || !(now > 0)) return undefined;
  const times = now / before;
  if (times >= far) return `${showDecimal(String(times), locale, times < 10 ? 1 : 0)} times the`;
  if (times > 1 / far) return undefined;
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 });
  return `${share.format(times)} of the`;
}
