import { describe, expect, it } from "vitest";
import { alertPlace } from "./alert-place.ts";

const ended = "2026-06-24T08:00:00.000Z";

describe("alertPlace", () => {
  it.each([
    ["missing-week", null, "log"],
    ["case-waiting", "i1", "approvals"],
    ["gate-due", "i1", "gate"],
    ["roadmap-late", "i1", "roadmap"],
    ["verdict-changed", "i1", "initiative"],
    ["claim-conflict", null, null],
  ] as const)("leads from %s of %s to the %s while it lasts", (rule, initiativeId, place) => {
    expect(alertPlace({ rule, initiativeId, endedAt: null })).toBe(place);
  });

  it("asks for nothing once it has ended: no week to log, nothing to decide", () => {
    const placeOf = (rule: "missing-week" | "case-waiting" | "gate-due", initiativeId: string | null) =>
      alertPlace({ rule, initiativeId, endedAt: ended });
    expect(placeOf("missing-week", null)).toBeNull();
    expect(placeOf("case-waiting", null)).toBeNull();
    expect(placeOf("case-waiting", "i1")).toBe("initiative");
    expect(placeOf("gate-due", "i1")).toBe("gate");
  });
});
