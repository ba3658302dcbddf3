import { describe, expect, it } from "vitest";
import { reviewCountedTwice } from "./double-counting.ts";
import { exampleKpi } from "./testing/example-initiative.ts";

const hoursPerAsset = exampleKpi({
  name: "Hours per asset",
  numerator: { counts: "hours of work, with review and rework", unit: "hour", measure: "duration" },
  direction: "lower",
});

// Issue 3, case (b): review hours inside a time KPI and as a cost of the same initiative cannot both count.
describe("reviewCountedTwice", () => {
  it("refuses review as a cost beside a time KPI", () => {
    expect(reviewCountedTwice([exampleKpi(), hoursPerAsset], ["licences", "review-and-rework"])).toContain(
      "Hours per asset already holds those hours",
    );
  });

  it("allows each of them alone", () => {
    expect(reviewCountedTwice([hoursPerAsset], ["licences"])).toBeNull();
    expect(reviewCountedTwice([exampleKpi()], ["review-and-rework"])).toBeNull();
  });

  it("leaves a time KPI alone that carries no money", () => {
    expect(reviewCountedTwice([{ ...hoursPerAsset, role: "guardrail" }], ["review-and-rework"])).toBeNull();
  });
});
