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
  initiatives: Map<string, string>;
  /** By initiative and series. */
  benefits: Map<string, string>;
  /** Shared costs, in the order in which they were made. */
  costPools: string[];
}

export function nothingMade(): Made {
  return {
    series: new Map(),
    baselines: new Map(),
    initiatives: new Map(),
    benefits: new Map(),
    costPools: [],
  };
}

/** A series that was made; throws for a key that the plan does not have, as do the others. */
export function seriesOf(made: Made, key: string): Series {
  return madeAs(made.series, key);
}

export function initiativeOf(made: Made, key: string): string {
  return madeAs(made.initiatives, key);
}

export function benefitOf(made: Made, initiative: string, series: string): string {
  return madeAs(made.benefits, benefitKey(initiative, series));
}

export const benefitKey = (initiative: string, series: string): string => `${initiative}, ${series}`;

function madeAs<Value>(all: ReadonlyMap<string, Value>, key: string): Value {
  const found = all.get(key);
  if (found === undefined) throw new Error(`the demo has made no ${key}`);
  return found;
}
