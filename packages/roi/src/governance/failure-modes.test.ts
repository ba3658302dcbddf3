import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleAdoption } from "../testing/example-adoption.ts";
import { exampleFailureFacts, exampleSeriesRecord } from "../testing/example-failure-facts.ts";
import type { FailureFacts, SeriesRecord } from "./failure-facts.ts";
import { failureModes, findFailures, type FailureMode } from "./failure-modes.ts";

const day = "2026-04-15";
const found = (differences: Partial<FailureFacts>, on = day) =>
  findFailures(exampleFailureFacts(differences), on).flatMap(({ mode, signals }) =>
    signals.map(({ key }) => `${mode} ${key}`),
  );
const weekly = (counts: readonly number[]) => exampleAdoption(counts, { of: 100, to: "2026-W15" });
const foundation: FailureFacts["phaseHistory"] = [{ phase: "foundation", enteredOn: "2026-01-15" }];

describe("findFailures", () => {
  it("finds nothing in a healthy initiative", () => {
    expect(found({})).toEqual([]);
  });

  it.each<[what: string, Partial<FailureFacts>, on: string, string[]]>([
    ["six months in Pilots to the day", { securityReview: null }, "2026-07-15", []],
    ["a day more", { securityReview: null }, "2026-07-16", ["chasm time-in-phase"]],
    ["three months in Foundation to the day", { phaseHistory: foundation }, "2026-04-15", []],
    ["a day more in Foundation", { phaseHistory: foundation }, "2026-04-16", ["chasm time-in-phase"]],
    ["nobody to hand over to after three months", { handOverOwner: null }, "2026-04-15", []],
    ["nobody a day later", { handOverOwner: null }, "2026-04-16", ["chasm hand-over-owner"]],
    ["nobody in Foundation", { handOverOwner: null, phaseHistory: foundation }, "2026-04-15", []],
    ["two workarounds", { workarounds: 2 }, day, []],
    ["three workarounds", { workarounds: 3 }, day, ["chasm workarounds"]],
    ["workarounds before there is a pilot", { workarounds: 9, phaseHistory: foundation }, day, []],
  ])("the chasm: %s", (_, differences, on, expected) => {
    expect(found(differences, on)).toEqual(expected);
  });

  it.each<[Partial<SeriesRecord>, string[]]>([
    [{ expected: 20, present: 16 }, []],
    [{ expected: 20, present: 15 }, ["completeness"]],
    [{ expected: 8, present: 6 }, ["completeness"]],
    [{ expected: 7, present: 0, longestGap: 7 }, []],
    [{ judged: 20, late: 10 }, []],
    [{ judged: 20, late: 11 }, ["timeliness"]],
    [{ judged: 7, late: 7 }, []],
    [{ judged: 0, late: 0 }, []],
    [{ longestGap: 2 }, []],
    [{ longestGap: 3 }, ["break"]],
    [{ present: 10, late: 20, longestGap: 5 }, ["completeness", "timeliness", "break"]],
  ])("the data foundation: %j", (differences, expected) => {
    expect(found({ series: [exampleSeriesRecord(), exampleSeriesRecord(differences)] })).toEqual(
      expected.map((key) => `data-foundation ${key}`),
    );
  });

  it.each<[FailureFacts["securityReview"], string, string[]]>([
    [null, day, []],
    [{ kind: "not-needed", because: "Nothing leaves the house." }, day, []],
    [{ kind: "none" }, "2026-01-14", []],
    [{ kind: "none" }, "2026-01-15", ["review-missing"]],
    [{ kind: "opened", openedOn: "2026-05-01", closedOn: null }, day, ["review-missing"]],
    [{ kind: "opened", openedOn: "2026-01-15", closedOn: null }, day, []],
    [{ kind: "opened", openedOn: "2026-01-16", closedOn: null }, day, ["review-late"]],
    [{ kind: "opened", openedOn: "2026-01-16", closedOn: "2026-04-15" }, day, []],
    [{ kind: "opened", openedOn: "2025-10-15", closedOn: null }, "2026-04-15", []],
    [{ kind: "opened", openedOn: "2025-10-15", closedOn: null }, "2026-04-16", ["review-open"]],
    [{ kind: "opened", openedOn: "2025-10-15", closedOn: "2026-04-30" }, "2026-04-16", ["review-open"]],
  ])("the security review: %j on %s", (securityReview, on, expected) => {
    expect(found({ securityReview }, on)).toEqual(expected.map((key) => `security-review ${key}`));
  });

  it.each<[Partial<FailureFacts>, string[]]>([
    [{ training: { share: 0.15, months: 3 } }, []],
    [{ training: { share: 0.1499, months: 3 } }, ["training-share"]],
    [{ training: { share: 0, months: 2 } }, []],
    [{ training: null, contributors: null, adoption: null }, []],
    [{ contributors: { expected: 4, logged: 2 } }, []],
    [{ contributors: { expected: 4, logged: 1 } }, ["contributors"]],
    [{ contributors: { expected: 1, logged: 0 } }, ["contributors"]],
    [{ contributors: { expected: 0, logged: 0 } }, []],
    [{ adoption: weekly([40, 40, 40, 40, 42, 42, 42, 42]) }, []],
    [{ adoption: weekly([40, 40, 40, 40, 41, 42, 42, 42]) }, ["adoption"]],
    [{ adoption: weekly([80, 80, 80, 80, 80, 80, 80, 80]) }, []],
    [{ adoption: weekly([79, 79, 79, 79, 79, 79, 79, 79]) }, ["adoption"]],
    [{ adoption: weekly([0, 0, 0, 0, 0, 0, 0, 0]) }, ["adoption"]],
    [{ adoption: weekly([0, 0, 0, 0, 0, 0, 0, 1]) }, []],
    [{ adoption: weekly([0, 0, 0, 0, 0, 0, 0]) }, []],
  ])("culture and skills: %j", (differences, expected) => {
    expect(found(differences)).toEqual(expected.map((key) => `culture-and-skills ${key}`));
  });

  it.each<[before: number, now: number, text: string]>([
    [62, 62, "Adoption did not rise: 62% use it, as many as four weeks before (our rule)."],
    [62.1, 61.9, "Adoption did not rise: 62% use it, slightly fewer than four weeks before (our rule)."],
    [61.9, 62.1, "Adoption is flat: 62% use it, hardly more than four weeks before (our rule)."],
    [61, 62, "Adoption is flat: 62% use it, 61% did four weeks before (our rule)."],
    [62, 30, "Adoption fell: 30% use it, 62% did four weeks before (our rule)."],
    // Just under the limit it does not read as the limit.
    [79.9, 79.99, "Adoption is flat: 79.99% use it, 80% did four weeks before (our rule)."],
  ])("says of adoption from %f to %f: %s", (before, now, text) => {
    const adoption = weekly([...Array(4).fill(before), ...Array(4).fill(now)]);
    const signals = findFailures(exampleFailureFacts({ adoption }), day).flatMap((one) => one.signals);
    expect(signals.find(({ key }) => key === "adoption")?.text).toBe(text);
  });

  it("finds nothing before the first phase, nor from the day on which it ended", () => {
    const bad = { workarounds: 9, handOverOwner: null, training: { share: 0, months: 9 } };
    expect(found({ ...bad, endedOn: "2026-07-16" }, "2026-07-15")).not.toEqual([]);
    expect(found({ ...bad, endedOn: "2026-07-16" }, "2026-07-16")).toEqual([]);
    expect(
      found({ workarounds: 9, handOverOwner: null, securityReview: { kind: "none" } }, "2025-01-01"),
    ).toEqual([]);
  });

  it("says what was seen, where the limit comes from, what helps and when it clears", () => {
    const [finding] = findFailures(exampleFailureFacts({ workarounds: 3 }), "2026-07-20");
    expect(finding).toMatchObject({
      mode: "chasm",
      name: "Pilot-to-production chasm",
      headline: "Chat: The phase Pilots has lasted over 6 months; it takes up to 6 (Hashmeta). And 1 more.",
      helps: [{ step: "business-case" }, { step: "workflows" }, { step: "governance" }],
      clearsWhen: [
        "It leaves Pilots: through the gate, or because it is stopped.",
        "Fewer than 3 manual workarounds are still needed.",
      ],
    });
    expect(finding?.signals[1]).toMatchObject({ value: 3, limit: 3, source: { kind: "own" } });
    // Each step is done when the sign it is against is gone, or the first where it is against none of them.
    expect(finding?.helps.map(({ shownBy }) => shownBy)).toEqual([
      "It leaves Pilots: through the gate, or because it is stopped.",
      "Fewer than 3 manual workarounds are still needed.",
      "It leaves Pilots: through the gate, or because it is stopped.",
    ]);
    const [nobody] = findFailures(exampleFailureFacts({ handOverOwner: null }), "2026-07-20");
    expect(nobody?.helps[2]?.shownBy).toBe("Somebody is named who takes it over in production.");
  });

  it("gives a mode at most once, each signal with its sentence, and no figure that is none", () => {
    const facts = fc.record<FailureFacts>({
      initiativeId: fc.constant("chat"),
      name: fc.constant("Chat"),
      phaseHistory: fc.constantFrom(foundation, exampleFailureFacts().phaseHistory, []),
      endedOn: fc.constantFrom(null, "2026-03-01"),
      handOverOwner: fc.constantFrom(null, "Ines Duarte"),
      workarounds: fc.nat(5),
      series: fc.array(
        fc.record({
          name: fc.constant("Leads"),
          periodType: fc.constantFrom("week", "month"),
          expected: fc.nat(12),
          present: fc.nat(12),
          judged: fc.nat(12),
          late: fc.nat(12),
          longestGap: fc.nat(5),
        }),
        { maxLength: 3 },
      ),
      securityReview: fc.constantFrom<FailureFacts["securityReview"][]>(
        null,
        { kind: "none" },
        { kind: "opened", openedOn: "2026-02-01", closedOn: null },
      ),
      training: fc.option(
        fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), months: fc.nat(9) }),
      ),
      contributors: fc.option(fc.record({ expected: fc.nat(4), logged: fc.nat(4) })),
      adoption: fc.option(
        fc
          .array(fc.nat(9), { maxLength: 12 })
          .map((users) => exampleAdoption(users, { of: 9, to: "2026-W06" })),
      ),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom("2026-02-15", "2026-08-15"), (given, on) => {
        const findings = findFailures(given, on);
        expect(new Set(findings.map(({ mode }) => mode)).size).toBe(findings.length);
        for (const { mode, signals, clearsWhen, helps } of findings) {
          expect(Object.keys(failureModes) as FailureMode[]).toContain(mode);
          expect(signals.length).toBe(clearsWhen.length);
          expect(helps.length).toBeGreaterThan(0);
          for (const { text, value } of signals) {
            expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
            expect(value === null || Number.isFinite(value)).toBe(true);
          }
        }
      }),
    );
  });
});
