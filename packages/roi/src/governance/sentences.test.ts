import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf } from "../benchmark.ts";
import { phases } from "../phase.ts";
import { exampleAdoption } from "../testing/example-adoption.ts";
import { exampleFailureFacts, exampleSeriesRecord } from "../testing/example-failure-facts.ts";
import { exampleGateFacts, forwardFact } from "../testing/example-gate-facts.ts";
import { alertHelp } from "./alert-help.ts";
import { alertRules, type AlertFacts, type AlertKey } from "./alert-rules.ts";
import { aiActDuties } from "./ai-act-duties.ts";
import { dataGaps } from "./data-gaps.ts";
import { findFailures } from "./failure-modes.ts";
import { focusWarnings } from "./focus-warnings.ts";
import { decideGate, gateDecisions } from "./gate-decision.ts";
import { gateCriteria, type CriterionKey } from "./gate-criteria.ts";
import type { GateFacts } from "./gate-facts.ts";
import { gateReview } from "./gate-review.ts";
import { leavingPhase } from "./gate-rules.ts";
import { killMeasures, killRuleStandings, killUnits, type KillMeasure } from "./kill-rules.ts";
import { portfolioRates } from "./portfolio-rates.ts";
import { proposeReadiness } from "./propose-readiness.ts";
import { rankCandidates } from "./rank-candidates.ts";
import { readinessQuestions } from "./readiness-questions.ts";
import { readiness } from "./readiness.ts";
import { roadmapProgress } from "./roadmap-progress.ts";
import { toolOverload } from "./tool-overload.ts";

/**
 * What is wrong with a sentence, whatever stands in it: a mark doubled or after a space, a space doubled, a hole where a
 * figure should be, a verb or a noun in the wrong number, no beginning or no end.
 */
const faults: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a mark twice", /([.,;:])\s*[.,;:]/u],
  ["a space before a mark", /\s[.,;:!?)]/u],
  ["an end within", /[.]”,? \p{Ll}/u],
  ["a name as one of several", /(?<!phase )(?:Foundation|Pilots|Transform|Scale) has lasted/u],
  ["two spaces, or one at an end", / {2}|^\s|\s$/u],
  ["empty brackets or quotes", /\(\s*\)|“\s*”/u],
  ["a hole", /undefined|null|NaN|Infinity|\[object/u],
  [
    "one of several",
    /(?<![\d.,:–-])1 (?:\w+ )?(?:weeks|months|criteria|rules|periods|days|pilots|initiatives|workarounds|baselines)\b/u,
  ],
  [
    "several of one",
    /(?<![\d.,:-])(?:0|[2-9]|[1-9]\d+) (?:week|month|criterion|rule|period|day|pilot|initiative)\b/u,
  ],
  ["one that are", /(?<![\d.,:-])1 of \d+ (?:[a-z]+ )?(?:are|were)\b/u],
  ["several that is", /(?<![\d.,:-])(?:0|[2-9]|[1-9]\d+) of \d+ (?:[a-z]+ )?(?:is|was)\b/u],
  ["an article twice", /\b(a|an|the|of|is|are|to|in|and) \1\b/iu],
  [
    "a day in the manner of one place",
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December),? \d|\d [A-Z][a-z]+ \d{4}\b/u,
  ],
  ["no end", /[^.!?…”)]$/u],
];

