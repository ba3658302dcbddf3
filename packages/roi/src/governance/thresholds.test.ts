import { describe, expect, it } from "vitest";
import { isFound, sourceText, thresholds, type ThresholdKey } from "./thresholds.ts";

describe("thresholds", () => {
  // As the benchmark library prints them: phases and activities Hashmeta, training Digital Applied, reviews Writer.
  it.each<[ThresholdKey, number, string]>([
    ["monthsInFoundation", 3, "Hashmeta"],
    ["monthsInPilots", 6, "Hashmeta"],
    ["monthsWithoutHandOverOwner", 3, "Hashmeta"],
    ["monthsInReview", 6, "Writer"],
    ["trainingShare", 0.15, "Digital Applied"],
    ["pilotsPerTeam", 1, "Hashmeta"],
    ["useCasesInScale", 3, "Hashmeta"],
  ])("has %s at the published %d (%s)", (key, value, publisher) => {
    expect(thresholds[key].value).toBe(value);
    expect(sourceText(key)).toBe(publisher);
  });

  it("gives a reason for every limit of our own", () => {
    const own = Object.values(thresholds).filter(({ source }) => source.kind === "own");
    expect(own.length).toBeGreaterThan(0);
    for (const { source } of own) expect(source).toMatchObject({ because: expect.stringMatching(/\.$/) });
  });
});

describe("isFound", () => {
  it.each<[ThresholdKey, under: [number, boolean], at: boolean, over: [number, boolean]]>([
    ["monthsInFoundation", [2.9, false], false, [3.1, true]],
    ["monthsInPilots", [5.9, false], false, [6.1, true]],
    ["monthsWithoutHandOverOwner", [2.9, false], false, [3.1, true]],
    ["workarounds", [2, false], true, [4, true]],
    ["completeness", [0.7999, true], false, [0.8001, false]],
    ["lateShare", [0.4999, false], false, [0.5001, true]],
    ["periodsInARow", [2, false], true, [4, true]],
    ["fewestPeriods", [7, true], false, [9, false]],
    ["monthsInReview", [5.9, false], false, [6.1, true]],
    ["trainingShare", [0.1499, true], false, [0.1501, false]],
    ["monthsOfCost", [2, true], false, [4, false]],
    ["loggingShare", [0.4999, true], false, [0.5001, false]],
    ["adoptionGain", [0.0499, true], false, [0.0501, false]],
    ["adoptionEnough", [0.7999, true], false, [0.8001, false]],
    ["daysAdoptionStands", [27, false], false, [29, true]],
    ["pilotsPerTeam", [0, false], false, [2, true]],
    ["useCasesInScale", [2, false], false, [4, true]],
    ["initiativesPerSeries", [0, false], false, [2, true]],
    ["vendorsPerSeries", [0, false], false, [2, true]],
    ["initiativesPerUseCase", [0, false], false, [2, true]],
    ["vendorsPerUseCase", [0, false], false, [2, true]],
    ["daysUntilCostIsLate", [9, false], false, [11, true]],
    ["overrun", [0.0999, false], false, [0.1001, true]],
    ["liftGone", [0.4999, true], false, [0.5001, false]],
    ["liftBack", [0.8999, false], true, [0.9001, true]],
    ["claimed", [0.9999, false], false, [1.0001, true]],
    ["daysBeforeGate", [13, false], false, [15, true]],
    ["daysCaseWaits", [6, false], false, [8, true]],
  ])("of %s just under, at and just over its limit", (key, [under, isUnder], at, [over, isOver]) => {
    expect(under).toBeLessThan(thresholds[key].value);
    expect(over).toBeGreaterThan(thresholds[key].value);
    expect([under, thresholds[key].value, over].map((value) => isFound(key, value))).toEqual([
      isUnder,
      at,
      isOver,
    ]);
  });

  it("takes what doubles make of a limit for the limit", () => {
    expect(isFound("overrun", 110 / 100 - 1)).toBe(false);
    expect(isFound("adoptionGain", (0.42 - 0.4) / 0.4)).toBe(false);
    expect(isFound("liftBack", 1 - 0.1)).toBe(true);
  });
});
