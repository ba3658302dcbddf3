import { describe, expect, it } from "vitest";
import { readRequest } from "./request-draft.ts";

const draft = { decision: "advance" as const, reason: " It pays ", overrides: {} };

describe("readRequest", () => {
  it("sends what is asked for, and lets pass only what stands in the way", () => {
    const overrides = { training: " On Monday ", months: null, owner: "Met meanwhile" };
    expect(readRequest({ ...draft, overrides }, ["training", "months"])).toEqual({
      kind: "request",
      request: {
        decision: "advance",
        reason: "It pays",
        overrides: [{ criterion: "training", reason: "On Monday" }],
      },
    });
  });

  it("names every field that lacks its reason", () => {
    expect(readRequest({ ...draft, reason: " ", overrides: { training: " " } }, ["training"])).toEqual({
      kind: "faults",
      faults: { reason: "Say why it is asked for", "overrides.training": "Say why it may pass" },
    });
  });
});
