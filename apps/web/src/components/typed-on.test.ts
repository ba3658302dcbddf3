import { describe, expect, it } from "vitest";
import { typedOn } from "./typed-on.ts";

const empty = { source: "", approvedBy: "" };

describe("typedOn", () => {
  it("is nothing where nobody typed on, nor where what was typed is there again", () => {
    const sent = { source: "Board paper", approvedBy: "Finn" };
    expect(typedOn(sent, sent, empty)).toBeUndefined();
    expect(typedOn({ ...sent }, sent, empty)).toBeUndefined();
    expect(typedOn("as sent", "as sent", "")).toBeUndefined();
  });

  it("keeps the fields that were typed into since, over what comes next", () => {
    const sent = { source: "Board paper", approvedBy: "Finn" };
    expect(typedOn({ ...sent, source: "Board paper 8" }, sent, empty)).toEqual({
      source: "Board paper 8",
      approvedBy: "",
    });
    expect(typedOn<Record<string, object>>({ a: sent, b: empty }, { a: sent }, {})).toEqual({ b: empty });
  });

  it("keeps a draft that is one text whole", () => {
    expect(typedOn("A thought, and another", "A thought", "")).toBe("A thought, and another");
  });
});
