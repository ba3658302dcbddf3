import {
  compareDecimals,
  numberToDecimal,
  normaliseDecimal,
  subtractDecimals,
} from "@liftledger/numerics/decimal";
import type { Amount } from "./amount.ts";
import {
  driverBreakEven,
  readDriverRange,
  type DriverBreakEven,
  type DriverRange,
} from "./driver-break-even.ts";
import type { DriverValues } from "./scenario.ts";

/** A driver with the range it may plausibly take, low ≤ base ≤ high. */
export type TornadoDriver = DriverRange & { readonly name: string };

export type TornadoBar = {
  readonly driver: string;
  /** The metric with this driver at its low and its high, all others at base; null where it has no value. */
  readonly atLow: string | null;
  readonly atHigh: string | null;
  /** From the lowest to the highest of low, base and high: what the bars are sorted by. */
  readonly distance: string | null;
  readonly breakEven: DriverBreakEven;
};

export type Tornado = {
  readonly base: string | null;
  /** The widest bar first; equal ones as given; those without a distance last. */
  readonly bars: readonly TornadoBar[];
};

/**
 * Which driver decides: each one to its low and its high with the others at base, sorted by how far the
 * metric moves, with the value of each driver at which the metric meets `target` (0, break-even, unless told).
 *
 * `evaluate` gives the metric for one set of drivers, as decimal text (exact) or as a number, or null where
 * there is none. Throws a RangeError on a range that does not hold its base, on a driver that stands twice and
 * on what is no decimal.
 *
 *     tornado({ drivers: [{ name: "leads", low: "300", base: "400", high: "500" }],
 *       evaluate: ({ leads }) => String(Number(leads) * 20 - 9000) })
 *     // bars: [{ driver: "leads", atLow: "-3000", atHigh: "1000", distance: "4000",
 *     //   breakEven: { kind: "value", value: "450", … } }]
 */
export function tornado(input: {
  readonly drivers: readonly TornadoDriver[];
  readonly evaluate: (drivers: DriverValues) => string | number | null;
  readonly target?: Amount;
}): Tornado {
  const drivers = input.drivers.map(readDriver);
  const base = Object.fromEntries(drivers.map((driver) => [driver.name, driver.base]));
  if (Object.keys(base).length !== drivers.length) throw new RangeError("A driver stands twice");
  const metric = (changed: DriverValues): string | null => asText(input.evaluate({ ...base, ...changed }));
  const atBase = metric({});
  const bars = drivers.map((driver): TornadoBar => {
    const [atLow, atHigh] = [metric({ [driver.name]: driver.low }), metric({ [driver.name]: driver.high })];
    const breakEven = driverBreakEven(
      driver,
      (value) => input.evaluate({ ...base, [driver.name]: value }),
      input.target ?? "0",
    );
    return { driver: driver.name, atLow, atHigh, distance: spanOf([atLow, atBase, atHigh]), breakEven };
  });
  return { base: atBase, bars: bars.toSorted(byDistance) };
}

function byDistance(a: TornadoBar, b: TornadoBar): number {
  // No distance is below 0: a bar without one comes last.
  return compareDecimals(b.distance ?? "-1", a.distance ?? "-1");
}

function spanOf(metrics: readonly (string | null)[]): string | null {
  const known = metrics.filter((metric) => metric !== null).toSorted(compareDecimals);
  const [lowest, highest] = [known[0], known.at(-1)];
  if (lowest === undefined || highest === undefined || known.length < metrics.length) return null;
  return subtractDecimals(highest, lowest);
}

function asText(metric: string | number | null): string | null {
  if (metric === null) return null;
  if (typeof metric === "string") return normaliseDecimal(metric);
  // A double carries 15 digits; the rest is rounding.
  return Number.isFinite(metric) ? numberToDecimal(metric, 15) : null;
}

function readDriver(given: TornadoDriver): DriverRange<string> & { readonly name: string } {
  const { name } = given;
  const driver = { name, ...readDriverRange(given, `driver "${name}"`) };
  const { low, base, high, limits } = driver;
  if (limits && (compareDecimals(limits.from, low) > 0 || compareDecimals(high, limits.to) > 0)) {
    throw new RangeError(`"${name}" goes from ${low} to ${high}, beyond its limits`);
  }
  if (compareDecimals(low, base) > 0 || compareDecimals(base, high) > 0) {
    throw new RangeError(`"${name}" goes from ${low} to ${high}, which does not hold its base of ${base}`);
  }
  return driver;
}
