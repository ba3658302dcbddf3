import { describe, expect, it } from "vitest";
import {
  actionWords,
  changedFields,
  fieldWords,
  saidFields,
  sameFields,
  subjectOf,
} from "./changed-fields.ts";

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
      { field: "owner", before: "01a-gone", after: "Ada Lovelace" },
    ]);
    expect(changedFields({ teamIds: ["01a-x"] }, { teamIds: ["01a-x", "01a-shop"] }, names)).toEqual([
      { field: "teams", before: "01a-x", after: "01a-x, E-commerce" },
    ]);
  });
  it("tells instants by the clock, but two of the same minute as they were recorded", () => {
    const at = (second: string) => ({ closedAt: `2026-06-24T12:40:${second}.000Z` });
    expect(changedFields(null, at("01"))).toEqual([
      { field: "closed at", before: undefined, after: "24 Jun 2026, 12:40" },
    ]);
    expect(changedFields(at("01"), at("02"))).toEqual([
      { field: "closed at", before: "2026-06-24T12:40:01.000Z", after: "2026-06-24T12:40:02.000Z" },
    ]);
  });
});

describe("saidFields", () => {
  it("leaves out what was made without a value, and keeps what lost or got one", () => {
    const kept = saidFields(changedFields(null, { name: "Bids", owner: null, note: "", teams: [] }));
    expect(kept).toEqual([{ field: "name", before: undefined, after: "Bids" }]);
    const lost = changedFields({ owner: "Ada" }, { owner: null });
    expect(saidFields(lost)).toEqual(lost);
  });
});

describe("subjectOf", () => {
  const entry = { objectId: "01a-x", noun: "tool", before: null, after: null, names: {} };
  it("is the name that the thing has today, else the one it had", () => {
    const names = { "01a-x": "Search" };
    expect(subjectOf({ ...entry, names, after: { name: "Find" } })).toBe("Search");
    expect(subjectOf({ ...entry, before: { name: "Find" }, after: { name: "Seek" } })).toBe("Seek");
    expect(subjectOf({ ...entry, before: { title: "Train the desk" } })).toBe("Train the desk");
  });
  it("is what it belongs to, the month of a period, or nothing that is known", () => {
    const names = { "01a-s": "Conversion rate (Shop)", "01a-i": "Bids" };
    const after = { initiativeId: "01a-i", seriesId: "01a-s" };
    expect(subjectOf({ ...entry, after, names })).toBe("Conversion rate (Shop)");
    expect(subjectOf({ ...entry, after: { initiativeId: "01a-i" }, names })).toBe("Bids");
    const ofCase = { initiativeId: "01a-i", caseId: "01a-c" };
    expect(subjectOf({ ...entry, after: ofCase, names: { ...names, "01a-c": "Scored bids" } })).toBe(
      "Scored bids",
    );
    expect(subjectOf({ ...entry, noun: "period", objectId: "2026-10" })).toBe("October 2026");
    expect(subjectOf({ ...entry, after: { name: "" } })).toBeUndefined();
  });
});

describe("actionWords", () => {
  it("reads as a sentence begins", () => {
    expect(actionWords("freezeBaseline")).toBe("Freeze baseline");
    expect(fieldWords("cost-pool-month")).toBe("cost pool month");
  });
});
