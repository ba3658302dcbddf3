import {
  addDecimals,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from "@liftledger/numerics/decimal";
import type { Amount } from "./amount.ts";
import { plainDecimal } from "./plain-decimal.ts";

/** Drivers by name; their product is the benefit. */
export type Drivers = Readonly<Record<string, Amount>>;

/** What one driver moved, in the unit of the product. */
export type DriverEffect = { readonly driver: string; readonly effect: string };

export type ProductBridge = {
  readonly plan: string;
  readonly actual: string;
  readonly total: string;
  readonly sequential: readonly DriverEffect[];
};

const mostShapleyDrivers = 12;

/**
 * How a product of drivers went from plan to actual, exactly: the drivers are replaced one after another in
 * the given order (by default the plan's own), each effect being what its replacement changes. The effects
 * add up to actual − plan with nothing left over. The split depends on the order: a driver replaced later is
 * measured on what the earlier ones have become, so a fixed order is part of the definition.
 *
 * Throws a RangeError where plan, actual and order do not name the same drivers, and on what is no decimal.
 *
 *     productBridge({ plan: { users: "200", hours: "4" }, actual: { users: "180", hours: "5" } })
 *     // { plan: "800", actual: "900", total: "100",
 *     //   sequential: [{ driver: "users", effect: "-80" }, { driver: "hours", effect: "180" }] }
 */
export function productBridge(input: {
  readonly plan: Drivers;
  readonly actual: Drivers;
  readonly order?: readonly string[];
}): ProductBridge {
  const order = input.order ?? Object.keys(input.plan);
  const [plan, actual] = [readDrivers(input.plan, order), readDrivers(input.actual, order)];
  const current = [...plan];
  let before = product(plan);
  const planned = before;
  const sequential = order.map((driver, index): DriverEffect => {
    current[index] = actual[index] ?? "1";
    const after = product(current);
    const effect = subtractDecimals(after, before);
    before = after;
    return { driver, effect };
  });
  return { plan: planned, actual: before, total: subtractDecimals(before, planned), sequential };
}

/**
 * The effect of each driver as the mean over all orders of replacing them (Shapley): the split that no order
 * decides, to show beside the sequential one. To 34 significant digits, because the mean of n! orders is no
 * finite decimal in general. Throws a RangeError above 12 drivers, and as `productBridge` does.
 *
 *     shapleyEffects({ plan: { users: "200", hours: "4" }, actual: { users: "180", hours: "5" } })
 *     // { users: "-90", hours: "190" }
 */
export function shapleyEffects(input: {
  readonly plan: Drivers;
  readonly actual: Drivers;
}): Record<string, string> {
  const names = Object.keys(input.plan);
  if (names.length > mostShapleyDrivers) {
    throw new RangeError(`At most ${mostShapleyDrivers} drivers can be averaged over all their orders`);
  }
  const [plan, actual] = [readDrivers(input.plan, names), readDrivers(input.actual, names)];
  const values = productsOfSubsets(plan, actual);
  const orders = factorial(names.length);
  return Object.fromEntries(
    names.map((name, index) => {
      let weighted = "0";
      values.forEach((without, subset) => {
        if ((subset >> index) & 1) return;
        const size = countBits(subset);
        const weight = String(factorial(size) * factorial(names.length - size - 1));
        const gain = subtractDecimals(values[subset | (1 << index)] ?? "0", without);
        weighted = addDecimals(weighted, multiplyDecimals(weight, gain));
      });
      return [name, divideDecimals(weighted, String(orders))];
    }),
  );
}

/** The product for each subset of drivers already at actual; bit i of the index is driver i. */
function productsOfSubsets(plan: readonly string[], actual: readonly string[]): readonly string[] {
  return plan.reduce<readonly string[]>(
    (values, planned, index) => [
      ...values.map((value) => multiplyDecimals(value, planned)),
      ...values.map((value) => multiplyDecimals(value, actual[index] ?? "1")),
    ],
    ["1"],
  );
}

function readDrivers(drivers: Drivers, order: readonly string[]): readonly string[] {
  const names = Object.keys(drivers);
  if (new Set(order).size !== order.length || names.length !== order.length) {
    throw new RangeError(
      `Plan and actual have the same drivers, each once: ${order.join(", ")} against ${names.join(", ")}`,
    );
  }
  return order.map((name) => {
    const value = Object.hasOwn(drivers, name) ? drivers[name] : undefined;
    if (value === undefined) throw new RangeError(`The driver "${name}" is not on both sides`);
    return plainDecimal(value, `driver "${name}"`);
  });
}

function product(values: readonly string[]): string {
  return values.reduce((result, value) => multiplyDecimals(result, value), "1");
}

function factorial(count: number): number {
  return count === 0 ? 1 : count * factorial(count - 1);
}

function countBits(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + countBits(bits >> 1);
}
