import { describe, expect, it } from "vitest";
import type { PhaseEntry } from "../phase.ts";
import { killRuleStandings, type KillRule } from "./kill-rules.ts";

const history: PhaseEntry[] = [
  { phase: "pilots", enteredOn: "2026-01-15" },
  { phase: "scale", enteredOn: "2026-06-01" },
];
const rule = (differences: Partial<KillRule> = {}): KillRule => ({
  killRuleId: "k1",
  phase: "pilots",
  measure: "net-roi",
  when: "under",
  limit: "-0.5",
  afterMonths: 3,
  declaredOn: "2026-01-15",
  declaredBy: "Ines Duarte",
  ...differences,
});
const standing = (given: KillRule, values: Parameters<typeof killRuleStandings>[2], day = "2026-05-01") =>
  killRuleStandings([given], history, values, { day, currency: "EUR" }).map(({ result }) => result);

describe("killRuleStandings", () => {
  it.each<[Partial<KillRule>, Parameters<typeof killRuleStandings>[2], string]>([
    [{}, { "net-roi": "-0.5", "months-in-phase": "3" }, "not-met"],
    [{}, { "net-roi": "-0.5001", "months-in-phase": "3" }, "met"],
    [{}, { "net-roi": "-0.5001", "months-in-phase": "2.99" }, "not-due"],
    [{}, { "net-roi": "-0.5001" }, "unknown"],
    [{}, { "net-roi": null, "months-in-phase": "4" }, "unknown"],
    [{ afterMonths: 0 }, { "net-roi": "-0.9" }, "met"],
    [
      { when: "above", measure: "spend", limit: "50000" },
      { spend: "50000", "months-in-phase": "4" },
      "not-met",
    ],
    [
      { when: "above", measure: "spend", limit: "50000" },
      { spend: "50000.01", "months-in-phase": "4" },
      "met",
    ],
    [{ declaredOn: "2026-01-16" }, { "net-roi": "-0.9", "months-in-phase": "4" }, "declared-too-late"],
  ])("%j with %j is %s", (differences, values, result) => {
    expect(standing(rule(differences), values)).toEqual([result]);
  });

  it("looks at the rules of the current phase only, and at none before the first", () => {
    expect(standing(rule(), { "net-roi": "-0.9", "months-in-phase": "4" }, "2026-06-01")).toEqual([]);
    expect(standing(rule(), { "net-roi": "-0.9" }, "2026-01-14")).toEqual([]);
  });

  it("says what it saw, who declared it and what follows", () => {
    const [one] = killRuleStandings(
      [rule()],
      history,
      { "net-roi": "-0.7", "months-in-phase": "4" },
      { day: "2026-05-20", currency: "EUR" },
    );
    expect(one?.text).toBe(
      "Met: net ROI to date under −50% (it is −70%), declared on 2026-01-15 by Ines Duarte. Stop it, or say at the gate why not.",
    );
  });

  it.each<[Partial<KillRule>, string, string]>([
    [{ measure: "net-roi", limit: "0.3" }, "0.2996", "net ROI to date under 30% (it is 29.96%)"],
    [
      { measure: "spend", when: "above", limit: "50000" },
      "50000.01",
      "what was spent above €50,000.00 (it is €50,000.01)",
    ],
    [
      { measure: "months-in-phase", when: "above", limit: "6" },
      "6.27",
      "months in the phase above 6 months (it is 6.2 months)",
    ],
    // What reads as the limit does is not said twice.
    [
      { measure: "months-in-phase", when: "above", limit: "6.2" },
      "6.27",
      "months in the phase above 6.2 months (it is a little more)",
    ],
    [
      { measure: "spend", when: "under", limit: "50000" },
      "49999.999",
      "what was spent under €50,000.00 (it is a little less)",
    ],
  ])("says %j at %s in its unit", (differences, value, text) => {
    const values = { [rule(differences).measure]: value, "months-in-phase": "6.27" };
    const [one] = killRuleStandings([rule(differences)], history, values, {
      day: "2026-05-20",
      currency: "EUR",
    });
    expect(one).toMatchObject({ result: "met", text: expect.stringContaining(text) });
  });
});
