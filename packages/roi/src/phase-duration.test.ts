import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { monthsBetween, phaseStays, stuckInPilots } from "./phase-duration.ts";
import { phases } from "./phase.ts";

const pilots = (enteredOn: string) => [{ phase: "pilots", enteredOn }] as const;

describe("phaseStays", () => {
  it("gives each stay its months and its place against the benchmark", () => {
    const stays = phaseStays(
      [
        { phase: "scale", enteredOn: "2025-09-01" },
        { phase: "foundation", enteredOn: "2025-01-01" },
        { phase: "pilots", enteredOn: "2025-02-15" },
      ],
      "2025-10-16",
    );
    expect(stays.map(({ phase, leftOn, against }) => [phase, leftOn, against])).toEqual([
      ["foundation", "2025-02-15", "under"],
      ["pilots", "2025-09-01", "over"],
      ["scale", null, "under"],
    ]);
    // 15 February to 1 September: six months to 15 August, then 17 of 31 days.
    expect(stays.map(({ months }) => months)).toEqual([1.5, 6 + 17 / 31, 1 + 15 / 31]);
    expect(stays[1]?.sentence).toBe(
      "Pilots: over 6 months in all, over the 3 to 6 months of the benchmark (Hashmeta).",
    );
  });

  it("is what its tree gives, counted by the calendar", () => {
    const [stay] = phaseStays(pilots("2025-02-15"), "2025-09-01");
    expect(Number(stay && evaluateExplanation(stay.tree))).toBe(stay?.months);
    expect(stay?.tree.inputs.map(({ value }) => value)).toEqual(["6", "0.54838709677419354839"]); // 17 of 31
  });

  // Pilots take 3 to 6 months.
  it.each([
    ["2025-04-14", "under"],
    ["2025-04-15", "within"],
    ["2025-07-15", "within"],
    ["2025-07-16", "over"],
  ])("on %s a pilot begun on 15 January is %s", (until, against) => {
    expect(phaseStays(pilots("2025-01-15"), until)[0]?.against).toBe(against);
  });

  it("takes going back to an earlier phase as a stay of its own", () => {
    const history = [
      { phase: "pilots", enteredOn: "2025-01-01" },
      { phase: "scale", enteredOn: "2025-04-01" },
      { phase: "pilots", enteredOn: "2025-06-01" },
      { phase: "pilots", enteredOn: "2025-07-01" },
    ] as const;
    expect(phaseStays(history, "2025-09-01").map(({ phase, months }) => [phase, months])).toEqual([
      ["pilots", 3],
      ["scale", 2],
      ["pilots", 3],
    ]);
  });

  it("has none before the first entry", () => {
    expect(phaseStays(pilots("2025-01-15"), "2025-01-14")).toEqual([]);
  });

  it("covers the time since the first entry without a gap", () => {
    const day = fc.integer({ min: 0, max: 900 }).map((offset) => dayAfter("2024-01-01", offset));
    const history = fc.array(fc.record({ phase: fc.constantFrom(...phases), enteredOn: day }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(history, (entries) => {
        const stays = phaseStays(entries, "2027-01-01");
        expect(stays[0]?.enteredOn).toBe(entries.map(({ enteredOn }) => enteredOn).toSorted()[0]);
        stays.forEach(({ leftOn, months }, place) => {
          expect(leftOn).toBe(stays[place + 1]?.enteredOn ?? null);
          expect(months).toBeGreaterThan(0);
        });
      }),
    );
  });
});

describe("stuckInPilots", () => {
  it.each([
    ["2025-07-15", "not-stuck"],
    ["2025-07-16", "stuck"],
    ["2026-07-16", "stuck"],
  ])("on %s says %s of a pilot begun on 15 January 2025", (until, kind) => {
    expect(stuckInPilots(pilots("2025-01-15"), until).kind).toBe(kind);
  });

  it("says for how long, and asks for a decision", () => {
    expect(stuckInPilots(pilots("2025-01-15"), "2026-01-20")).toMatchObject({
      sentence:
        "Stuck in Pilots: in it for 12 months, and pilots take up to 6. Decide: scale it, change it or stop it.",
    });
  });

  it("is nothing of another phase, however long it lasted in Pilots", () => {
    const history = [...pilots("2024-01-01"), { phase: "scale", enteredOn: "2025-03-01" }] as const;
    expect(stuckInPilots(history, "2025-04-01")).toEqual({ kind: "not-stuck", reason: "It is in Scale." });
    expect(stuckInPilots([], "2025-04-01").kind).toBe("not-stuck");
  });
});

describe("monthsBetween", () => {
  it.each([
    ["2025-01-31", "2025-02-28", 1],
    ["2024-08-31", "2025-02-28", 6],
    ["2025-01-01", "2025-01-01", 0],
    ["2025-02-01", "2025-02-15", 0.5],
  ])("from %s to %s is %f", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
