import type { Snapshot } from "@liftledger/contracts/series";
import { addPeriods } from "@liftledger/kpis/period";
import { pooledRatio } from "@liftledger/kpis/ratio";
import { said, type Sentence } from "../../components/sentence.ts";
import { countPeriods } from "../../components/period-words.ts";
import { t } from "../../words.ts";

type Point = Pick<Snapshot, "period" | "numerator" | "denominator" | "mature">;

export interface FindingSetting {
  scope: string;
  periodType: "week" | "month";
  format: (ratio: number) => string;
  /** A number over some periods as words in a sentence; plain words where left out. */
  opens?: (text: string, span: Span) => Sentence;
}

/** The first and the last period of a number. */
interface Span {
  from: string;
  to: string;
}

/** Under this many periods nothing is said of a course. */
const fewest = 4;
const most = 8;

/**
 * What the last periods of a series come to against as many before them, pooled, of those that count. Nothing is
 * said of a course under four points.
 *
 * @example seriesFinding(points, setting) // "Shop: 3.1% in the last 8 weeks, 2.8% in the 8 before"
 */
export function seriesFinding(
  points: readonly Point[],
  { scope, periodType, format, opens }: FindingSetting,
): Sentence {
  const logged = countPeriods(points.length, periodType);
  if (points.length === 0) return said`${scope}: nothing is logged yet`;
  const ripe = points.filter(({ mature }) => mature);
  const last = ripe.at(-1);
  if (points.length < fewest || last === undefined)
    return said`${scope}: ${logged} logged, too few for a course`;
  const size = Math.min(most, Math.floor(ripe.length / 2));
  const now = { from: addPeriods(last.period, 1 - size), to: last.period };
  const before = { from: addPeriods(last.period, 1 - 2 * size), to: addPeriods(last.period, -size) };
  const recent = pooled(between(ripe, now));
  if (size === 0 || recent === undefined) return said`${scope}: ${logged} logged`;
  const number = (ratio: number, span: Span) => opens?.(format(ratio), span) ?? format(ratio);
  const earlier = pooled(between(ripe, before));
  const finding = said`${scope}: ${number(recent, now)} in ${lastWords(size, periodType)}`;
  if (earlier === undefined) return finding;
  if (format(earlier) === format(recent))
    return size === 1 ? said`${finding}, as in the one before` : said`${finding}, as in the ${size} before`;
  const was = number(earlier, before);
  return size === 1
    ? said`${finding}, ${was} in the one before`
    : said`${finding}, ${was} in the ${size} before`;
}

function lastWords(size: number, periodType: FindingSetting["periodType"]): string {
  if (size > 1) return t`the last ${countPeriods(size, periodType)}`;
  return periodType === "week" ? t`the last week` : t`the last month`;
}

function between(points: readonly Point[], { from, to }: Span): Point[] {
  return points.filter(({ period }) => period >= from && period <= to);
}

function pooled(points: readonly Point[]): number | undefined {
  const ratio = pooledRatio(
    points.map(({ numerator, denominator }) => {
      return { numerator: Number(numerator), denominator: Number(denominator) };
    }),
  );
  return ratio.kind === "value" ? ratio.value : undefined;
}
