import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimedTrees, dividedTrees, scaledTrees } from "./claim-trees.ts";
import { checkClaims, divideByClaims, scaleClaims } from "./claims.ts";
import { evaluateExplanation, leaf } from "./explanation.ts";

const source = { kind: "assumption", text: "version 1" } as const;
const holders = fc.uniqueArray(fc.constantFrom("Chat", "Leads", "Mail", "Search"), { minLength: 1 });
const heldWith = (most: number) =>
  holders.chain((names) =>
    fc.tuple(
      ...names.map((holder) =>
        fc.nat(most).map((hundredths) => ({ holder, share: String(hundredths / 100) })),
      ),
    ),
  );

describe("claimedTrees", () => {
  it("gives what is claimed and the rest, as the check has them", () => {
    fc.assert(
      fc.property(heldWith(25), (held) => {
        const { claimed, unclaimed } = claimedTrees(held, source);
        const check = checkClaims(held.map((one) => ({ ...one, series: "leads", period: "2025-W20" })));
        if (check.kind === "refused") throw new Error(check.reason);
        expect(check.periods[0]).toMatchObject({
          claimed: evaluateExplanation(claimed),
          unclaimed: evaluateExplanation(unclaimed),
        });
      }),
    );
  });
});

describe("scaledTrees", () => {
  it("gives the share that each claim was scaled to, and leaves alone what fits", () => {
    fc.assert(
      fc.property(heldWith(100), (held) => {
        const claims = held.map((one) => ({ ...one, series: "leads", period: "2025-W20" }));
        const scaled = scaleClaims(claims).claims.map(({ share }) => share);
        expect(scaledTrees(held, source).map(evaluateExplanation)).toEqual(scaled);
      }),
    );
  });
});

describe("dividedTrees", () => {
  it("gives each holder's part of an amount and the rest, to the minor unit", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), heldWith(25), (cents, held) => {
        const amount = leaf("Value of the lift", String(cents / 100), "EUR", source);
        const { parts, unclaimed } = dividedTrees(amount, held, { places: 2, source });
        const minor = (value: string | null) => BigInt(Math.round(Number(value) * 100));
        const divided = divideByClaims(BigInt(cents), held);
        expect(
          parts.map(({ holder, tree }) => ({ holder, amountMinor: minor(evaluateExplanation(tree)) })),
        ).toEqual(divided.parts);
        expect(minor(evaluateExplanation(unclaimed))).toBe(divided.unclaimedMinor);
      }),
    );
  });

  it("refuses shares that exceed the whole", () => {
    const amount = leaf("Value of the lift", "1", "EUR", source);
    const held = [{ holder: "Chat", share: "1.01" }];
    expect(() => dividedTrees(amount, held, { places: 2, source })).toThrow("claims of 101%");
  });
});
