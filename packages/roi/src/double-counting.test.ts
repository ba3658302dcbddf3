import { describe, expect, it } from "vitest";
import { mediaCountedTwice, reviewCountedTwice } from "./double-counting.ts";
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

describe("mediaCountedTwice", () => {
  const acquisitionCost = exampleKpi({
    name: "Acquisition cost",
    numerator: { counts: "money spent on media", unit: "money", measure: "spend" },
    direction: "lower",
  });
  const returnOnSpend = exampleKpi({
    name: "Return on ad spend",
    numerator: { counts: "revenue", unit: "money", measure: "revenue" },
    denominator: { counts: "money spent on media", unit: "money", kind: "input" },
  });

  it("refuses a cost line of working media beside a KPI that holds the spend, over or under the line", () => {
    expect(mediaCountedTwice([acquisitionCost], ["working-media"])).toContain(
      "Acquisition cost already holds",
    );
    expect(mediaCountedTwice([returnOnSpend], ["working-media"])).toContain(
      "Return on ad spend already holds",
    );
  });

  it("allows each of them alone", () => {
    expect(mediaCountedTwice([acquisitionCost], ["licences"])).toBeNull();
    expect(mediaCountedTwice([exampleKpi()], ["working-media"])).toBeNull();
    expect(mediaCountedTwice([{ ...acquisitionCost, role: "leading" }], ["working-media"])).toBeNull();
  });
});
