import { chasmSignals, reviewSignals } from "@liftledger/roi/governance/deployment-signals";
import type { FailureFacts } from "@liftledger/roi/governance/failure-facts";
import type { CriterionKey } from "@liftledger/roi/governance/gate-criteria";
import { productionCriteria } from "@liftledger/roi/governance/production-criteria";
import { describe, expect, it } from "vitest";
import {
  criteriaOf,
  factKeys,
  factOfCriterion,
  factOfSignal,
  productionFinding,
} from "./production-facts.ts";

describe("criteriaOf", () => {
  it("has a fact for every criterion about production but the quality of series, which is graded from what is logged", () => {
    const without = (Object.keys(productionCriteria) as CriterionKey[]).filter(
      (criterion) => factOfCriterion(criterion) === undefined,
    );
    expect(without).toEqual(["data-quality"]);
    expect(new Set(Object.values(criteriaOf).flat()).size).toBe(Object.keys(productionCriteria).length - 1);
  });
});

describe("factOfSignal", () => {
  const pilot = {
    phaseHistory: [{ phase: "pilots", enteredOn: "2025-01-06" }],
    handOverOwner: null,
    workarounds: 0,
  };
  const found = (facts: object, find: typeof reviewSignals) =>
    find({ ...pilot, ...facts } as unknown as FailureFacts, "2026-06-30").map(
      ({ key }) => [key, factOfSignal(key)] as const,
    );

  it("leads every sign about the security review to it", () => {
    const opened = { kind: "opened", openedOn: "2025-02-03", closedOn: null };
    expect(found({ securityReview: { kind: "none" } }, reviewSignals)).toEqual([
      ["review-missing", "securityReview"],
    ]);
    expect(found({ securityReview: opened }, reviewSignals)).toEqual([
      ["review-late", "securityReview"],
      ["review-open", "securityReview"],
    ]);
  });

  it("leads to whom it is handed over, and a phase that lasts leads nowhere", () => {
    expect(found({}, chasmSignals)).toEqual([
      ["time-in-phase", undefined],
      ["hand-over-owner", "handOverOwner"],
    ]);
  });
});

describe("productionFinding", () => {
  const recorded = (count: number) =>
    Object.fromEntries(factKeys.map((fact, place) => [fact, place < count ? "2026-05-04" : null])) as never;

  it.each([
    [0, "What it needs in production is not recorded yet"],
    [7, "7 of 12 things that it needs in production are recorded"],
    [12, "What it needs in production is recorded"],
  ])("of %i facts says “%s”", (count, words) => {
    expect(productionFinding(recorded(count))).toBe(words);
  });
});
