import type { HeldClaim, ClaimsBook } from "./held-claim.ts";
import { addPeriods } from "@liftledger/kpis/period";
import { compareDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimStretches } from "./claim-stretches.ts";
import { excessClaims } from "./excess-claims.ts";
import { proRataShares } from "./pro-rata-shares.ts";
import { seriesClaims } from "./series-claims.ts";

function claim(holder: string, share: string, from: string, until: string | null = null): HeldClaim {
  return {
    benefitId: `benefit of ${holder}`,
    initiativeId: `id of ${holder}`,
    holder,
    seriesId: "leads",
    series: "Leads (Shop)",
    periodType: from.includes("W") ? "week" : "month",
    share,
    from,
    until,
  };
}

const alone = (...claims: HeldClaim[]): ClaimsBook => ({ claims, pools: new Map() });
const leads = { seriesId: "leads", series: "Leads (Shop)", periodType: "week" } as const;

describe("claimStretches", () => {
  it("cuts time where a claim begins, and after the last day of one that ends", () => {
    const claims = [claim("A", "0.7", "2026-W15", "2026-W20"), claim("B", "0.3", "2026-W18")];
    expect(
      claimStretches(claims, "week").map(({ label, claims: held }) => [
        label,
        held.map(({ holder }) => holder),
      ]),
    ).toEqual([
      ["2026-W15 to 2026-W17", ["A"]],
      ["2026-W18 to 2026-W20", ["A", "B"]],
      ["2026-W21 and later", ["B"]],
    ]);
  });

  it("leaves out what nobody claims, and names one period by itself", () => {
    const claims = [claim("A", "1", "2026-W15", "2026-W15"), claim("B", "1", "2026-W18", "2026-W19")];
    expect(claimStretches(claims, "week").map(({ label }) => label)).toEqual([
      "2026-W15",
      "2026-W18 to 2026-W19",
    ]);
  });

  it("tells a stretch by its days where a month begins within a week", () => {
    const claims = [claim("A", "0.5", "2026-W18", "2026-W18"), claim("B", "0.5", "2026-05")];
    expect(claimStretches(claims, "week").map(({ label }) => label)).toEqual([
      "2026-W18 to 2026-04-30",
      "2026-05-01 to 2026-W18",
      "2026-W19 and later",
    ]);
  });
});

describe("excessClaims", () => {
  it("lets a claim follow on one that has ended, whatever both take", () => {
    expect(excessClaims(alone(claim("A", "1", "2026-W15", "2026-W20"), claim("B", "1", "2026-W21")))).toEqual(
      [],
    );
  });

  it("names the periods that are claimed more than once over, and who holds what there", () => {
    const [excess, ...more] = excessClaims(
      alone(claim("A", "0.7", "2026-W15", "2026-W20"), claim("B", "0.6", "2026-W18")),
    );
    expect(more).toEqual([]);
    expect(excess?.reason).toBe("Leads (Shop), 2026-W18 to 2026-W20: 130% is claimed, A 70%, B 60%.");
  });

  it("adds up the claims on the series of a pool, and keeps two segments apart", () => {
    const cost = { ...claim("B", "0.6", "2026-05"), seriesId: "cost", series: "Cost (Shop)" };
    const other = { ...claim("C", "1", "2026-05"), seriesId: "app", series: "Leads (App)" };
    const place = (segment: string) => ({ poolId: "pool", pool: "New customers", segment: [segment] });
    const pools = new Map([
      ["leads", place("Shop")],
      ["cost", place("Shop")],
      ["app", place("App")],
    ]);
    const book = { claims: [claim("A", "0.7", "2026-W15"), cost, other], pools };
    expect(excessClaims(book).map(({ reason }) => reason)).toEqual([
      "New customers, Shop, 2026-05-01 and later: 130% is claimed, A 70%, B 60%. Leads (Shop) and Cost (Shop) are the same money.",
    ]);
  });
});

