import { describe, expect, it } from "vitest";
import { claimText } from "./benefit-claims.tsx";

const held = (initiative: string, share: string, seriesId = "leads") => ({
  benefitId: `benefit of ${initiative}`,
  initiativeId: initiative,
  initiative,
  seriesId,
  series: "Acquisition cost (Shop)",
  share,
});
const stretch = { label: "2026-W15 and later", firstDay: "2026-04-06", lastDay: null };

describe("claimText", () => {
  it("says when, who and how much, and what is left", () => {
    const claims = { ...stretch, held: [held("Chat", "0.6"), held("Scoring", "0.333333333333")] };
    const unclaimed = { claimed: "0.933333333333", unclaimed: "0.066666666667" };
    expect(claimText({ ...claims, ...unclaimed }, { seriesId: "leads" })).toBe(
      "Week 15, 2026 and later: Chat 60%, Scoring 33.3%; 6.7% is unclaimed.",
    );
  });

  it("names the series of a claim on the same money", () => {
    const claims = { ...stretch, held: [held("Bidding", "1", "cost")], claimed: "1", unclaimed: "0" };
    expect(claimText(claims, { seriesId: "leads" })).toBe(
      "Week 15, 2026 and later: Bidding 100% (Acquisition cost (Shop)); nothing is unclaimed.",
    );
  });
});
