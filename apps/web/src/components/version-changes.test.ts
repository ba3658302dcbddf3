import { describe, expect, it } from "vitest";
import { changesBetween } from "./version-changes.ts";

describe("changesBetween", () => {
  const before = [
    { name: "Vendor", text: "Scorewell" },
    { name: "Vetted", text: null },
    { name: "Used by", text: "Lead scoring" },
    { name: "Note", text: "Hourly" },
  ];
  it("takes several things under one name for one text", () => {
    const uses = (...texts: string[]) => texts.map((text) => ({ name: "Used by Chat", text }));
    expect(changesBetween(uses("Leads"), uses("Leads", "Scores"))).toEqual([
      "Used by Chat: Leads → Leads; Scores",
    ]);
  });

  it.each([
    [undefined, ["The first that was recorded"]],
    [before, ["Nothing was changed"]],
    [[{ name: "Vendor", text: "Acme" }, ...before.slice(1)], ["Vendor: Acme → Scorewell"]],
    [[...before.slice(0, 3), { name: "Note", text: null }], ["Note: Hourly"]],
    [[...before, { name: "Owner", text: "Ada" }], ["Owner: not any more (Ada)"]],
  ])("after %j says %j", (was, changes) => {
    expect(changesBetween(was, before)).toEqual(changes);
  });
});
