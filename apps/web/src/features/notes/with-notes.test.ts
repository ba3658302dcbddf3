import { describe, expect, it } from "vitest";
import type { LineChartSpec } from "../../components/charts/line-chart-spec.ts";
import { numberedNotes } from "./numbered-notes.ts";
import { withNotes } from "./with-notes.ts";

const lastDays = ["2026-05-03", "2026-05-10", "2026-05-17", "2026-05-24"];
const spec: LineChartSpec = { ticks: [], titles: ["a", "b", "c", "d"], lines: [], format: String };
const note = (annotationId: string, from: string, until: string | null = null) => ({
  annotationId,
  initiativeId: "one",
  seriesId: null,
  from,
  until,
  text: `Note of ${from}`,
  version: 1,
  createdAt: "2026-06-01T00:00:00.000Z",
  createdBy: "Ada",
  changedAt: "2026-06-01T00:00:00.000Z",
  changedBy: "Ada",
});

describe("withNotes", () => {
  it("puts each note at the period its day falls into, numbered by day, with its text", () => {
    const notes = numberedNotes([note("b", "2026-05-11"), note("a", "2026-05-04", "2026-05-12")]);
    expect(withNotes(spec, lastDays, notes)).toMatchObject({
      titles: ["a", "b\nNote 1: Note of 2026-05-04", "c\nNote 2: Note of 2026-05-11", "d"],
      notes: [
        { at: 1, to: 2, label: "1" },
        { at: 2, label: "2" },
      ],
    });
  });

  it("leaves out what lies before or after the chart, and cuts what goes on after its end", () => {
    const notes = numberedNotes([
      note("a", "2026-01-01"),
      note("b", "2026-05-25"),
      note("c", "2026-05-20", "2026-12-31"),
      note("d", "2026-01-01", "2026-05-09"),
    ]);
    expect(withNotes(spec, lastDays, notes).notes).toEqual([
      { at: 0, to: 1, label: "2" },
      { at: 3, label: "3" },
    ]);
  });
});
