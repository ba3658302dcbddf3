import { describe, expect, it } from "vitest";
import { sharedCounterfactual } from "./shared-counterfactual.ts";

const chat = { initiative: "Chat", startsOn: "2025-03-03" };
const scoring = { initiative: "Lead scoring", startsOn: "2025-06-02" };
const baseline = { endsOn: "2025-03-02", frozenOn: "2025-03-01" };

describe("sharedCounterfactual", () => {
  it("is shared by all claims that begin after it was frozen", () => {
    expect(sharedCounterfactual([scoring, chat], baseline)).toEqual({ kind: "shared" });
    expect(sharedCounterfactual([], { ...baseline, frozenOn: null })).toEqual({ kind: "shared" });
    expect(sharedCounterfactual([chat], { ...baseline, frozenOn: "2025-03-03" })).toEqual({ kind: "shared" });
  });

  it("is contaminated by every initiative that began before it ends", () => {
    expect(sharedCounterfactual([scoring, chat], { ...baseline, endsOn: "2025-06-01" })).toEqual({
      kind: "contaminated",
      by: ["Chat"],
      reason:
        "Chat already worked on this series before the baseline ends on 2025-06-01: it is contaminated, grade D at best.",
    });
    expect(sharedCounterfactual([chat], { ...baseline, endsOn: "2025-03-03" }).kind).toBe("contaminated");
  });

  it("tells when it was frozen only after the first claim had begun, or not at all", () => {
    expect(sharedCounterfactual([scoring, chat], { ...baseline, frozenOn: "2025-03-04" })).toEqual({
      kind: "frozen-late",
      reason:
        "The baseline was frozen on 2025-03-04, and Chat began on 2025-03-03: freeze it before the first claim begins.",
    });
    expect(sharedCounterfactual([chat], { ...baseline, frozenOn: null })).toMatchObject({
      kind: "frozen-late",
      reason: expect.stringContaining("is not frozen yet"),
    });
  });
});
