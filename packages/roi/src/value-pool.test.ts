import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkValuePools, divideValuePools, type PoolClaim } from "./value-pool.ts";

const claim = (differences: Partial<PoolClaim> = {}): PoolClaim => ({
  holder: "Lead scoring",
  pool: "new customers",
  segment: [],
  series: "conversion",
  period: "2025-05",
  share: "0.6",
  ...differences,
});

describe("checkValuePools", () => {
  it("refuses two series of one pool that share more than the whole, across initiatives, and says who holds what", () => {
    const check = checkValuePools([
      claim(),
      claim({ holder: "Bidding", series: "acquisition cost", share: "0.5" }),
    ]);
    expect(check).toMatchObject({
      kind: "refused",
      reason:
        "new customers in 2025-05 is claimed at 110%: Lead scoring 60%, Bidding 50%. conversion and acquisition cost are the same money.",
    });
  });

  it("accepts what divides the money, and shows the rest", () => {
    expect(
      checkValuePools([claim(), claim({ holder: "Bidding", series: "acquisition cost", share: "0.3" })]),
    ).toMatchObject({ kind: "accepted", unclaimed: [{ share: "0.1" }] });
  });

  it("counts a parent in each of its segments, and segments apart", () => {
    const search = claim({ segment: ["search"], holder: "Search", share: "0.7" });
    const social = claim({ segment: ["social"], holder: "Social", share: "0.7" });
    expect(checkValuePools([search, social]).kind).toBe("accepted");
    expect(checkValuePools([search, social, claim({ share: "0.3" })]).kind).toBe("accepted");
    const check = checkValuePools([search, claim({ share: "0.4" }), { ...social, share: "0.6" }]);
    expect(check).toMatchObject({ kind: "refused", conflicts: [{ segment: ["search"], claimed: "1.1" }] });
  });

  it("keeps pools and periods apart", () => {
    const claims = [
      claim({ share: "1" }),
      claim({ share: "1", period: "2025-06" }),
      claim({ share: "1", pool: "hours" }),
    ];
    expect(checkValuePools(claims).kind).toBe("accepted");
  });
});

describe("divideValuePools", () => {
  it("divides two series of the same money and records it", () => {
    const { claims, divided } = divideValuePools([
      claim({ share: "1" }),
      claim({ holder: "Bidding", series: "acquisition cost", share: "0.6" }),
    ]);
    // 100 and 60 of 160.
    expect(claims.map(({ share }) => share)).toEqual(["0.625", "0.375"]);
    expect(divided).toMatchObject([{ asked: "1" }, { asked: "0.6" }]);
  });

  it("scales a claim by the fullest part that it covers", () => {
    const { claims } = divideValuePools([
      claim({ holder: "Whole", share: "0.5" }),
      claim({ holder: "Search", segment: ["search"], share: "1" }),
      claim({ holder: "Social", segment: ["social"], share: "0.2" }),
    ]);
    // Search holds 150%: the whole and search come down by a third; social fits.
    expect(claims.map(({ share }) => share)).toEqual(["0.333333333333", "0.666666666666", "0.2"]);
  });

  it("never leaves any part of a pool claimed at more than 100%", () => {
    const arbitraryClaim = fc
      .tuple(
        fc.constantFrom<string[]>([], ["a"], ["b"], ["a", "x"], ["a", "y"]),
        fc.constantFrom("conversion", "revenue"),
        fc.integer({ min: 0, max: 1300 }),
        fc.constantFrom("2025-05", "2025-06"),
      )
      .map(([segment, series, thousandths, period]) =>
        claim({ segment, series, period, share: String(thousandths / 1000) }),
      );
    fc.assert(
      fc.property(fc.array(arbitraryClaim, { maxLength: 10 }), (claims) => {
        expect(checkValuePools(divideValuePools(claims).claims).kind).toBe("accepted");
      }),
    );
  });
});
