import type { Series } from "@liftledger/contracts/series";
import type { Context } from "../context.ts";

/** Something a person of the demo did at an instant. The demo is the sum of such deeds, in the order of time. */
export interface Deed {
  at: string;
  act(ctx: Context): Promise<void>;
}

/** What the deeds so far have made, by the keys of the plan. */
export interface Made {
  series: Map<string, Series>;
  baselines: Map<string, string>;
}

/** A series that was made; throws for a key that the plan does not have. */
export function seriesOf(made: Made, key: string): Series {
  const series = made.series.get(key);
  if (series === undefined) throw new Error(`the demo has no series ${key}`);
  return series;
}
