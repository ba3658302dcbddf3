import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { addPeriods, listPeriods } from "@liftledger/kpis/period";
import { describe, expect, it } from "vitest";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { listAuditEntries } from "../audit/list-audit-entries.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { at, colleague, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { draftBaseline } from "./draft-baseline.ts";
import { freezeBaseline } from "./freeze-baseline.ts";
import { previewBaseline } from "./preview-baseline.ts";
import { unfreezeBaseline } from "./unfreeze-baseline.ts";
import { whatWouldRaise } from "./what-would-raise.ts";

const interventionStart = "2026-W15";

describeOnEveryDatabase("a baseline's window", (open) => {
  it("ends where it was asked to, without the weeks that triggered the start, also once frozen and unfrozen", async () => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 30);
    const leftOut = ["2026-W10", "2026-W09"];
    const wanted = { seriesId, interventionStart, from: "2025-W50", to: "2026-W12", leftOut };
    const draft = await draftBaseline(ctx, wanted);
    const kept = listPeriods("2025-W50", "2026-W12").length - 2;
    const window = {
      preFrom: "2025-W50",
      preTo: "2026-W12",
      prePeriods: kept,
      leftOut: ["2026-W09", "2026-W10"],
    };
    expect(draft).toMatchObject({ ...window, windowTo: "2026-W12" });
    expect(draft.reasons.join(" ")).toContain(
      "2 periods before the start are left out because what they showed triggered the start",
    );
    // A week after the window disturbs nothing, though it comes before the start.
    const snapshots = [{ seriesId, period: "2026-W13", numerator: "7", denominator: "400" }];
    await logSnapshots(ctx, { snapshots, source: "shop system" });
    const frozen = await freezeBaseline(colleague(ctx), draft);
    expect(frozen).toMatchObject({ ...window, status: "frozen", correctedSince: [] });
    const { version, baselineId } = frozen;
    const redraft = await unfreezeBaseline(ctx, { baselineId, version, reason: "Another look" });
    expect(redraft).toMatchObject({
      ...window,
      windowTo: "2026-W12",
      status: "draft",
      redraftOf: baselineId,
    });
  });

  it("follows a trend that was declared before the start, and says why not where it was declared after", async () => {
    const ctx = at(await openLedger(open), "2026-04-14T12:00:00.000Z");
    const seriesId = await makeSeriesWithHistory(ctx, 30);
    // On the Tuesday of week 16 week 14 is ripe; the initiative begins a week later.
    const early = await draftBaseline(ctx, {
      seriesId,
      interventionStart: "2026-W17",
      to: "2026-W14",
      declareTrend: true,
    });
    expect(early).toMatchObject({ design: "composed", trendDeclaredOn: "2026-04-14" });
    const late = await draftBaseline(ctx, { seriesId, interventionStart, declareTrend: true });
    expect(late).toMatchObject({ design: "flat", trendDeclaredOn: "2026-04-14" });
    expect(late.reasons.join(" ")).toContain("only where it was declared before the start on 2026-04-06");
    // Frozen weeks later it still counts as declared on its day.
    const frozen = await freezeBaseline(colleague(at(ctx, "2026-05-20T12:00:00.000Z")), early);
    expect(frozen).toMatchObject({ design: "composed", status: "frozen", trendDeclaredOn: "2026-04-14" });
  });

  it.each([
    ["to", { to: "2026-W15" }],
    ["to", { from: "2026-W10", to: "2026-W09" }],
    ["leftOut", { leftOut: ["2026-W15"] }],
    ["leftOut", { from: "2026-W05", leftOut: ["2026-W04"] }],
    ["leftOut", { leftOut: ["2026-02"] }],
  ])("refuses what is no window before the start, naming %s", async (field, wrong) => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 12);
    await expect(draftBaseline(ctx, { seriesId, interventionStart, ...wrong })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field }],
    });
  });
});

