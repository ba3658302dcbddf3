import type { Snapshot } from "@liftledger/contracts/series";
import { addPeriods } from "@liftledger/kpis/period";
import { pooledRatio } from "@liftledger/kpis/ratio";
import { countPeriods } from "../../components/period-words.ts";
import { t } from "../../words.ts";

type Point = Pick<Snapshot, "period" | "numerator" | "denominator" | "mature">;

export interface FindingSetting {
  scope: string;
  periodType: "week" | "month";
  format: (ratio: number) => string;
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
  { scope, periodType, format }: FindingSetting,
): string {
  const logged = countPeriods(points.length, periodType);
  if (points.length === 0) return t`${scope}: nothing is logged yet`;
  const ripe = points.filter(({ mature }) => mature);
  const last = ripe.at(-1);
  if (points.length < fewest || last === undefined)
    return t`${scope}: ${logged} logged, too few for a course`;
  const size = Math.min(most, Math.floor(ripe.length / 2));
  const now = between(ripe, addPeriods(last.period, 1 - size), last.period);
  const before = between(ripe, addPeriods(last.period, 1 - 2 * size), addPeriods(last.period, -size));
  const recent = pooled(now);
  if (size === 0 || recent === undefined) return t`${scope}: ${logged} logged`;
  const span = lastWords(size, periodType);
  const earlier = pooled(before);
  const finding = t`${scope}: ${format(recent)} in ${span}`;
  if (earlier === undefined) return finding;
  const was = format(earlier);
  if (was === format(recent))
    return size === 1 ? t`${finding}, as in the one before` : t`${finding}, as in the ${size} before`;
  return size === 1 ? t`${finding}, ${was} in the one before` : t`${finding}, ${was} in the ${size} before`;
}

function lastWords(size: number, periodType: FindingSetting["periodType"]): string {
  if (size > 1) return t`the last ${countPeriods(size, periodType)}`;
  return periodType === "week" ? t`the last week` : t`the last month`;
}

function between(points: readonly Point[], from: string, to: string): Point[] {
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
