import { describe, expect, it } from "vitest";
import { checkClaims, divideByClaims, refusedClaim, scaleClaims } from "@liftledger/roi/claims";
import { luckyWinnerChance, totalOfClaims } from "@liftledger/roi/claims-total";
import { sharedCounterfactual } from "@liftledger/roi/shared-counterfactual";

// The example under “Several claims on one lift”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("divides one lift among claims", () => {
    expect(
      checkClaims([
        { holder: "Lead scoring", series: "leads", period: "2025-W20", share: "0.6" },
        { holder: "Chat", series: "leads", period: "2025-W20", share: "0.3" },
      ]),
    ).toMatchObject({ kind: "accepted", periods: [{ claimed: "0.9", unclaimed: "0.1" }] });
    expect(refusedClaim([{ holder: "Chat", share: "0.7" }], "0.4")).toEqual({
      left: "0.3",
      reason: expect.stringContaining("Held already: Chat 70%. 30% is left, 40% was asked for."),
    });
    expect(
      scaleClaims([
        { holder: "Lead scoring", series: "leads", period: "2025-W20", share: "0.9" },
        { holder: "Chat", series: "leads", period: "2025-W20", share: "0.6" },
      ]).claims,
    ).toMatchObject([{ share: "0.6" }, { share: "0.4" }]);
    expect(divideByClaims(100_01n, [{ holder: "Chat", share: "0.6" }])).toEqual({
      parts: [{ holder: "Chat", amountMinor: 60_01n }],
      unclaimedMinor: 40_00n,
    });
    expect(
      totalOfClaims(
        [
          { name: "Conversion", value: "900" },
          { name: "Order value", value: "-400", withdrawn: true },
        ],
        "EUR",
      ),
    ).toMatchObject({ total: "500", losers: ["Order value"] });
    expect(luckyWinnerChance(10, 0.95)).toBeCloseTo(0.4013, 4);
    expect(
      sharedCounterfactual([{ initiative: "Chat", startsOn: "2025-03-03" }], {
        endsOn: "2025-03-09",
        frozenOn: "2025-03-01",
      }),
    ).toMatchObject({ kind: "contaminated", by: ["Chat"] });
  });
});
