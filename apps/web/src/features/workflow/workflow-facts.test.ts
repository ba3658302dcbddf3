import type { Workflow } from "@liftledger/contracts/workflow";
import { describe, expect, it } from "vitest";
import { changesBetween } from "../../components/version-changes.ts";
import { workflowFacts } from "./workflow-facts.ts";

const step = { kind: "step", name: "Write", owner: "Ada", tool: null, note: "" } as const;
const state = { steps: [step], scalable: null, repeatable: null };
const workflow: Workflow = {
  initiativeId: "i1",
  version: 1,
  recordedAt: "2026-06-24T12:00:00.000Z",
  recordedBy: "Ada",
  scope: "Mails of the shop",
  before: state,
  after: state,
  findings: [],
};

describe("workflowFacts", () => {
  it("tells what another version says of its steps, by their names", () => {
    const check = { kind: "workaround", since: "2026-06-01", until: null } as const;
    const after = {
      steps: [{ ...step, owner: "Tom", tool: "Copilot" }, step, { ...step, ...check, name: "Check" }],
      scalable: { answer: true, because: "It is the same for ten" },
      repeatable: null,
    };
    const findings = [{ text: "Nobody owns the prompt", diagnosis: "ownership" as const }];
    expect(
      changesBetween(workflowFacts(workflow), workflowFacts({ ...workflow, scope: null, after, findings })),
    ).toEqual([
      "Scope: not any more (Mails of the shop)",
      "With the initiative, “Write”: Step, Ada → Step, Tom, Copilot",
      "With the initiative, “Write 2”: Step, Ada",
      expect.stringMatching(/^With the initiative, “Check”: Manual workaround, Ada, since .*2026$/),
      "With the initiative, scalable: yes: It is the same for ten",
      "What is wrong: Nobody owns the prompt: Ownership",
    ]);
  });
});
