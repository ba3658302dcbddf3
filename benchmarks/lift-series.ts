import type { RatioPoint } from "@liftledger/baselines/ratio-point";
import { seededRandom } from "@liftledger/numerics/seeded-random";

/** Two years before and one after. */
export const PRE_WEEKS = 104;
export const POST_WEEKS = 52;

/** A weekly conversion rate with a season and noise that lingers. */
export function makeSeries(seed: number): RatioPoint[] {
  const random = seededRandom(seed);
  let lingering = 0;
  return Array.from({ length: PRE_WEEKS + POST_WEEKS }, (_, index) => {
    lingering = 0.5 * lingering + 0.002 * random.normal();
    const season = 0.004 * Math.sin((2 * Math.PI * index) / 52.18);
    const denominator = Math.round(20_000 + 2_000 * random.normal());
    const ratio = 0.03 + season + lingering + 0.001 * random.normal();
    return { index, numerator: Math.round(denominator * ratio), denominator };
  });
}

/** A weekly total that follows a control series, under a level that wanders and fresh noise. */
export function makeControlledSeries(seed: number): { y: number[]; control: number[] } {
  const random = seededRandom(seed);
  let level = 0;
  let market = 0;
  const y: number[] = [];
  const control: number[] = [];
  for (let week = 0; week < PRE_WEEKS + POST_WEEKS; week += 1) {
    market = 0.8 * market + random.normal();
    level += 0.3 * random.normal();
    control.push(200 + 5 * market);
    y.push(100 + 2 * market + level + random.normal());
  }
  return { y, control };
}
