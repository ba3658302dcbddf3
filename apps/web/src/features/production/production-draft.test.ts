import { examples } from "@liftledger/contracts/examples";
import {
  SetProductionFacts,
  type ProductionFactFields,
  type ProductionFacts,
} from "@liftledger/contracts/production-facts";
import { describe, expect, it } from "vitest";
import {
  changedFacts,
  draftOf,
  putTogether,
  readFacts,
  takenUp,
  typedFacts,
  type TypedFacts,
} from "./production-draft.ts";

const { version: _none, ...example } = SetProductionFacts.parse(examples.setProductionFacts.body);
const nothing = Object.fromEntries(
  Object.keys(example).map((fact) => [fact, null]),
) as unknown as ProductionFactFields;
const empty = typedFacts(nothing, "en-GB");
const recorded = (facts: ProductionFactFields, version: number): ProductionFacts => {
  const rule = (one: ProductionFactFields["dataAccessRule"]) => one && { ...one, reopenedOn: null };
  return {
    ...facts,
    dataAccessRule: rule(facts.dataAccessRule),
    outputReviewRule: rule(facts.outputReviewRule),
    errorHandlingRule: rule(facts.errorHandlingRule),
    reopened: null,
    initiativeId: "i",
    version,
    recordedAt: null,
    recordedBy: null,
  };
};

describe("the facts as they are typed", () => {
  it.each<[string, ProductionFactFields]>([
    ["nothing", nothing],
    ["all", { ...example, errorHandlingRule: { where: "Handbook, chapter 6", owner: "Tom Reed" } }],
    [
      "a review that has ended",
      withReview({ kind: "opened", openedOn: "2026-03-09", closedOn: "2026-03-09" }),
    ],
    ["no review", withReview({ kind: "none" })],
    ["a review that is not needed", withReview({ kind: "not-needed", because: "No data leave the house" })],
    [
      "data that are not real yet",
      { ...nothing, productionData: { representative: false, shownBy: "In May" } },
    ],
    ["an integration of neither", { ...nothing, integration: { inScope: false, inBudget: false } }],
    ["many people, none trained", { ...nothing, trained: { done: 0, of: 1_000_000 } }],
  ])("come back as they were recorded: %s", (_what, facts) => {
    for (const locale of ["en-GB", "de-DE"])
      expect(readFacts(typedFacts(facts, locale), locale)).toEqual({ kind: "facts", facts });
  });

  it.each<[Partial<TypedFacts>, string[]]>([
    [{ review: "opened" }, ["securityReview.openedOn"]],
    [
      { review: "opened", reviewOpenedOn: "2026-03-09", reviewClosedOn: "2026-03-08" },
      ["securityReview.closedOn"],
    ],
    [{ review: "not-needed", reviewBecause: " " }, ["securityReview.because"]],
    [{ representative: "no" }, ["productionData.shownBy"]],
    [{ representativeShownBy: "All of May" }, ["productionData.representative"]],
    [{ inScope: "yes" }, ["integration.inBudget"]],
    [{ inBudget: "no" }, ["integration.inScope"]],
    [{ dataAccessWhere: "Handbook" }, ["dataAccessRule.owner"]],
    [{ outputReviewOwner: "Ada" }, ["outputReviewRule.where"]],
    [{ errorHandlingOwner: "Ada" }, ["errorHandlingRule.where"]],
    [{ trainedDone: "3" }, ["trained.of"]],
    [{ trainedOf: "3" }, ["trained.done"]],
    [{ trainedDone: "4", trainedOf: "3" }, ["trained.done"]],
    [{ trainedDone: "0", trainedOf: "0" }, ["trained.of"]],
    [{ trainedDone: "1.5", trainedOf: "3" }, ["trained.done"]],
    [{ trainedDone: "-1", trainedOf: "1,000,001" }, ["trained.of", "trained.done"]],
  ])("name what is half said in %j", (differences, fields) => {
    const read = readFacts({ ...empty, ...differences }, "en-GB");
    expect(read.kind === "faults" ? Object.keys(read.faults) : []).toEqual(fields);
  });

  it("say nothing of a review's days once there is none", () => {
    const typed = { ...typedFacts(example, "en-GB"), review: "none" as const };
    expect(readFacts(typed, "en-GB")).toMatchObject({ facts: { securityReview: { kind: "none" } } });
  });
});

describe("a draft that somebody else overtook", () => {
  const begun = draftOf(recorded(example, 1), "en-GB");
  const theirs = recorded({ ...example, residency: "In France", handOverOwner: "Grace" }, 2);

  it("begins from theirs where nothing was typed", () => {
    expect(takenUp(begun, theirs, "en-GB")).toEqual(draftOf(theirs, "en-GB"));
  });

  it("keeps its base where something was typed, and is not set back to an older version", () => {
    const typed = { ...begun, typed: { ...begun.typed, trainedDone: "10" } };
    expect(takenUp(typed, theirs, "en-GB")).toBe(typed);
    const later = draftOf(theirs, "en-GB");
    expect(takenUp(later, recorded(example, 1), "en-GB")).toBe(later);
  });

  it("keeps what one typed, fact by fact, on top of what the other saved", () => {
    const mine = { ...begun, typed: { ...begun.typed, trainedDone: "10", handOverOwner: "Linus" } };
    const both = putTogether(mine, theirs, "en-GB");
    expect(both.version).toBe(2);
    expect(changedFacts(both.base, both.typed)).toEqual(["handOverOwner", "trained"]);
    expect(readFacts(both.typed, "en-GB")).toEqual({
      kind: "facts",
      facts: {
        ...example,
        residency: "In France",
        handOverOwner: "Linus",
        trained: { done: 10, of: 12 },
      },
    });
  });

  it("never mixes the halves of one fact", () => {
    const none = { ...begun, typed: { ...begun.typed, review: "none" as const } };
    const ended = recorded(
      { ...example, securityReview: { kind: "opened", openedOn: "2026-04-01", closedOn: "2026-05-01" } },
      2,
    );
    const read = readFacts(putTogether(none, ended, "en-GB").typed, "en-GB");
    expect(read).toMatchObject({ facts: { securityReview: { kind: "none" } } });
  });
});

function withReview(securityReview: ProductionFactFields["securityReview"]): ProductionFactFields {
  return { ...nothing, securityReview };
}
