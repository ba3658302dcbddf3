import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digest, figureLine, type DigestFacts, type DigestFigure } from "./digest.ts";
import { percentChangeText } from "./percent-change-text.ts";

const leads = (before: number | null, after: number | null): DigestFigure => ({
  name: "Leads",
  direction: "higher",
  before: before === null ? null : { value: before, text: String(before) },
  after: after === null ? null : { value: after, text: String(after) },
});
/** Two values that read alike. */
const alike = (before: number, after: number): DigestFigure => ({
  name: "Adoption",
  direction: "higher",
  before: { value: before, text: "62%" },
  after: { value: after, text: "62%" },
});
const facts: DigestFacts = {
  period: "2026-W05",
  figures: [leads(10, 7)],
  verdicts: ["Chat: on track, watch before."],
  alerts: ["Leads: 2026-W04 is overdue."],
  coming: ["Chat: its gate is due on 2026-02-15."],
};
const linesOf = (count: number) => Array.from({ length: count }, (_, place) => `Line ${place + 1}`);

describe("percentChangeText", () => {
  it.each<[number | null, number | null, string | null]>([
    [10, 7, "−30%"],
    [7, 10, "+43%"],
    [10, 13, "+30%"],
    [10, 10, "0%"],
    [1000, 1004, "+0.4%"],
    [1000, 996, "−0.4%"],
    [10, 0, "−100%"],
    [0, 5, null],
    [-10, 5, null],
    [null, 5, null],
    [5, null, null],
  ])("from %s to %s is %s", (before, after, text) => {
    expect(percentChangeText(before, after)).toBe(text);
  });
});

describe("figureLine", () => {
  it.each<[DigestFigure, string]>([
    [leads(10, 7), "Leads: 10 → 7 (−30%, worse)"],
    [{ ...leads(10, 7), direction: "lower" }, "Leads: 10 → 7 (−30%, better)"],
    [leads(10, 10), "Leads: 10 (unchanged)"],
    [alike(0.6203, 0.6187), "Adoption: 62%, about as before (−0.3%, worse)"],
    [leads(0, 5), "Leads: 0 → 5 (better)"],
    [leads(10, null), "Leads: not logged yet (was 10)"],
    [leads(null, null), "Leads: not logged yet"],
    [leads(null, 5), "Leads: 5, none before"],
  ])("of %j is %s", (figure, line) => {
    expect(figureLine(figure)).toBe(line);
  });
});

describe("digest", () => {
  it("says the week to growth and the month to finance", () => {
    expect(digest("weekly", facts)).toEqual({
      title: "What happened in 2026-W05",
      sections: [
        {
          part: "figures",
          title: "KPIs against the week before",
          lines: ["Leads: 10 → 7 (−30%, worse)"],
          more: 0,
        },
        { part: "alerts", title: "What needs somebody", lines: facts.alerts, more: 0 },
        { part: "verdicts", title: "Verdicts that changed", lines: facts.verdicts, more: 0 },
        { part: "coming", title: "What comes next", lines: facts.coming, more: 0 },
      ],
    });
    expect(digest("monthly", { ...facts, period: "2026-01" })).toMatchObject({
      title: "What happened in 2026-01",
      sections: [{ title: "Money against the month before" }, { title: "Verdicts that changed" }, {}, {}],
    });
  });

  it("tells KPIs by what they did, so that what is given up is what says least", () => {
    const named = (name: string, figure: DigestFigure) => ({ ...figure, name });
    const figures = [
      named("Missing", leads(10, null)),
      named("New", leads(null, 5)),
      named("Same", leads(10, 10)),
      named("Up", leads(10, 12)),
      named("Down a little", leads(10, 9)),
      named("Down", { ...leads(10, 15), direction: "lower" }),
    ];
    const linesFor = (kind: "weekly" | "monthly") =>
      digest(kind, { ...facts, figures }).sections[0]?.lines.map((line) => line.split(":")[0]);
    expect(linesFor("weekly")).toEqual(["Down", "Down a little", "Up", "Same", "New", "Missing"]);
    expect(linesFor("monthly")).toEqual(figures.map(({ name }) => name));
  });

  it("leaves out what there is nothing of", () => {
    expect(digest("weekly", { ...facts, verdicts: [], alerts: [], coming: [] }).sections).toHaveLength(1);
    expect(
      digest("weekly", { ...facts, figures: [], verdicts: [], alerts: [], coming: [] }).sections,
    ).toEqual([]);
  });

  it("fits on one screen: the longest sections give up lines, and say how many", () => {
    const { sections } = digest("weekly", { ...facts, alerts: linesOf(30), coming: linesOf(9) });
    expect(sections.map(({ lines, more }) => [lines.length, more])).toEqual([
      [1, 0],
      [6, 24],
      [1, 0],
      [6, 3],
    ]);
  });

  it("never says more than fourteen lines, and loses none without saying so", () => {
    const count = fc.nat(40);
    fc.assert(
      fc.property(count, count, count, (alerts, verdicts, coming) => {
        const given = {
          ...facts,
          alerts: linesOf(alerts),
          verdicts: linesOf(verdicts),
          coming: linesOf(coming),
        };
        const { sections } = digest("weekly", given);
        const shown = sections.reduce((total, { lines }) => total + lines.length, 0);
        const more = sections.reduce((total, section) => total + section.more, 0);
        expect(shown).toBeLessThanOrEqual(14);
        expect(shown + more).toBe(1 + alerts + verdicts + coming);
      }),
    );
  });
});
