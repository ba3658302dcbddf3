import { describe, expect, it } from "vitest";
import { actionWords, changedFields, fieldWords, sameFields } from "./changed-fields.ts";

describe("changedFields", () => {
  it("names what differs, deep within too, and leaves out what stayed", () => {
    const before = { name: "Bids", version: 1, outcome: { percent: "10" }, reasons: ["a", "b"], owner: null };
    const after = { name: "Bids", version: 2, outcome: { percent: "12" }, reasons: ["a"], owner: "Ada" };
    expect(changedFields(before, after)).toEqual([
      { field: "version", before: "1", after: "2" },
      { field: "outcome, percent", before: "10", after: "12" },
      { field: "reasons", before: "a, b", after: "a" },
      { field: "owner", before: "none", after: "Ada" },
    ]);
    expect(sameFields(before, after)).toBe(1);
  });
  it("gives all of what was made or taken away, and each of several things by its number", () => {
    expect(changedFields(null, { rows: [{ period: "2026-W10" }, { period: "2026-W11" }] })).toEqual([
      { field: "rows, 1, period", before: undefined, after: "2026-W10" },
      { field: "rows, 2, period", before: undefined, after: "2026-W11" },
    ]);
    expect(changedFields({ name: "x" }, null)).toEqual([{ field: "name", before: "x", after: undefined }]);
    expect(changedFields(null, null)).toEqual([]);
  });
  it("tells ids by the names they have, also within a list, and those without one as they are", () => {
    const names = { "01a-ada": "Ada Lovelace", "01a-shop": "E-commerce" };
    expect(changedFields({ ownerId: "01a-gone" }, { ownerId: "01a-ada" }, names)).toEqual([
      { field: "owner id", before: "01a-gone", after: "Ada Lovelace" },
    ]);
    expect(changedFields({ teamIds: ["01a-x"] }, { teamIds: ["01a-x", "01a-shop"] }, names)).toEqual([
      { field: "team ids", before: "01a-x", after: "01a-x, E-commerce" },
    ]);
  });
});

describe("actionWords", () => {
  it("reads as a sentence begins", () => {
    expect(actionWords("freezeBaseline")).toBe("Freeze baseline");
    expect(fieldWords("cost-pool-month")).toBe("cost pool month");
  });
});