describeOnEveryDatabase("previewBaseline", (open) => {
  it("shows to the digit what the same baseline comes to once it is frozen, and writes nothing", async () => {
    const ctx = await openLedger(open);
    const { benefitId, initiativeId, seriesId } = await makeValuedInitiative(ctx);
    const entries = await listAuditEntries(ctx, { limit: 1 });
    const window = { interventionStart, from: addPeriods(interventionStart, -20), to: "2026-W13" };
    const shown = await previewBaseline(ctx, { benefitId, ...window, leftOut: "2026-W10,2026-W11" });
    expect((await listAuditEntries(ctx, { limit: 1 })).rows).toEqual(entries.rows);
    expect(shown).toMatchObject({ prePeriods: 17, leftOut: ["2026-W10", "2026-W11"], rung: "short" });

    const asOf = secondAfter(ctx);
    const before = await evaluateInitiative(ctx, { initiativeId, asOf });
    const { asOf: _, ...presentFigure } = shown.present.measuredValue ?? { asOf: "" };
    expect(before.benefits[0]?.measuredValue).toMatchObject(presentFigure);

    const later = at(ctx, asOf);
    const leftOut = ["2026-W10", "2026-W11"];
    const draft = await draftBaseline(later, { seriesId, ...window, leftOut });
    const { baselineId } = await freezeBaseline(colleague(later), draft);
    const [benefit] = (await evaluateInitiative(later, { initiativeId })).benefits;
    if (benefit?.baseline?.baselineId !== baselineId) {
      const version = benefit?.benefitVersion ?? 0;
      await changeBenefit(later, { benefitId, version, baselineId });
    }
    const [after] = (await evaluateInitiative(later, { initiativeId })).benefits;
    for (const figure of [
      "points",
      "incrementalUnits",
      "expectedRatio",
      "grade",
      "gradeReasons",
      "findings",
    ] as const) {
      expect([figure, shown.proposed[figure]]).toEqual([figure, after?.[figure]]);
    }
    expect(shown.proposed.measuredValue?.value).toBe(after?.measuredValue?.value);
    expect(shown.proposed.measuredValue?.value).not.toBe(shown.present.measuredValue?.value);
  });

  it("asks about a bad spell before the start", async () => {
    const ctx = await openLedger(open);
    const { benefitId, seriesId } = await makeValuedInitiative(ctx);
    expect(await previewBaseline(ctx, { benefitId, interventionStart })).toMatchObject({ suspicion: null });
    const snapshots = listPeriods("2026-W11", "2026-W14").map((period) => {
      return { seriesId, period, numerator: "5", denominator: "400" };
    });
    await logSnapshots(at(ctx, secondAfter(ctx)), { snapshots, source: "shop system" });
    const shown = await previewBaseline(at(ctx, "2026-06-24T12:01:00.000Z"), {
      benefitId,
      interventionStart,
    });
    expect(shown.suspicion).toMatchObject({ from: "2026-W11", to: "2026-W14" });
  });
});

describe("whatWouldRaise", () => {
  const clean = {
    grade: "D" as const,
    contaminated: false,
    prePeriods: 20,
    periodType: "week" as const,
    placebo: null,
  };
  it("counts what is missing for the next grade, and ends with the hold-out", () => {
    expect(whatWouldRaise(clean)).toMatchObject(
      [/^14 weeks more/, /hold-out/].map((text) => expect.stringMatching(text)),
    );
    expect(whatWouldRaise({ ...clean, prePeriods: 2 })[0]).toMatch(
      /^1 week more from before the start would give a likely/,
    );
    expect(whatWouldRaise({ ...clean, contaminated: true })).toHaveLength(3);
  });
  it("asks for nothing where it was tested, and for no more history where that is used", () => {
    expect(whatWouldRaise({ ...clean, grade: "A" })).toEqual([]);
    expect(whatWouldRaise({ ...clean, grade: "C", prePeriods: 60 })).toHaveLength(1);
  });
});
