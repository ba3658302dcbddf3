import { describe, expect, it } from "vitest";
import { advanceAlerts, observe } from "@liftledger/roi/governance/advance-alerts";
import { digest } from "@liftledger/roi/governance/digest";
import { findFailures } from "@liftledger/roi/governance/failure-modes";
import { focusWarnings } from "@liftledger/roi/governance/focus-warnings";
import { decideGate } from "@liftledger/roi/governance/gate-decision";
import { gateReview } from "@liftledger/roi/governance/gate-review";
import { isQuiet } from "@liftledger/roi/governance/quiet-hours";
import { rankCandidates } from "@liftledger/roi/governance/rank-candidates";
import { readiness } from "@liftledger/roi/governance/readiness";
import { planRoadmap } from "@liftledger/roi/governance/roadmap";

// The example under “Governance”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("governs from candidates to digests", () => {
    expect(
      rankCandidates([
        {
          candidateId: "scoring",
          name: "Lead scoring",
          expectedValue: "60000",
          currency: "EUR",
          valueFrom: "The case of 4 May says so.",
          measurable: {
            isOutcome: true,
            isLogged: true,
            periodType: "week",
            periodsBefore: 26,
            hasComparison: false,
          },
          readiness: "0.45",
          gapsOpen: ["Data"],
          effortWeeks: "8",
        },
      ]),
    ).toMatchObject([{ kind: "ranked", place: 1, priority: "3000", isAmongTheFew: true }]); // 60,000 × 4/5 × 0.55/1.1 ÷ 8
    expect(
      focusWarnings([
        { id: "1", name: "Chat", team: "Sales", kind: "initiative", phase: "pilots" },
        { id: "2", name: "Copilot", team: "Sales", kind: "tool-roll-out", phase: null },
      ]),
    ).toMatchObject([{ key: "pilotsPerTeam", team: "Sales", count: 2, limit: 1 }]);
    expect(
      readiness("pilots", [
        {
          question: "baseline",
          score: 5,
          evidence: [{ kind: "object", noun: "baseline", id: "b1", text: "Frozen" }],
          by: "Ines Duarte",
          on: "2026-01-05",
        },
      ]),
    ).toMatchObject({ ready: 0, of: 5, score: "0.1" }); // 5 of 50 points; the data gap has a second question
    expect(
      planRoadmap({ readiness: readiness("pilots", []), startsOn: "2026-01-01" }).map(({ step, dueOn }) => [
        step,
        dueOn,
      ]),
    ).toEqual([
      ["business-case", "2026-01-21"],
      ["business-case", "2026-01-21"],
      ["workflows", "2026-02-05"],
      ["workflows", "2026-02-05"],
      ["data", "2026-02-26"],
      ["data", "2026-02-26"],
      ["governance", "2026-03-19"],
      ["governance", "2026-03-19"],
      ["people", "2026-03-31"],
      ["people", "2026-03-31"],
    ]);
    expect(
      findFailures(
        {
          initiativeId: "chat",
          name: "Chat",
          phaseHistory: [{ phase: "pilots", enteredOn: "2026-01-15" }],
          endedOn: null,
          handOverOwner: "Tom Reed",
          workarounds: 0,
          series: [],
          securityReview: { kind: "opened", openedOn: "2026-01-10", closedOn: "2026-03-01" },
          training: { share: 0.16, months: 6 },
          contributors: null,
          adoption: null,
        },
        "2026-07-16",
      ),
    ).toMatchObject([
      {
        mode: "chasm",
        headline: "Chat: The phase Pilots has lasted over 6 months; it takes up to 6 (Hashmeta).",
      },
    ]);
    const rule = { where: "The handbook", owner: "Ines Duarte", reopenedOn: null };
    const review = gateReview("pilots", {
      outcomeSentence: { text: "Raise lead conversion by 15% by March 2027.", hasNumber: true },
      owner: "Ines Duarte",
      approvedCase: { name: "Lead scoring", version: 1, approvedOn: "2026-02-01" },
      baselines: ["frozen"],
      evidenceGrade: null,
      readiness: { into: "pilots", ready: 5, of: 5, open: [] },
      dataQuality: [{ series: "Leads", grade: "good" }],
      handOverOwner: null,
      itInvolvedOn: "2026-01-20",
      toolChosenOn: "2026-02-10",
      securityReview: { kind: "none" },
      pilotBeginsOn: "2026-04-01",
      residency: "Kept in the EU.",
      productionData: null,
      integration: null,
      dataAccessRule: rule,
      outputReviewRule: rule,
      errorHandlingRule: rule,
      processDocumentedOn: null,
      trained: null,
      killRules: [{ phase: "pilots", declaredOn: "2026-03-01" }],
      verdict: null,
      roi: null,
      band: null,
      worsenedGuardrails: [],
      enteredOn: "2026-01-05",
      until: "2026-03-20",
      costCoverage: null,
      benefitCoverage: null,
      forwardNetPresentValue: null,
    });
    expect(review).toMatchObject({ proposal: "hold", reason: "Of 14 criteria: 1 unmet." });
    expect(
      decideGate({
        decision: "advance",
        review,
        author: "ines",
        signatures: ["tom", "ada"],
        overrides: [
          { criterion: "security-review", by: "tom", reason: "It opens on Monday, before the pilot." },
        ],
        costAheadMinor: 80_000_00n,
        twoSignFromMinor: 50_000_00n,
      }),
    ).toEqual({ kind: "decided", overrides: 1, signatures: 2 });
    const overdue = observe(
      "missing-week",
      "series-1",
      { series: "Leads", period: "2026-W05", dueOn: "2026-02-08", isLogged: false },
      "2026-02-09",
    );
    const night = isQuiet(Date.parse("2026-02-09T05:00:00Z"), {
      timeZone: "Europe/Berlin",
      from: "20:00",
      to: "07:00",
    });
    const held = advanceAlerts([], [overdue], { at: "2026-02-09T05:00:00.000Z", quiet: night });
    expect(held.notices).toEqual([]); // it is 06:00 in Berlin
    expect(
      advanceAlerts(held.kept, [overdue], { at: "2026-02-09T06:00:00.000Z", quiet: false }).notices,
    ).toMatchObject([{ kind: "raised", text: expect.stringContaining("missing, not as zero") }]);
    expect(
      digest("weekly", {
        period: "2026-W05",
        figures: [
          {
            name: "Leads",
            direction: "higher",
            before: { value: 10, text: "10" },
            after: { value: 7, text: "7" },
          },
        ],
        verdicts: [],
        alerts: [],
        coming: [],
      }).sections[0]?.lines,
    ).toEqual(["Leads: 10 → 7 (−30%, worse)"]);
  });
});
