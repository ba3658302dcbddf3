import { describe, expect, it } from "vitest";
import { dataGaps, type DataState } from "./data-gaps.ts";

const good: DataState = {
  needsCleansing: "no",
  cleansing: "",
  consistent: "yes",
  reachableByApi: "yes",
  allowedForTraining: "yes",
  personalData: "yes",
  privacyBasis: "Consent",
  retention: "Two years",
};

describe("dataGaps", () => {
  it.each<[Partial<DataState>, string[]]>([
    [{}, []],
    [{ personalData: "no", privacyBasis: null }, []],
    [{ needsCleansing: "yes", cleansing: "No industry" }, ["They need cleansing: No industry."]],
    [{ consistent: "no" }, ["Systems do not agree on them."]],
    [{ reachableByApi: "no" }, ["They cannot be reached by API."]],
    [{ allowedForTraining: "no" }, ["They may not be used for training."]],
    [{ privacyBasis: null }, ["There are personal data among them, and no basis is stated."]],
    [{ retention: null }, ["Nobody has said how long they are kept."]],
    [
      { allowedForTraining: "not-known", consistent: "no" },
      ["Systems do not agree on them.", "Nobody has said whether they may be used for training."],
    ],
    [
      { personalData: "not-known", privacyBasis: null },
      ["Nobody has said whether there are personal data among them."],
    ],
  ])("%j leaves %j", (differences, gaps) => {
    expect(dataGaps({ ...good, ...differences })).toEqual(gaps);
  });

  it("names each question that nobody has answered", () => {
    const unknown = {
      needsCleansing: "not-known",
      consistent: "not-known",
      reachableByApi: "not-known",
      allowedForTraining: "not-known",
      personalData: "not-known",
    } as const;
    expect(dataGaps({ ...good, ...unknown })).toHaveLength(5);
  });
});