const faultsIn = (text: string) =>
  faults.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${what}: ${text}`);

/** That every sentence is sound; says the first that is not. */
function expectSound(texts: readonly string[]): void {
  expect(texts.flatMap(faultsIn)).toEqual([]);
}

const day = fc.integer({ min: 0, max: 900 }).map((days) => {
  return new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
});
const count = fc.integer({ min: 0, max: 12 });
const share = fc.oneof(
  fc.constantFrom(0, 0.15, 0.5, 0.8, 0.9, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null });
/** What people write: with a full stop, without one, and with what they forgot at the end. */
const written = fc.constantFrom(
  "Nothing leaves the house",
  "All leads of May.",
  "Handbook, chapter 4",
  " Asked twice? ",
  "See the wiki:",
  "Kept in the EU;",
  "“Approved”",
);
const name = fc.constantFrom("Lead scoring", "Chat (Sales)", "Reply drafts, EU", "Bids 2.0");
const names = fc.uniqueArray(name, { maxLength: 4 });
const grade = fc.constantFrom("good" as const, "fair" as const, "poor" as const, "not-judged" as const);

const securityReview: fc.Arbitrary<GateFacts["securityReview"]> = maybe(
  fc.oneof(
    fc.constant({ kind: "none" as const }),
    fc.record({ kind: fc.constant("opened" as const), openedOn: day, closedOn: maybe(day) }),
    fc.record({ kind: fc.constant("not-needed" as const), because: written }),
  ),
);
const rule = maybe(fc.record({ where: written, owner: name, reopenedOn: maybe(day) }));
const into = fc.constantFrom("pilots" as const, "scale" as const, "transform" as const);

const gateFacts = into.chain((phase) =>
  fc
    .record({
      outcomeSentence: maybe(fc.record({ text: fc.constant("Raise it by 5%."), hasNumber: fc.boolean() })),
      owner: maybe(name),
      approvedCase: maybe(fc.record({ name, version: fc.constantFrom(1, 2), approvedOn: day })),
      baselines: fc.array(fc.constantFrom("none" as const, "draft" as const, "frozen" as const), {
        maxLength: 4,
      }),
      evidenceGrade: maybe(
        fc.constantFrom("A" as const, "B" as const, "C" as const, "D" as const, "E" as const),
      ),
      readiness: maybe(
        fc.integer({ min: 0, max: 5 }).map((ready) => ({
          into: phase,
          ready,
          of: 5,
          open: ["Strategy", "Process", "Data", "Governance", "Talent"].slice(ready),
        })),
      ),
      dataQuality: fc.array(fc.record({ series: name, grade }), { maxLength: 3 }),
      handOverOwner: maybe(name),
      itInvolvedOn: maybe(day),
      toolChosenOn: maybe(day),
      securityReview,
      pilotBeginsOn: maybe(day),
      residency: maybe(written),
      productionData: maybe(fc.record({ representative: fc.boolean(), shownBy: written })),
      integration: maybe(fc.record({ inScope: fc.boolean(), inBudget: fc.boolean() })),
      dataAccessRule: rule,
      outputReviewRule: rule,
      errorHandlingRule: rule,
      processDocumentedOn: maybe(day),
      trained: maybe(fc.record({ done: count, of: fc.integer({ min: 12, max: 14 }) })),
      killRules: fc.array(fc.record({ phase: into, declaredOn: day }), { maxLength: 3 }),
      verdict: maybe(
        fc.constantFrom(
          "above" as const,
          "on-track" as const,
          "watch" as const,
          "below" as const,
          "losing-money" as const,
        ),
      ),
      roi: maybe(fc.constantFrom("-0.4", "0", "0.154", "1.2")),
      band: maybe(fc.constantFrom(bandOf(leavingPhase[phase]))),
      worsenedGuardrails: names,
      enteredOn: maybe(day),
      until: day,
      costCoverage: maybe(share),
      benefitCoverage: maybe(share),
      forwardNetPresentValue: maybe(fc.constantFrom("12000.50", "0", "-1").map(forwardFact)),
    })
    .map((facts): [typeof phase, GateFacts] => [phase, { ...exampleGateFacts(phase), ...facts }]),
);

describe("the sentences of gates", () => {
  it("are sound for whatever is known: every criterion, what is proposed, and why it is refused", () => {
    const every = Object.keys(gateCriteria).map((criterion) => {
      return { criterion: criterion as CriterionKey, least: null };
    });
    const rules = { version: 1, gates: { pilots: every, scale: every, transform: every } };
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        gateFacts,
        fc.constantFrom(...gateDecisions),
        fc.constantFrom(0n, 9n),
        ([phase, facts], decision, ahead) => {
          const review = gateReview(phase, facts, rules);
          review.criteria.forEach(({ criterion, result }) => seen.add(`${criterion} ${result}`));
          expectSound([
            review.reason,
            ...review.criteria.flatMap(({ question, reason }) => [question, reason]),
          ]);
          const request = {
            decision,
            review,
            author: "Ada",
            overrides: [],
            costAheadMinor: ahead,
            twoSignFromMinor: 5n,
          };
          const decided = decideGate({ ...request, signatures: ["Ada", "Tom", "Tom"] });
          if (decided.kind === "refused")
            expectSound([decided.sentence, ...decided.refusals.map(({ reason }) => reason)]);
          const waiting = decideGate({ ...request, decision: "stop", signatures: [] });
          if (waiting.kind === "to-be-signed") expectSound([waiting.sentence]);
        },
      ),
      { numRuns: 600 },
    );
    // Every criterion was looked at, met and not.
    for (const criterion of Object.keys(gateCriteria))
      expect([...seen].filter((one) => one.startsWith(`${criterion} `)).length).toBeGreaterThan(1);
  });

  it("are sound of every kill rule", () => {
    const standing = fc.record({
      measure: fc.constantFrom(...(Object.keys(killMeasures) as KillMeasure[])),
      when: fc.constantFrom("under" as const, "above" as const),
      limit: fc.constantFrom("-0.5", "0", "1", "3", "0.155"),
      value: maybe(fc.constantFrom("-0.5", "1", "0", "4", "0.1549")),
      afterMonths: fc.integer({ min: 0, max: 4 }),
      months: maybe(fc.constantFrom("0", "1", "2.51", "7")),
      declaredOn: fc.constantFrom("2025-12-01", "2026-02-01"),
    });
    fc.assert(
      fc.property(standing, ({ value, months, ...told }) => {
        const one = { ...told, killRuleId: "1", phase: "pilots" as const, declaredBy: "Ada" };
        const values = { [told.measure]: value, "months-in-phase": months };
        const standings = killRuleStandings([one], [{ phase: "pilots", enteredOn: "2026-01-01" }], values, {
          day: "2026-06-30",
          currency: "EUR",
        });
        expect(standings).toHaveLength(1);
        expect(killUnits[told.measure]).toBeDefined();
        expectSound(standings.map(({ text }) => text));
      }),
    );
  });
});

describe("the sentences of findings and readiness", () => {
  it("are sound for every failure mode, with its figures, what clears it and what helps", () => {
    const facts = fc.record({
      name,
      handOverOwner: maybe(name),
      workarounds: count,
      series: fc.array(
        fc.record({
          present: count,
          late: count,
          longestGap: count,
          periodType: fc.constantFrom("week" as const, "month" as const),
        }),
        { maxLength: 2 },
      ),
      securityReview,
      training: maybe(fc.record({ share, months: count })),
      contributors: maybe(
        fc
          .integer({ min: 0, max: 3 })
          .chain((expected) =>
            fc.record({ expected: fc.constant(expected), logged: fc.integer({ min: 0, max: expected }) }),
          ),
      ),
      flat: fc.boolean(),
      entered: day,
    });
    const modes = new Set<string>();
    fc.assert(
      fc.property(facts, ({ flat, entered, series, ...differences }) => {
        const found = findFailures(
          exampleFailureFacts({
            ...differences,
            series: series.map((record) => exampleSeriesRecord({ ...record, expected: 12, judged: 12 })),
            phaseHistory: [{ phase: "pilots", enteredOn: entered }],
            ...(flat
              ? { adoption: exampleAdoption([10, 10, 10, 10, 10, 10, 10, 10], { of: 40, to: "2026-W25" }) }
              : {}),
          }),
          "2026-06-30",
        );
        found.forEach(({ signals }) => signals.forEach(({ key }) => modes.add(key)));
        for (const { headline, signals, clearsWhen, helps } of found)
          expectSound([
            headline,
            ...signals.map(({ text }) => text),
            ...clearsWhen,
            ...helps.map(({ what }) => what),
          ]);
      }),
      { numRuns: 600 },
    );
    expect([...modes].toSorted()).toEqual([
      "adoption",
      "break",
      "completeness",
      "contributors",
      "hand-over-owner",
      "review-late",
      "review-missing",
      "review-open",
      "time-in-phase",
      "timeliness",
      "training-share",
      "workarounds",
    ]);
  });

  it("are sound for what readiness says and what the product proposes", () => {
    const mapped = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
      .map(([one, other]) => ({ steps: Math.max(one, other), owned: Math.min(one, other) }));
    const standing = fc.constantFrom("written" as const, "reopened" as const, "missing" as const);
    const known = fc.record({
      outcome: maybe(fc.record({ initiativeId: fc.constant("1"), text: written, hasNumber: fc.boolean() })),
      businessCase: maybe(
        fc.record({
          caseId: fc.constant("1"),
          name,
          status: fc.constantFrom(
            "draft" as const,
            "submitted" as const,
            "returned" as const,
            "approved" as const,
          ),
        }),
      ),
      baselines: fc.array(
        fc.record({
          baselineId: fc.constant("1"),
          series: name,
          status: fc.constantFrom("none" as const, "draft" as const, "frozen" as const),
        }),
        { maxLength: 3 },
      ),
      series: fc.array(fc.record({ seriesId: fc.constant("1"), name, grade }), { maxLength: 3 }),
      data: fc.array(fc.record({ dataAssetId: fc.constant("1"), name, isReady: fc.boolean() }), {
        maxLength: 3,
      }),
      workflow: maybe(
        fc.record({
          initiativeId: fc.constant("1"),
          before: mapped,
          after: mapped,
          workarounds: fc.integer({ min: 0, max: 3 }),
        }),
      ),
      rules: maybe(
        fc.record({
          initiativeId: fc.constant("1"),
          dataAccess: standing,
          outputReview: standing,
          errorHandling: standing,
          securityReview: fc.oneof(
            fc.record({ openedOn: day }),
            fc.constantFrom("not-needed" as const, null),
          ),
          processDocumentedOn: maybe(day),
        }),
      ),
      owner: maybe(fc.record({ personId: fc.constant("1"), name })),
      handOverOwner: maybe(fc.record({ personId: fc.constant("2"), name })),
      trainingShare: maybe(fc.record({ initiativeId: fc.constant("1"), share })),
    });
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(known, scores, into, fc.boolean(), (facts, given, phase, isShown) => {
        expectSound(proposeReadiness(facts).map(({ reason }) => reason));
        const answers = readinessQuestions.map(({ key }, place) => ({
          question: key,
          score: given[place] ?? 0,
          evidence: isShown ? [{ kind: "file" as const, reference: "map.pdf" }] : [],
          by: "Ada",
          on: "2026-06-01",
        }));
        const { sentence, questions } = readiness(phase, answers);
        expectSound([sentence, ...questions.flatMap(({ asks, reason }) => [asks, reason])]);
      }),
    );
  });

  it("are sound for what an inventory of data lacks and what the AI Act may ask", () => {
    const known = fc.constantFrom("yes" as const, "no" as const, "not-known" as const);
    const data = fc.record({
      needsCleansing: known,
      cleansing: written,
      consistent: known,
      reachableByApi: known,
      allowedForTraining: known,
      personalData: known,
      privacyBasis: maybe(written),
      retention: maybe(written),
    });
    const use = fc.record({
      role: maybe(
        fc.constantFrom("deployer" as const, "provider" as const, "both" as const, "neither" as const),
      ),
      talksWithPeople: maybe(fc.boolean()),
      makesContent: maybe(fc.boolean()),
      isPublished: maybe(fc.boolean()),
    });
    fc.assert(fc.property(data, (facts) => expectSound(dataGaps(facts))));
    fc.assert(
      fc.property(use, (facts) => {
        const duties = aiActDuties(facts, "2026-11-23");
        expectSound(
          duties.flatMap(({ asks, reason, laterActs, source }) => [asks, reason, laterActs, `${source}.`]),
        );
      }),
    );
  });
});

describe("the sentences of the portfolio", () => {
  it("are sound for every candidate, ranked or not", () => {
    const candidate = fc.record({
      name,
      expectedValue: maybe(fc.constantFrom("0", "60000")),
      valueFrom: maybe(fc.constantFrom("Finance said so.")),
      measurable: fc.record({
        isOutcome: fc.boolean(),
        isLogged: fc.boolean(),
        periodType: fc.constantFrom("week" as const, "month" as const),
        periodsBefore: fc.nat(30),
        hasComparison: fc.boolean(),
      }),
      gapsOpen: fc.subarray(["Strategy", "Data", "Talent"]),
      effortWeeks: maybe(fc.constantFrom("0.5", "1", "2", "10")),
    });
    fc.assert(
      fc.property(candidate, (one) => {
        const [ranked] = rankCandidates([{ ...one, candidateId: "1", currency: "EUR", readiness: "0.5" }]);
        expectSound(ranked?.reasons.map(({ reason }) => reason) ?? []);
        // A list in words has no part with a comma in it, so that its commas can be read.
        const lacking = ranked?.reasons.find(({ side }) => side === "measurability")?.reason ?? "";
        expect(lacking.split(", ").length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it("are sound for what runs at once, tools that crowd, rates and roadmaps", () => {
    const running = fc.array(
      fc.record({ name, team: fc.constantFrom("Sales", "Shop"), phase: fc.constantFrom(...phases) }),
      { maxLength: 6 },
    );
    const tools = fc.array(
      fc.record({ tool: name, vendor: name, initiative: name, useCase: name, series: names, systems: names }),
      { maxLength: 6 },
    );
    const begun = fc.array(
      fc.record({ entered: day, left: maybe(day), endedOn: maybe(day), hasMeasuredReturn: fc.boolean() }),
      { maxLength: 7 },
    );
    const tasks = fc.array(fc.record({ dueOn: day, doneOn: maybe(day) }), { maxLength: 4 });
    fc.assert(
      fc.property(running, tools, begun, tasks, (works, used, initiatives, planned) => {
        const one = works.map((work, place) => ({ ...work, id: String(place), kind: "initiative" as const }));
        expectSound(focusWarnings(one).map(({ text }) => text));
        const inUse = used.map((tool) => ({ ...tool, toolId: tool.tool, initiativeId: tool.initiative }));
        expectSound(toolOverload(inUse).map(({ text }) => text));
        const rates = portfolioRates(
          initiatives.map(({ entered, left, ...rest }) => ({
            ...rest,
            initiativeId: "chat",
            name: "Chat",
            phaseHistory: [
              { phase: "pilots" as const, enteredOn: entered },
              ...(left !== null && left > entered ? [{ phase: "scale" as const, enteredOn: left }] : []),
            ],
          })),
          "2026-06-30",
        );
        const funnel = [rates.reachedScale, rates.scrapped, rates.returnsAtScale, rates.abandoned];
        expectSound(funnel.map((rate) => (rate.kind === "rate" ? rate.sentence : rate.reason)));
        expectSound(rates.times.map(({ sentence }) => sentence));
        const roadmap = planned.map((task, place) => ({
          ...task,
          key: String(place),
          step: "data" as const,
          title: "Map it",
          owner: null,
          startsOn: task.dueOn,
          dependsOn: [],
          closedBy: { question: null, score: null, shownBy: "" },
        }));
        expectSound([roadmapProgress(roadmap, "2025-06-30").sentence]);
      }),
      { numRuns: 400 },
    );
  });
});

describe("the sentences of alerts", () => {
  const on = "2025-06-30";
  const facts: { [Key in AlertKey]: fc.Arbitrary<AlertFacts[Key]> } = {
    "missing-week": fc.record({
      series: name,
      period: fc.constant("2025-W20"),
      dueOn: day,
      isLogged: fc.boolean(),
    }),
    "late-cost": fc.record({
      initiative: name,
      month: fc.constantFrom("2025-04", "2025-06"),
      isBooked: fc.boolean(),
    }),
    "verdict-changed": fc.record({
      initiative: name,
      verdict: fc.constantFrom("losing-money", "below", "too-early"),
      headline: fc.constantFrom("Losing money", "Paying, under the benchmark", "Watch: a guardrail worsened"),
    }),
    "lift-gone": fc.record({ initiative: name, kpi: name, chanceOfGain: maybe(share) }),
    "baseline-disturbed": fc.record({ series: name, corrected: maybe(count) }),
    "budget-overrun": fc.record({ initiative: name, spent: maybe(fc.nat(50)), planned: maybe(fc.nat(50)) }),
    "claim-conflict": fc.record({ series: name, period: fc.constant("2025-W20"), claimed: maybe(share) }),
    "gate-due": fc.record({ initiative: name, dueOn: maybe(day) }),
    "roadmap-late": fc.record({ initiative: name, task: written, dueOn: day, doneOn: maybe(day) }),
    "case-waiting": fc.record({ businessCase: name, waitingSince: maybe(day) }),
  };

  it.each(Object.keys(facts) as AlertKey[])("are sound for %s, and so is what to do about it", (key) => {
    const look = alertRules[key].look as (seen: unknown, today: string) => { text: string };
    fc.assert(fc.property(facts[key] as fc.Arbitrary<unknown>, (seen) => expectSound([look(seen, on).text])));
    expectSound([alertHelp[key]]);
  });

  it("say a verdict once where its headline is the verdict, and in words where it is not", () => {
    const { look } = alertRules["verdict-changed"];
    const told = (verdict: string, headline: string) =>
      look({ initiative: "Chat", verdict, headline }, on).text;
    expect(told("losing-money", "Losing money")).toBe("Chat: Losing money.");
    expect(told("on-track", "Paying")).toBe("Chat: Paying (on track).");
  });
});

describe("what finds a fault", () => {
  it.each([
    ["It is so..", "a mark twice"],
    ["The handbook.; Ada does.", "a mark twice"],
    ["It lasted 1 months.", "one of several"],
    ["It lasted 6 month.", "several of one"],
    ["1 of 12 weeks were late.", "one that are"],
    ["3 of 12 is closed.", "several that is"],
    ["“Map it.” is due.", "an end within"],
    ["Chat: Pilots has lasted 7 months.", "a name as one of several"],
    ["It lacks  data.", "two spaces, or one at an end"],
    ["It is undefined.", "a hole"],
    ["Nothing more", "no end"],
    ["Of of it.", "an article twice"],
    ["It is due on 4 May 2026.", "a day in the manner of one place"],
    ["Log July 2026.", "a day in the manner of one place"],
    ["It is due on May 4, 2026.", "a day in the manner of one place"],
  ])("in “%s”: %s", (text, what) => {
    expect(faultsIn(text)).toContain(`${what}: ${text}`);
  });

  it("finds none where there is none", () => {
    expectSound([
      "1 of 12 weeks was recorded late (8%), more than 5%.",
      "21 of 30 weeks are there (70%); it takes 90%.",
      "Phase Pilots lasted 1 month; published are 3 to 6 months (Hashmeta).",
    ]);
  });
});
