import { exampleWorkflow } from "@liftledger/contracts/workflow-examples";
import { SetWorkflow } from "@liftledger/contracts/workflow";
import { describe, expect, it } from "vitest";
import { draftOf, emptyStep, moved, readWorkflow } from "./workflow-draft.ts";

const today = "2026-06-24";
const workflow = SetWorkflow.parse({ ...exampleWorkflow, version: 3 });
const draft = draftOf({ ...workflow, initiativeId: "i", recordedAt: null, recordedBy: null });
const withStep = (step: object) => ({
  ...draft,
  before: { ...draft.before, steps: [{ ...emptyStep, ...step }] },
});

describe("readWorkflow", () => {
  it("reads back what a workflow says, to the letter", () => {
    expect(readWorkflow(draft, today)).toEqual({ kind: "workflow", workflow });
  });

  it.each<[object, string, string]>([
    [withStep({ name: " " }), "before.steps.0.name", "Say what happens"],
    [
      withStep({ kind: "workaround", name: "By hand", since: "2026-05-04", until: "2026-05-03" }),
      "before.steps.0.until",
      "Not before it began",
    ],
    [
      { ...draft, after: { ...draft.after, scalable: { answer: "no", because: " " } } },
      "after.scalable.because",
      "Say why",
    ],
    [{ ...draft, findings: [{ text: "", diagnosis: "data" }] }, "findings.0.text", "Say what is wrong"],
  ])("finds what is missing: %#", (typed, field, fault) => {
    expect(readWorkflow(typed as typeof draft, today)).toEqual({
      kind: "faults",
      faults: { [field]: fault },
    });
  });

  it("lets a workaround that does not say since when begin today, and a step have no days", () => {
    const read = (kind: string) => {
      const found = readWorkflow(withStep({ kind, name: "By hand", since: "" }), today);
      return found.kind === "workflow" ? found.workflow.before.steps[0] : undefined;
    };
    expect(read("workaround")).toMatchObject({ since: today, until: null });
    expect(read("step")).not.toHaveProperty("since");
  });
});

describe("moved", () => {
  it.each<[number, 1 | -1, string]>([
    [0, 1, "bac"],
    [2, -1, "acb"],
    [0, -1, "abc"],
    [2, 1, "abc"],
  ])("moves the one at %i by %i: %s", (place, by, order) => {
    expect(moved(["a", "b", "c"], place, by).join("")).toBe(order);
  });
});