describe("proRataShares", () => {
  it("divides 130% by what each asked for, and says of whom and when", () => {
    const granted = proRataShares(alone(claim("A", "0.7", "2026-W15"), claim("B", "0.6", "2026-W18")));
    expect([...granted.values()].flat().map(({ share }) => share)).toEqual([
      "0.538461538462",
      "0.461538461538",
    ]);
    expect(granted.get("benefit of A")).toMatchObject([
      {
        from: "2026-W15",
        until: null,
        asked: "0.7",
        reason:
          "70% was claimed; together more than the whole of Leads (Shop) was claimed in 2026-W18 and later, so that each share was scaled pro rata.",
      },
    ]);
  });

  it("scales each share of a benefit by itself, where it claims another from a period on", () => {
    const stretches = [claim("A", "0.7", "2026-W15", "2026-W17"), claim("A", "0.9", "2026-W18")];
    const granted = proRataShares(alone(...stretches, claim("B", "0.6", "2026-W18")));
    expect(granted.get("benefit of A")).toMatchObject([{ from: "2026-W18", asked: "0.9", share: "0.6" }]);
    expect(granted.get("benefit of B")).toMatchObject([{ asked: "0.6", share: "0.4" }]);
  });
});

const anyShare = fc.integer({ min: 0, max: 1000 }).map((part) => String(part / 1000));
const anyClaim = fc
  .record({
    start: fc.nat(12),
    length: fc.option(fc.nat(12)),
    share: anyShare,
    // The share from another period on, where there is one.
    later: fc.option(fc.tuple(fc.integer({ min: 1, max: 8 }), anyShare)),
    series: fc.constantFrom("leads", "cost", "app", "free"),
  })
  .map(({ start, length, share, series, later }): HeldClaim[] => {
    const from = addPeriods("2026-W10", start);
    const until = length === null ? null : addPeriods(from, length);
    const whole = { ...claim("somebody", share, from, until), seriesId: series, series };
    if (later === null || (length !== null && later[0] > length)) return [whole];
    const cut = addPeriods(from, later[0]);
    return [
      { ...whole, until: addPeriods(cut, -1) },
      { ...whole, share: later[1], from: cut },
    ];
  });
const anyBook = fc.array(anyClaim, { maxLength: 8 }).map((claims): ClaimsBook => {
  const place = (...segment: string[]) => ({ poolId: "pool", pool: "Money", segment });
  return {
    claims: claims.flatMap((stretches, at) =>
      stretches.map((one) => ({ ...one, benefitId: `benefit-${at}`, holder: `holder-${at}` })),
    ),
    pools: new Map([
      ["leads", place()],
      ["cost", place("Shop")],
      ["app", place("App", "iOS")],
    ]),
  };
});

describe("claims", () => {
  it("fit once they are divided pro rata, and shrink only where they did not", () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const granted = proRataShares(book);
        const claims = book.claims.map((one) => ({
          ...one,
          share: granted.get(one.benefitId)?.find(({ from }) => from === one.from)?.share ?? one.share,
        }));
        expect(excessClaims({ ...book, claims })).toEqual([]);
        expect(granted.size > 0).toBe(excessClaims(book).length > 0);
        for (const { asked, share } of [...granted.values()].flat())
          expect(compareDecimals(share, asked)).toBe(-1);
      }),
    );
  });

  it("leave exactly as much as one more may take", () => {
    const series = fc.constantFrom("leads", "cost", "app", "free");
    fc.assert(
      fc.property(anyBook, series, (book, seriesId) => {
        fc.pre(excessClaims(book).length === 0);
        const told = seriesClaims(book, { ...leads, seriesId });
        for (const { firstDay, unclaimed } of told.stretches) {
          const during = (share: string): HeldClaim => {
            const period = claimStretches(book.claims, "week").find((one) => one.firstDay === firstDay);
            const from = period?.label.slice(0, 8) ?? "";
            return { ...claim("one more", share, from, from), seriesId };
          };
          const fits = (share: string) =>
            excessClaims({ ...book, claims: [...book.claims, during(share)] }).length === 0;
          expect(fits(unclaimed)).toBe(true);
          expect(fits(String(Number(unclaimed) + 0.001))).toBe(false);
        }
      }),
    );
  });
});
