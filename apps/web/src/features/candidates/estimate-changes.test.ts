import type { CandidateEstimate } from "@liftledger/contracts/candidate";
import { expect, it } from "vitest";
import { estimateChanges } from "./estimate-changes.ts";

const about = { currency: "EUR", scopes: new Map([["shop", "Web shop"]]) };
const estimate = (differences: Partial<CandidateEstimate> = {}): CandidateEstimate => ({
  initiativeId: "idea",
  version: 1,
  recordedAt: "2026-06-24T12:00:00.000Z",
  recordedBy: "Ada",
  effortWeeks: "8",
  statedValue: null,
  seriesId: null,
  unitWorth: null,
  ...differences,
});

it("says of the first version all that it says", () => {
  expect(estimateChanges(undefined, estimate({ seriesId: "shop" }), about)).toEqual([
    "Effort in weeks: 8",
    "Measured for: Web shop",
  ]);
});

it("says of a later one what is another, with what it was", () => {
  const after = estimate({
    effortWeeks: "12",
    statedValue: { amount: "20000", source: "The vendor's offer" },
  });
  expect(estimateChanges(estimate({ seriesId: "shop" }), after, about)).toEqual([
    "Effort in weeks: 8 → 12",
    "Measured for: Web shop → not said",
    "Value in the first year: not said → €20,000 (The vendor's offer)",
  ]);
  expect(estimateChanges(estimate(), estimate({ version: 2 }), about)).toEqual([]);
});
