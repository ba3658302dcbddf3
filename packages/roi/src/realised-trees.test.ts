import { sumDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation, leaf, type Explanation } from "./explanation.ts";
import { realisedAmounts } from "./realisation.ts";
import { realisedTrees } from "./realised-trees.ts";

const source = { kind: "assumption", text: "approved by finance" } as const;
const measuredAt = (cents: bigint): Explanation => leaf("Measured value", euro(cents), "EUR", source);

function euro(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function cents(amount: string | null): bigint {
  const [whole = "0", fraction = ""] = (amount ?? "").split(".");
  return BigInt(`${whole}${fraction.padEnd(2, "0")}`);
}

describe("realisedTrees", () => {
  it("explains the amounts of each stage, whatever the shares and the facts, and adds up to the value", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.tuple(fc.nat(333), fc.nat(333), fc.nat(333)),
        fc.record({
          redeployedOutputClaimed: fc.boolean(),
          cashMechanism: fc.constantFrom(undefined, null, "overtime cut"),
        }),
        (measured, thousandths, facts) => {
          const [accepted = "", redeployed = "", cashed = ""] = thousandths.map((one) => String(one / 1000));
          const shares = { accepted, redeployed, cashed };
          const amounts = realisedAmounts(measured, shares, facts);
          const trees = realisedTrees(measuredAt(measured), shares, facts, { places: 2, source });
          for (const [stage, tree] of Object.entries(trees)) {
            expect(evaluateExplanation(JSON.parse(JSON.stringify(tree)) as Explanation)).toBe(tree.value);
            expect(cents(tree.value)).toBe(amounts[stage as keyof typeof amounts]);
          }
          const stages = [trees.claimed, trees.accepted, trees.redeployed, trees.cashed];
          expect(cents(sumDecimals(stages.map(({ value }) => value ?? "")))).toBe(measured);
        },
      ),
    );
  });

  it("refuses shares of more than the whole, and a value finer than its currency", () => {
    const shares = { accepted: "0.6", redeployed: "0", cashed: "0.6" };
    expect(() => realisedTrees(measuredAt(1n), shares, {}, { places: 2, source })).toThrow(RangeError);
    const fine = leaf("Measured value", "0.005", "EUR", source);
    const half = { accepted: "0", redeployed: "0", cashed: "0.5" };
    expect(() => realisedTrees(fine, half, {}, { places: 2, source })).toThrow(
      "0.005 has more than 2 decimals",
    );
  });
});
