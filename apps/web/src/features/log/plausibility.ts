import { formatCount, formatPart } from "../../components/format-number.ts";
import { pooledRatio } from "@liftledger/kpis/ratio";
import { showDecimal } from "../../components/typed-number.ts";
import type { CellName, LogRow, RowState } from "./log-entries.ts";
import { unitText, type RowHead } from "./row-words.ts";
import { t } from "../../words.ts";

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
    return t`More ${numerators} than ${denominators}: are they the other way round?`;
  if (row.previous === null) return undefined;
  const before = {
    numerator: Number(row.previous.numerator),
    denominator: Number(row.previous.denominator),
  };
  const cells: CellName[] = row.isTotal ? ["numerator"] : ["numerator", "denominator"];
  for (const cell of cells) {
    const distance = distanceOf(typed[cell], before[cell], locale);
    const units = unitText(row, cell);
    const then = showDecimal(row.previous[cell], locale);
    if (distance?.kind === "times")
      return t`${distance.text} times the ${units} of the last time (${then}): is that right?`;
    if (distance?.kind === "part")
      return t`${distance.text} of the ${units} of the last time (${then}): is that right?`;
  }
  const [now, then] = [pooledRatio([typed]), pooledRatio([before])];
  if (now.kind !== "value" || then.kind !== "value") return undefined;
  const distance = distanceOf(now.value, then.value, locale);
  if (distance === undefined) return undefined;
  return distance.kind === "times"
    ? t`${distance.text} times the result of the last time: is that right?`
    : t`${distance.text} of the result of the last time: is that right?`;
}

/** "12" times as much, or the part "2%"; nothing where two numbers are near each other, or cannot be compared. */
function distanceOf(
  now: number,
  before: number,
  locale: string,
): { kind: "times" | "part"; text: string } | undefined {
  if (!(before > 0) || !(now > 0)) return undefined;
  const times = now / before;
  if (times >= far)
    return { kind: "times", text: formatCount(times, { locale, digits: times < 10 ? 1 : 0 }) };
  if (times > 1 / far) return undefined;
  return { kind: "part", text: formatPart(times, locale) };
}
