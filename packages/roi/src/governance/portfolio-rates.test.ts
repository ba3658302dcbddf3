import { describe, expect, it } from "vitest";
import type { FunnelInitiative } from "../portfolio-funnel.ts";
import type { PhaseEntry } from "../phase.ts";
import { evaluateExplanation } from "../explanation.ts";
import { portfolioRates } from "./portfolio-rates.ts";
import { rateFigures } from "./rate-figures.ts";

const initiative = (phaseHistory: PhaseEntry[], endedOn: string | null = null): FunnelInitiative => ({
  initiativeId: "chat",
  name: "Chat",
  phaseHistory,
  endedOn,
  hasMeasuredReturn: false,
});
const pilot = (enteredOn: string, leftOn?: string): PhaseEntry[] => [
  { phase: "pilots", enteredOn },
  ...(leftOn === undefined ? [] : [{ phase: "scale" as const, enteredOn: leftOn }]),
];
const until = "2026-12-30";
const rates = (...initiatives: FunnelInitiative[]) => portfolioRates(initiatives, until);
const pilots = (...initiatives: FunnelInitiative[]) =>
  rates(...initiatives).times.find(({ phase }) => phase === "pilots");

describe("portfolioRates", () => {
  it("holds graduation, scrap, giving up and returns against what is published of them", () => {
    const all = rates(
      initiative(pilot("2026-01-01", "2026-05-01")),
      initiative(pilot("2026-01-01"), "2026-06-01"),
      initiative(pilot("2026-01-01", "2026-05-01"), "2026-09-01"),
      initiative([{ phase: "foundation", enteredOn: "2026-10-01" }]),
    );
    const counted = [all.reachedScale, all.scrapped, all.abandoned, all.returnsAtScale].map((rate) =>
      rate.kind === "rate" ? [rate.count, rate.of, Number(rate.published.low)] : rate,
    );
    expect(counted).toEqual([
      [2, 3, 0.12],
      [1, 3, 0.46],
      [2, 4, 0.42],
      [0, 4, 0.21],
    ]);
  });

  it("holds a share of initiatives that were given up beside one of companies, without comparing them", () => {
    const { abandoned } = rates(...Array.from({ length: 12 }, () => initiative(pilot("2026-01-01"))));
    expect(abandoned).toMatchObject({ count: 0, of: 12, against: "not-comparable" });
    expect(abandoned.kind === "rate" && abandoned.sentence).toContain("a share of companies");
  });

  it("counts none that begins later, nor one as given up that ends later", () => {
    const later = initiative(pilot("2027-01-01"));
    expect(rates(later).abandoned).toMatchObject({ kind: "no-value" });
    expect(rates(initiative(pilot("2026-01-01"), "2027-01-01")).abandoned).toMatchObject({ count: 0, of: 1 });
  });

  it("takes the median of those that left, and tells how many are over", () => {
    // Stays of 3, 4 and 8 months; one in it for 6 months to the day, one for a day more; one that was given up in it.
    const times = pilots(
      initiative(pilot("2026-01-01", "2026-04-01")),
      initiative(pilot("2026-01-01", "2026-05-01")),
      initiative(pilot("2026-01-01", "2026-09-01")),
      initiative(pilot("2026-06-30")),
      initiative(pilot("2026-06-29")),
      initiative(pilot("2026-01-01"), "2026-03-01"),
    );
    expect(times).toMatchObject({ now: 2, left: 3, medianMonths: 4, over: 1, benchmarkMonths: [3, 6] });
    expect(times?.sentence).toBe(
      "Pilots: 2 in it, 1 for longer than 6 months; half of the 3 that left took up to 4 months; published are 3 to 6 (Hashmeta).",
    );
  });

  it("has no median where none has left", () => {
    expect(pilots(initiative(pilot("2026-11-01")))).toMatchObject({
      now: 1,
      left: 0,
      medianMonths: null,
      over: 0,
    });
    expect(rates().times.map(({ now }) => now)).toEqual([0, 0, 0, 0]);
  });

  it("explains each count by name, and the median by the stays in the middle", () => {
    const context = { until, asOf: "2026-12-31T09:00:00.000Z", grade: null, currency: "EUR", places: 2 };
    const named = (name: string, history: PhaseEntry[], endedOn: string | null = null) => ({
      ...initiative(history, endedOn),
      initiativeId: name.toLowerCase(),
      name,
    });
    const found = rates(
      named("Leads", pilot("2026-01-01", "2026-04-01")),
      named("Bids", pilot("2026-01-01", "2026-06-01")),
      named("Chat", pilot("2026-06-29")),
      named("Notes", pilot("2026-01-01"), "2026-03-01"),
    );
    const figures = rateFigures(found, context);
    const of = (key: string) => figures.find(({ figure }) => figure.figureId === `governance/${key}`);
    const pilots = found.times.find(({ phase }) => phase === "pilots");
    const counts = (["now", "over", "left"] as const).map((key) => {
      const { figure, tree } = of(`pilots-${key}`) ?? {};
      return [Number(figure?.value) === pilots?.[key], tree?.inputs.map(({ label }) => label)];
    });
    expect(counts).toEqual([
      [true, ["Chat"]],
      [true, ["Chat"]],
      [true, ["Leads", "Bids"]],
    ]);
    expect(of("pilots-left")?.tree.inputs.map(({ source }) => source?.initiativeId)).toEqual([
      "leads",
      "bids",
    ]);
    // Three months and five.
    expect(of("pilots-median-months")?.figure).toMatchObject({ value: "4", reason: null });
    expect(pilots?.medianMonths).toBe(4);
    expect(of("foundation-median-months")).toBeUndefined();
    expect(of("abandoned")?.tree.inputs.map(({ inputs }) => inputs.length)).toEqual([1, 4]);
    for (const { figure, tree } of figures) expect(evaluateExplanation(tree)).toBe(figure.value);
  });

  it("names the stay that is the median by itself", () => {
    const one = { ...initiative(pilot("2026-01-01", "2026-04-01")), name: "Leads" };
    const tree = pilots(one)?.trees.medianMonths;
    expect([tree?.label, tree?.value]).toEqual(["Median months in Pilots: Leads", "3"]);
  });
});
