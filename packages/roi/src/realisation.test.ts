import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realisationFault, realisedAmounts } from "./realisation.ts";

const half = { accepted: "0", redeployed: "0.5", cashed: "0.5" };

describe("realisedAmounts", () => {
  it("takes only what was cashed into cash, and what was put to other use beside it", () => {
    expect(realisedAmounts(19_500_00n, { accepted: "0.1", redeployed: "0.2", cashed: "0.5" })).toEqual({
      claimed: 3_900_00n,
      accepted: 1_950_00n,
      redeployed: 3_900_00n,
      cashed: 9_750_00n,
      cash: 9_750_00n,
      cashPlusCapacity: 13_650_00n,
      apart: 5_850_00n,
    });
  });

  it("does not count capacity whose output is claimed elsewhere", () => {
    expect(realisedAmounts(100_00n, half, { redeployedOutputClaimed: true })).toMatchObject({
      cash: 50_00n,
      cashPlusCapacity: 50_00n,
      apart: 50_00n,
    });
  });

  it("takes saved time without a way to become cash for capacity", () => {
    expect(realisedAmounts(100_00n, half, { cashMechanism: null })).toMatchObject({
      cash: 0n,
      cashPlusCapacity: 100_00n,
    });
    expect(realisedAmounts(100_00n, half, { cashMechanism: " " }).cash).toBe(0n);
    expect(realisedAmounts(100_00n, half, { cashMechanism: "one hire avoided" }).cash).toBe(50_00n);
  });

  it("refuses shares that are negative or exceed the whole", () => {
    expect(() => realisedAmounts(1n, { accepted: "0.6", redeployed: "0.5", cashed: "0" })).toThrow(
      "Accepted, redeployed and cashed add up to 1.1, more than the whole.",
    );
    expect(realisationFault({ accepted: "0", redeployed: "-0.5", cashed: "1" })).toContain(
      "redeployed is negative",
    );
    expect(realisationFault({ accepted: "0", redeployed: "0", cashed: "1" })).toBeNull();
  });

  it("adds the stages up to the measured value to the minor unit, gains and losses alike", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.tuple(fc.nat(333), fc.nat(333), fc.nat(333)),
        fc.boolean(),
        (measured, [accepted, redeployed, cashed], redeployedOutputClaimed) => {
          const share = (thousandths: number) => String(thousandths / 1000);
          const shares = { accepted: share(accepted), redeployed: share(redeployed), cashed: share(cashed) };
          const amounts = realisedAmounts(measured, shares, { redeployedOutputClaimed });
          expect(amounts.claimed + amounts.accepted + amounts.redeployed + amounts.cashed).toBe(measured);
          expect(amounts.cashPlusCapacity + amounts.apart).toBe(measured);
        },
      ),
    );
  });
});
