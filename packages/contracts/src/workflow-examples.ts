/** What the examples of guardrails are about. */
export const workflowExampleIds = { reopenedInitiativeId: "0198f2a0-7c00-7000-8000-0000000000e1" } as const;

const step = (name: string, owner: string | null, tool: string | null) =>
  ({ kind: "step", name, owner, tool, note: "" }) as const;

/** How leads are handled before they are scored and after, as an example of a workflow. */
export const exampleWorkflow = {
  scope: "Scores the leads of the web shop in German and English; partners' leads stay as they are.",
  before: {
    steps: [
      step("Export the leads of the week", "Tom Reed", "CRM"),
      {
        kind: "decision",
        name: "Is the lead worth a call?",
        owner: "Ada Vance",
        tool: null,
        note: "By feel",
      },
      { kind: "hand-off", name: "Hand it to sales", owner: "Tom Reed", tool: "E-mail", note: "" },
    ],
    scalable: { answer: false, because: "Each lead is read by one person" },
    repeatable: { answer: false, because: "Two people judge the same lead differently" },
  },
  after: {
    steps: [
      step("Score every lead as it comes in", "Ada Vance", "Lead scorer"),
      {
        kind: "workaround",
        name: "Scores are copied into the CRM by hand",
        owner: "Tom Reed",
        tool: "CRM",
        note: "Until the interface is there",
        since: "2026-04-20",
        until: null,
      },
      { kind: "exception", name: "No address: ask the customer", owner: null, tool: null, note: "" },
    ],
    scalable: { answer: true, because: "The score costs the same at ten times the leads" },
    repeatable: null,
  },
  findings: [
    { text: "One in five leads has no industry", diagnosis: "data" },
    { text: "Nobody answers for a lead between the score and the call", diagnosis: "ownership" },
  ],
} as const;
