import { addDecimals, multiplyDecimals } from "@liftledger/numerics/decimal";
import type { Amount } from "./amount.ts";
import { plainDecimal } from "./plain-decimal.ts";

/** The drivers of a case by name, as plain decimals. */
export type DriverValues = Readonly<Record<string, string>>;

/** What a scenario does to a driver: another value, a multiple of the base ("0.8"), or so much more. */
export type DriverChange = { readonly to: Amount } | { readonly times: Amount } | { readonly plus: Amount };

/** A named set of changes to the base case; drivers it does not name stay as they are. */
export type Scenario = {
  readonly name: string;
  readonly changes: Readonly<Record<string, DriverChange>>;
};

export type EvaluatedScenario<Metrics> = {
  readonly name: string;
  readonly drivers: DriverValues;
  /** Only what really differs from the base. */
  readonly changed: readonly { readonly driver: string; readonly from: string; readonly to: string }[];
  readonly metrics: Metrics;
};

/**
 * The base case and each scenario over it (pessimistic, optimistic …), evaluated to the same metrics by the
 * same function, in the given order. Every scenario starts from the base, never from another scenario.
 *
 * Throws a RangeError on a driver the base does not have (a change that would do nothing in silence), on a
 * name that stands twice and on what is no decimal.
 *
 *     evaluateScenarios({ base: { lift: "0.006" }, scenarios: [{ name: "pessimistic",
 *       changes: { lift: { times: "0.5" } } }], evaluate: ({ lift }) => lift })
 *     // { base: { metrics: "0.006", … }, scenarios: [{ name: "pessimistic", metrics: "0.003", … }] }
 */
export function evaluateScenarios<Metrics>(input: {
  readonly base: Readonly<Record<string, Amount>>;
  readonly scenarios: readonly Scenario[];
  readonly evaluate: (drivers: DriverValues) => Metrics;
}): { readonly base: EvaluatedScenario<Metrics>; readonly scenarios: readonly EvaluatedScenario<Metrics>[] } {
  const names = new Set(["base", ...input.scenarios.map(({ name }) => name)]);
  if (names.size !== input.scenarios.length + 1) {
    throw new RangeError(`Every scenario has a name of its own, and none is called "base"`);
  }
  const base = Object.fromEntries(
    Object.keys(input.base).map((driver) => [driver, baseValue(input.base, driver)]),
  );
  const evaluated = ({ name, changes }: Scenario): EvaluatedScenario<Metrics> => {
    const changedDrivers = Object.entries(changes).map(([driver, change]) => {
      const from = baseValue(base, driver);
      return { driver, from, to: changedValue(from, change) };
    });
    const drivers = { ...base, ...Object.fromEntries(changedDrivers.map(({ driver, to }) => [driver, to])) };
    const changed = changedDrivers.filter(({ from, to }) => from !== to);
    return { name, drivers, changed, metrics: input.evaluate(drivers) };
  };
  return { base: evaluated({ name: "base", changes: {} }), scenarios: input.scenarios.map(evaluated) };
}

/** A driver's value after a change, exactly. @example changedValue("0.6", { times: "0.5" }) // "0.3" */
export function changedValue(from: string, change: DriverChange): string {
  if ("to" in change) return plainDecimal(change.to, "changed driver");
  return "times" in change
    ? multiplyDecimals(from, plainDecimal(change.times, "factor of a change"))
    : addDecimals(from, plainDecimal(change.plus, "change"));
}

function baseValue(base: Readonly<Record<string, Amount>>, driver: string): string {
  const value = Object.hasOwn(base, driver) ? base[driver] : undefined;
  if (value === undefined) throw new RangeError(`The base case has no driver "${driver}"`);
  return plainDecimal(value, `driver "${driver}"`);
}
