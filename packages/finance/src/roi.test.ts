import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { addDecimals } from "@liftledger/numerics/decimal";
import { grossMultiple, netRoi } from "./roi.ts";

function ratioOf(answer: ReturnType<typeof netRoi>): string {
  if (answer.kind !== "value") throw new Error(answer.reason);
  return answer.ratio;
}

describe("netRoi and grossMultiple", () => {
  // Vector: "roi-basis" of the finance reference set; Phillips: BCR 1.76 : 1, ROI 76%.
  it("tell net from gross for benefits of 750,000 and costs of 425,000", () => {
    const input = { valueMinor: 75_000_000n, costMinor: 42_500_000n };
    expect(Number(ratioOf(netRoi(input))) * 100).toBeCloseTo(76.4705882352941, 10);
    expect(Number(ratioOf(grossMultiple(input)))).toBeCloseTo(1.76470588235294, 12);
  });
  // Vectors of the same group: 544% net is 6.44 back for each 1, and 5.44 back is 444% net.
  it("tell 544 percent from 5.44 for each 1", () => {
    const netOf544 = { valueMinor: 644n, costMinor: 100n };
    expect([ratioOf(netRoi(netOf544)), ratioOf(grossMultiple(netOf544))]).toEqual(["5.44", "6.44"]);
    const grossOf544 = { valueMinor: 544n, costMinor: 100n };
    expect([ratioOf(netRoi(grossOf544)), ratioOf(grossMultiple(grossOf544))]).toEqual(["4.44", "5.44"]);
  });
  it("know a loss", () => {
    expect(ratioOf(netRoi({ valueMinor: 0n, costMinor: 7n }))).toBe("-1");
    expect(ratioOf(netRoi({ valueMinor: -50n, costMinor: 100n }))).toBe("-1.5");
    expect(ratioOf(netRoi({ valueMinor: 100n, costMinor: 100n }))).toBe("0");
  });
  it("answer with a reason where there is no cost", () => {
    for (const costMinor of [0n, -1n]) {
      expect(netRoi({ valueMinor: 100n, costMinor })).toMatchObject({ kind: "undefined" });
      expect(grossMultiple({ valueMinor: 100n, costMinor })).toMatchObject({ kind: "undefined" });
    }
    expect(netRoi({ valueMinor: 0n, costMinor: 0n })).toEqual({
      kind: "undefined",
      reason: "There is no cost yet, so there is no return on cost.",
    });
  });
  it("differ by exactly one, up to the last of twenty digits", () => {
    const someMoney = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(someMoney, someMoney, (valueMinor, costMinor) => {
        const net = ratioOf(netRoi({ valueMinor, costMinor }));
        const gross = ratioOf(grossMultiple({ valueMinor, costMinor }));
        const apart = Number(addDecimals(addDecimals(net, "1"), `-${gross}`));
        expect(Math.abs(apart)).toBeLessThanOrEqual(1e-18 * Math.max(1, Number(gross)));
      }),
    );
  });
});
