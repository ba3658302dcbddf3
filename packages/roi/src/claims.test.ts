import { compareDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkClaims, divideByClaims, refusedClaim, scaleClaims, type Claim } from "./claims.ts";

const claim = (holder: string, share: string, series = "leads", period = "2025-W20"): Claim => ({
  holder,
  series,
  period,
  share,
});

/** Shares in thousandths, on two series and two periods. */
const arbitraryClaims = fc.array(
  fc
    .tuple(
      fc.constantFrom("a", "b", "c", "d"),
      fc.integer({ min: 0, max: 1500 }),
      fc.constantFrom("leads", "churn"),
      fc.constantFrom("2025-W20", "2025-W21"),
    )
    .map(([holder, thousandths, series, period]) =>
      claim(holder, String(thousandths / 1000), series, period),
    ),
  { maxLength: 9 },
);

describe("checkClaims", () => {
  it("accepts claims up to the whole and shows the rest that nobody claims", () => {
    const check = checkClaims([claim("Lead scoring", "0.6"), claim("Chat", "0.3")]);
    expect(check).toMatchObject({ kind: "accepted", periods: [{ claimed: "0.9", unclaimed: "0.1" }] });
    expect(checkClaims([claim("Lead scoring", "0.6"), claim("Chat", "0.4")]).kind).toBe("accepted");
    expect(checkClaims([])).toEqual({ kind: "accepted", periods: [] });
  });

  it("refuses more than the whole and says who holds what", () => {
    expect(
      checkClaims([claim("Lead scoring", "0.6"), claim("Chat", "0.4"), claim("Chat", "0.05")]),
    ).toMatchObject({
      kind: "refused",
      reason: "Claims on leads in 2025-W20 add up to 105%, more than the whole: Lead scoring 60%, Chat 45%.",
      exceeded: [{ claimed: "1.05", unclaimed: "0" }],
    });
  });

  it("adds up each series and period by itself", () => {
    const claims = [claim("a", "1"), claim("b", "1", "churn"), claim("c", "1", "leads", "2025-W21")];
    expect(checkClaims(claims).kind).toBe("accepted");
  });

  it("refuses the smallest excess: decimals are exact", () => {
    expect(checkClaims([claim("a", "0.7"), claim("b", "0.3")]).kind).toBe("accepted");
    expect(checkClaims([claim("a", "0.7"), claim("b", "0.30000000000000000001")]).kind).toBe("refused");
  });

  it("throws on a negative share, which would make room for others", () => {
    expect(() => checkClaims([claim("a", "-0.5"), claim("b", "1.2")])).toThrow("the share of a is negative");
  });
});

describe("scaleClaims", () => {
  it("scales pro rata and records what was asked for", () => {
    // 90 and 60 of 150: three fifths and two fifths.
    const { claims, scaled } = scaleClaims([
      claim("a", "0.9"),
      claim("b", "0.6"),
      claim("a", "0.5", "churn"),
    ]);
    expect(claims.map(({ share }) => share)).toEqual(["0.6", "0.4", "0.5"]);
    expect(scaled).toMatchObject([
      { holder: "a", series: "leads", asked: "0.9", share: "0.6" },
      { holder: "b", series: "leads", asked: "0.6", share: "0.4" },
    ]);
    expect(scaled[0]?.reason).toBe(
      "90% of leads in 2025-W20 was asked for; all claims together asked for 150%, so each was scaled pro rata.",
    );
  });

  it("gives three equal claims thirds that add up to exactly the whole", () => {
    const { claims } = scaleClaims([claim("a", "1"), claim("b", "1"), claim("c", "1")]);
    expect(claims.map(({ share }) => share)).toEqual(["0.333333333334", "0.333333333333", "0.333333333333"]);
    expect(sumDecimals(claims.map(({ share }) => share))).toBe("1");
  });

  it("brings one claim of more than the whole down to the whole", () => {
    expect(scaleClaims([claim("a", "1.2")]).claims[0]?.share).toBe("1");
  });

  it("never leaves more than 100% claimed, and never changes what fits", () => {
    fc.assert(
      fc.property(arbitraryClaims, (asked) => {
        const { claims, scaled } = scaleClaims(asked);
        expect(checkClaims(claims).kind).toBe("accepted");
        expect(claims).toHaveLength(asked.length);
        const fits = checkClaims(asked).kind === "accepted";
        expect(fits ? claims : asked).toEqual(asked);
        expect(scaled.length > 0).toBe(!fits);
        for (const { share, asked: before } of scaled) expect(compareDecimals(share, before)).toBe(-1);
      }),
    );
  });
});

describe("refusedClaim", () => {
  it("says how much is left and who holds the rest", () => {
    expect(refusedClaim([{ holder: "Chat", share: "0.7" }], "0.4")).toEqual({
      left: "0.3",
      reason:
        "Claims on one series are at most 100%. Held already: Chat 70%. 30% is left, 40% was asked for.",
    });
  });

  it("lets through what fits to the last digit", () => {
    expect(refusedClaim([{ holder: "Chat", share: "0.7" }], "0.3")).toBeNull();
    expect(refusedClaim([], "1")).toBeNull();
    expect(refusedClaim([], "1.1")?.left).toBe("1");
  });
});

describe("divideByClaims", () => {
  it("divides one amount and keeps the rest as unclaimed", () => {
    expect(divideByClaims(100_01n, [{ holder: "a", share: "0.6" }])).toEqual({
      parts: [{ holder: "a", amountMinor: 60_01n }],
      unclaimedMinor: 40_00n,
    });
    expect(divideByClaims(-100n, []).unclaimedMinor).toBe(-100n);
  });

  it("refuses shares that exceed the whole", () => {
    const held = [
      { holder: "a", share: "0.6" },
      { holder: "b", share: "0.5" },
    ];
    expect(() => divideByClaims(1n, held)).toThrow("claims of 110% cannot divide one amount: a 60%, b 50%");
  });

  it("adds parts and rest up to the amount to the minor unit", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        arbitraryClaims,
        (amountMinor, asked) => {
          const { claims } = scaleClaims(asked.map((one) => ({ ...one, series: "leads", period: "2025" })));
          const { parts, unclaimedMinor } = divideByClaims(amountMinor, claims);
          expect(parts.reduce((sum, part) => sum + part.amountMinor, unclaimedMinor)).toBe(amountMinor);
        },
      ),
    );
  });
});
