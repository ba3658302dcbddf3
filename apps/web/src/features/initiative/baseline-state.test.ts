import { describe, expect, it } from "vitest";
import { baselineState } from "./baseline-state.ts";

const draft = {
  baselineId: "b-1",
  seriesId: "s-1",
  status: "draft",
  interventionStart: "2026-W15",
  preFrom: "2025-W40",
  draftedAt: "2026-06-24T09:00:00.000Z",
  frozenAt: null,
} as const;
const frozen = {
  ...draft,
  baselineId: "b-2",
  status: "frozen",
  frozenAt: "2026-06-25T09:00:00.000Z",
} as const;
const without = { seriesId: "s-1", baselineId: null };

describe("baselineState", () => {
  it("is to do where a benefit has none, and drafted where one is saved for it", () => {
    expect(baselineState([without], [])).toBe("to-do");
    expect(baselineState([without], [draft])).toBe("drafted");
    expect(baselineState([without], [{ ...draft, seriesId: "s-2" }])).toBe("to-do");
    // Without numbers before the start there is nothing to freeze.
    expect(baselineState([without], [{ ...draft, preFrom: null }])).toBe("to-do");
  });

  it("is to do where what was drafted is frozen and not in use, and drafted where somebody drafted anew", () => {
    expect(baselineState([without], [draft, frozen])).toBe("to-do");
    const later = { ...draft, baselineId: "b-3", draftedAt: "2026-06-26T09:00:00.000Z" };
    expect(baselineState([without], [draft, frozen, later])).toBe("drafted");
  });

  it("is what the baseline in use is, and the least of several", () => {
    const on = (baselineId: string) => ({ seriesId: "s-1", baselineId });
    expect(baselineState([on("b-1")], [draft, frozen])).toBe("drafted");
    expect(baselineState([on("b-2")], [draft, frozen])).toBe("done");
    expect(baselineState([on("b-2"), on("b-1")], [draft, frozen])).toBe("drafted");
    expect(baselineState([on("b-2"), { seriesId: "s-9", baselineId: null }], [draft, frozen])).toBe("to-do");
    expect(baselineState([], [])).toBe("done");
  });
});
