import { describe, expect, it } from "vitest";
import { fillFrom, rowState, snapshotsToSave, snapshotsToUndo, type LogRow } from "./log-entries.ts";

const locale = "en-GB";
const row = (seriesId: string, more: Partial<LogRow> = {}): LogRow => ({
  seriesId,
  kpiKey: "conversion-rate",
  kpiName: "Conversion rate",
  scope: "All channels",
  display: "percent",
  numeratorUnit: "conversion",
  denominatorUnit: "visit",
  isTotal: false,
  proportion: true,
  currency: null,
  sourceOfRecord: null,
  maturesOn: "2026-06-21",
  mature: true,
  current: null,
  takenBack: null,
  previous: null,
  initiatives: [],
  ...more,
});
const logged = row("logged", {
  current: { numerator: "402.00", denominator: "12", revision: 1, source: "logged by hand" },
});
const total = row("total", { isTotal: true });

describe("rowState", () => {
  it("is empty until something is typed", () => {
    expect(rowState(row("a"), undefined, locale)).toEqual({ kind: "empty" });
    expect(rowState(total, undefined, locale)).toEqual({ kind: "empty" });
  });
  it("is ready when both numbers are there", () => {
    expect(rowState(row("a"), { numerator: "1,200", denominator: "20000" }, locale)).toEqual({
      kind: "ready",
      numerator: "1200",
      denominator: "20000",
      corrects: false,
    });
  });
  it("wants only a numerator of a total", () => {
    expect(rowState(total, { numerator: "5" }, locale)).toMatchObject({ kind: "ready", denominator: "1" });
  });
  it("names the cell that is missing or no number", () => {
    expect(rowState(row("a"), { numerator: "5" }, locale)).toMatchObject({
      kind: "fault",
      cell: "denominator",
    });
    expect(rowState(row("a"), { denominator: "5" }, locale)).toMatchObject({
      kind: "fault",
      cell: "numerator",
    });
    expect(rowState(row("a"), { numerator: "5", denominator: "many" }, locale)).toMatchObject({
      kind: "fault",
      cell: "denominator",
    });
  });
  it("is the same while it says what is logged, however it is written", () => {
    expect(rowState(logged, undefined, locale)).toEqual({ kind: "same" });
    expect(rowState(logged, { numerator: "402.0" }, locale)).toEqual({ kind: "same" });
  });
  it("corrects what is logged, and does not erase it", () => {
    expect(rowState(logged, { numerator: "403" }, locale)).toMatchObject({
      kind: "ready",
      numerator: "403",
      denominator: "12",
      corrects: true,
    });
    expect(rowState(logged, { numerator: "", denominator: "" }, locale)).toMatchObject({ kind: "fault" });
  });
});

describe("snapshotsToSave", () => {
  it("sends what is ready, and of a total no denominator", () => {
    const sheet = { period: "2026-W46", rows: [row("a"), total, logged, row("b")] };
    const typed = {
      a: { numerator: "5", denominator: "10" },
      total: { numerator: "7" },
      b: { numerator: "1" },
    };
    expect(snapshotsToSave(sheet, typed, locale)).toEqual([
      { seriesId: "a", period: "2026-W46", numerator: "5", denominator: "10" },
      { seriesId: "total", period: "2026-W46", numerator: "7" },
    ]);
  });
});

describe("snapshotsToUndo", () => {
  it("takes back what was written, at its revision, and leaves alone what was there already", () => {
    const before = { numerator: "402", denominator: "12", source: "logged by hand" };
    const period = "2026-W46";
    const saved = [
      { seriesId: "a", period, revision: 2, result: "changed" as const, before },
      { seriesId: "b", period, revision: 1, result: "new" as const, before: null },
      { seriesId: "s", period, revision: 2, result: "same" as const, before },
      { seriesId: "x", period, revision: 1, result: "beside" as const, before },
    ];
    expect(snapshotsToUndo(saved)).toEqual([
      { seriesId: "a", period, revision: 2 },
      { seriesId: "b", period, revision: 1 },
      { seriesId: "x", period, revision: 1, beside: "logged by hand" },
    ]);
  });
});

describe("fillFrom", () => {
  const rows = [row("a"), row("b"), total];
  it("fills to the right and down from where one pasted", () => {
    const block = [
      ["1", "2"],
      ["3", "4"],
    ];
    expect(fillFrom(rows, { a: { numerator: "9" } }, block, { row: 0, cell: "numerator" })).toEqual({
      typed: { a: { numerator: "1", denominator: "2" }, b: { numerator: "3", denominator: "4" } },
      filled: 4,
      unplaced: 0,
    });
  });
  it("counts what meets no cell: beside the sheet, below it, and under a total", () => {
    const block = [
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ];
    const filled = fillFrom(rows, {}, block, { row: 1, cell: "numerator" });
    expect(filled.typed).toEqual({ b: { numerator: "1", denominator: "2" }, total: { numerator: "3" } });
    expect(filled).toMatchObject({ filled: 3, unplaced: 3 });
  });
  it("leaves a cell alone where the block is blank", () => {
    const typed = { a: { numerator: "9" } };
    expect(fillFrom(rows, typed, [["", "2"]], { row: 0, cell: "numerator" }).typed).toEqual({
      a: { numerator: "9", denominator: "2" },
    });
  });
});
