import { seededRandom } from "@liftledger/numerics/seeded-random";
import { roundHalfEven, numberToDecimal } from "@liftledger/numerics/decimal";
import { firstDay, periodIndex, type Period } from "@liftledger/kpis/period";
import type { Kpi } from "@liftledger/kpis/kpi";
import type { DemoSeries } from "./demo-series.ts";

/** One logged period of the demo. */
export interface DemoPeriod {
  period: Period;
  numerator: string;
  denominator: string;
}

/** What a series of the demo takes from another one, period by period. */
export interface TakenOver {
  /** The noise of the other, of variance 1. */
  movement?: readonly number[];
  /** What the other counted. */
  counts?: readonly number[];
}

/** How much of the noise of a series that moves with another is the other's. */
const sharedPart = 0.8;

/**
 * The invented history of one series: a level with a yearly swing, noise that carries over, and the effect of its
 * initiative once that has begun. The same seed gives the same numbers.
 */
export function generatePeriods(
  series: DemoSeries,
  kpi: Pick<Kpi, "denominator" | "proportion">,
  periods: readonly Period[],
  startedAt: Period,
  seed: number,
  { movement, counts }: TakenOver = {},
): (DemoPeriod & { moved: number })[] {
  const random = seededRandom(seed);
  const start = periodIndex(startedAt);
  let carried = 0;
  return periods.map((period, place) => {
    carried = series.carried * carried + Math.sqrt(1 - series.carried ** 2) * random.normal();
    const since = periodIndex(period) - start;
    const working = since < 0 ? 0 : Math.min(1, (since + 1) / series.rampWeeks);
    const swing = series.season * Math.cos((2 * Math.PI * (dayOfYear(period) - 325)) / 365.25);
    const total = kpi.denominator.kind === "period";
    const drawn = total
      ? 1
      : Math.max(1, Math.round(series.volume * (1 + series.volumeNoise * random.normal())));
    const volume = counts?.[place] ?? drawn;
    const shared = movement?.[place];
    const moved =
      shared === undefined ? carried : sharedPart * shared + Math.sqrt(1 - sharedPart ** 2) * carried;
    const ratio = series.ratio * (1 + swing) * (1 + series.effect * working) * (1 + series.noise * moved);
    const numerator = Math.max(0, kpi.proportion ? Math.min(volume, ratio * volume) : ratio * volume);
    return {
      period,
      numerator: roundHalfEven(numberToDecimal(numerator, 15), series.digits),
      denominator: String(volume),
      moved,
    };
  });
}

function dayOfYear(period: Period): number {
  const [, month = 1, day = 1] = firstDay(period).split("-").map(Number);
  return (month - 1) * 30.44 + day;
}
