import { CaseActualsQuery } from "@liftledger/contracts/case-actuals";
import { NewBusinessCase } from "@liftledger/contracts/business-case";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { addDays } from "@liftledger/kpis/iso-date";
import { addPeriods, firstDay, listPeriods } from "@liftledger/kpis/period";
import { sumDecimals } from "@liftledger/numerics/decimal";
import { expect, it } from "vitest";
import { getCaseActuals } from "../business-cases/get-case-actuals.ts";
import { approveCaseVersion } from "../business-cases/approve-case-version.ts";
import { createCase } from "../business-cases/create-case.ts";
import { submitCaseVersion } from "../business-cases/submit-case-version.ts";
import type { Context } from "../context.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { getFindings } from "../findings/get-findings.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { declareKillRule } from "../kill-rules/declare-kill-rule.ts";
import { listKillRules } from "../kill-rules/list-kill-rules.ts";
import { createSeries } from "../series/create-series.ts";
import { retireSeries } from "../series/retire-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { exampleCasePlan } from "../testing/example-case.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { at, colleague, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { getAdoption } from "./get-adoption.ts";
import { listAdoptionVersions } from "./list-adoption-versions.ts";
import { setAdoption } from "./set-adoption.ts";

/** A series of who uses the tool, named for an initiative. */
async function nameSeries(ctx: Context, initiativeId: string): Promise<string> {
  const { seriesId } = await createSeries(ctx, { kpiKey: "tool-adoption", scope: "Sales" });
  await setAdoption(ctx, { initiativeId, version: 0, seriesId, sameAsCase: false });
  return seriesId;
}

/** Logs weeks in a row from one on: so many of a hundred people. */
function logUsers(ctx: Context, seriesId: string, from: string, users: readonly number[]) {
  const snapshots = users.map((count, place) => ({
    seriesId,
    period: addPeriods(from, place),
    numerator: String(count),
    denominator: "100",
  }));
  return logSnapshots(ctx, { snapshots, source: "rollout log" });
}

describeOnEveryDatabase("adoption", (open) => {
  it("is told by a series that is named version by version, known as it was known", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    expect(await getAdoption(ctx, { initiativeId })).toMatchObject({
      series: null,
      version: 0,
      figure: null,
      now: null,
      assumed: null,
    });
    const { seriesId } = await createSeries(ctx, { kpiKey: "tool-adoption", scope: "Sales" });
    const first = await setAdoption(ctx, { initiativeId, version: 0, seriesId, sameAsCase: false });
    expect(first).toMatchObject({
      series: { seriesId, kpiKey: "tool-adoption", name: "Tool adoption (Sales)" },
      version: 1,
      recordedBy: "Local administrator",
      figure: { value: null, reason: "No week of it is logged yet." },
    });
    await expect(setAdoption(ctx, { initiativeId, version: 0, seriesId, sameAsCase: false })).rejects.toThrow(
      LostUpdateError,
    );
    const later = at(ctx, "2026-06-25T09:00:00.000Z");
    expect(
      await setAdoption(later, { initiativeId, version: 1, seriesId: null, sameAsCase: false }),
    ).toMatchObject({
      series: null,
      version: 2,
      figure: null,
    });
    const versions = await listAdoptionVersions(ctx, { initiativeId, limit: 5 });
    expect(versions).toEqual({
      rows: [
        {
          initiativeId,
          version: 2,
          series: null,
          sameAsCase: false,
          recordedAt: later.now,
          recordedBy: "Local administrator",
        },
        {
          initiativeId,
          version: 1,
          series: first.series,
          sameAsCase: false,
          recordedAt: first.recordedAt,
          recordedBy: "Local administrator",
        },
      ],
      nextCursor: null,
    });
    expect((await listAdoptionVersions(ctx, { initiativeId, limit: 1, sort: "version" })).rows).toEqual([
      versions.rows[1],
    ]);
    await expect(listAdoptionVersions(ctx, { initiativeId: "nothing", limit: 5 })).rejects.toThrow(
      NotFoundError,
    );
    const asOf = first.recordedAt ?? "";
    expect((await getAdoption(at(ctx, secondAfter(later)), { initiativeId, asOf })).series).toEqual(
      first.series,
    );
  });

  it("is told by a weekly share of one thing only, that is there and logged", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const name = (seriesId: string) =>
      setAdoption(ctx, { initiativeId, version: 0, seriesId, sameAsCase: false });
    const conversions = await makeSeriesWithHistory(ctx, 0);
    await expect(name(conversions)).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "seriesId", seen: conversions }],
    });
    await expect(name("nothing")).rejects.toMatchObject({ kind: "invalid-request" });
    const { seriesId, version } = await createSeries(ctx, { kpiKey: "tool-adoption", scope: "Sales" });
    await retireSeries(ctx, { seriesId, version, reason: "Counted otherwise now" });
    await expect(name(seriesId)).rejects.toMatchObject({ kind: "retired" });
  });

  it("keeps its series from being retired while the initiative is under way", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const seriesId = await nameSeries(ctx, initiativeId);
    const later = at(ctx, secondAfter(ctx));
    const retire = { seriesId, version: 1, reason: "Nobody logs it" };
    await expect(retireSeries(later, retire)).rejects.toMatchObject({
      kind: "in-use",
      message:
        "Tool adoption (Sales) is in use by Lead scoring: it tells their adoption: name another series for that first.",
    });
    await setAdoption(later, { initiativeId, version: 1, seriesId: null, sameAsCase: false });
    await expect(retireSeries(at(later, secondAfter(later)), retire)).resolves.toMatchObject({ seriesId });
  });

  it("is people over people in the last four weeks, explained down to the rows and as it was known", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const seriesId = await nameSeries(ctx, initiativeId);
    const now = at(ctx, "2026-07-06T09:00:00.000Z");
    await logUsers(now, seriesId, "2026-W20", [10, 12, 14, 16, 20, 24, 28, 32]);
    const then = secondAfter(now);
    const adoption = await getAdoption(at(now, then), { initiativeId });
    expect(adoption).toMatchObject({
      now: { from: "2026-W24", to: "2026-W27", weeks: 4, share: 0.26 },
      before: { from: "2026-W20", to: "2026-W23", weeks: 4, share: 0.13 },
      figure: { figureId: `initiative/${initiativeId}/adoption`, value: "0.26" },
    });
    expect(adoption.weeks).toHaveLength(8);
    const figureId = adoption.figure?.figureId ?? "";
    const explained = await explainFigure(at(now, then), { figureId });
    expect(explained.figure).toMatchObject({ value: "0.26", until: "2026-07-06" });
    expect(explained.tree.inputs[0]?.inputs.map(({ value, source }) => [value, source?.period])).toEqual([
      ["20", "2026-W24"],
      ["24", "2026-W25"],
      ["28", "2026-W26"],
      ["32", "2026-W27"],
    ]);
    expect(explained.tree.inputs[0]?.inputs[0]?.source).toMatchObject({ seriesId, revision: 1 });
    const year = at(ctx, "2027-07-06T09:00:00.000Z");
    await logUsers(year, seriesId, "2026-W27", [99]);
    const address = { asOf: then, until: "2026-07-06" };
    expect(await getAdoption(year, { initiativeId, ...address })).toEqual({ ...adoption, asOf: then });
    const again = await explainFigure(year, { figureId, ...address });
    expect(again.tree).toEqual(explained.tree);
    const corrected = await explainFigure(at(year, secondAfter(year)), { figureId, until: "2026-07-06" });
    expect(corrected.figure.value).toBe("0.4275");
  });

  it("is found flat in the week in which it is, and clears with the week in which it grows", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const seriesId = await nameSeries(ctx, initiativeId);
    // W34: 30.5% against 30%, a sixtieth more. W35: 31.5% against 30%, a twentieth more.
    const users = [30, 30, 30, 30, 30, 30, 31, 31, 34, 40];
    const weeks = listPeriods("2026-W27", addPeriods("2026-W27", users.length - 1));
    const found: Record<string, string> = {};
    const notKnown: Record<string, string | undefined> = {};
    for (const [place, week] of weeks.entries()) {
      // On the Monday after the week it is logged, and looked at an hour later.
      const monday = addDays(firstDay(week), 7);
      await logUsers(at(ctx, `${monday}T08:00:00.000Z`), seriesId, week, users.slice(place, place + 1));
      const { findings, notKnown: unknown } = await getFindings(at(ctx, `${monday}T09:00:00.000Z`), {
        initiativeId,
      });
      for (const { signals } of findings)
        for (const { key, text } of signals) if (key === "adoption") found[monday] = text;
      notKnown[monday] = unknown.find((text) => text.includes("doption"));
    }
    expect(found).toEqual({
      "2026-08-24": "Adoption is flat: 31% use it, 30% did four weeks before (our rule).",
    });
    expect(notKnown).toMatchObject({
      "2026-07-06": "Adoption is not judged before eight weeks of it are logged.",
      "2026-08-24": undefined,
      "2026-09-07": undefined,
    });
    // Four weeks without a number nobody knows how it is.
    const late = await getFindings(at(ctx, "2026-10-05T09:00:00.000Z"), { initiativeId });
    expect(late.notKnown).toContain(
      "Adoption is not judged. It was last logged for 2026-W36: too long ago to say how it is.",
    );
  });

  it("is what a kill rule on it stands by", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const rule = { measure: "adoption", when: "under", limit: "0.5", afterMonths: 0 } as const;
    await declareKillRule(ctx, { initiativeId, phase: "scale", ...rule });
    const phase = { phase: "scale", enteredOn: ctx.today, withoutGate: "Of the test" } as const;
    const { version } = await getInitiative(ctx, { initiativeId });
    await changeInitiative(ctx, { initiativeId, version, phase });
    const seriesId = await nameSeries(ctx, initiativeId);
    const standing = async (now: string) => {
      const [found] = (await listKillRules(at(ctx, now), { limit: 5 })).rows;
      return [found?.result, found?.text];
    };
    expect(await standing("2026-06-24T13:00:00.000Z")).toEqual(["unknown", "Not known: adoption."]);
    await logUsers(at(ctx, "2026-07-06T08:00:00.000Z"), seriesId, "2026-W27", [40]);
    expect(await standing("2026-07-06T09:00:00.000Z")).toEqual([
      "met",
      "Met: adoption under 50% (it is 40%), declared on 2026-06-24 by Local administrator. Stop it, or say at the gate why not.",
    ]);
    await logUsers(at(ctx, "2026-07-13T08:00:00.000Z"), seriesId, "2026-W28", [60]);
    expect((await standing("2026-07-13T09:00:00.000Z"))[0]).toBe("not-met");
    expect((await standing("2026-09-01T09:00:00.000Z"))[0]).toBe("unknown");
  });

  it("stands beside what the approved case assumes, and apart in the plan against actual", async () => {
    const ctx = await openLedger(open);
    const made = await makeValuedInitiative(ctx);
    const { initiativeId } = made;
    const plan = exampleCasePlan();
    const [orders] = plan.benefits;
    if (orders === undefined || orders.value.kind !== "factors") throw new Error("the example has factors");
    const constant = (value: string) => [{ from: 0, value }];
    const value = {
      ...orders.value,
      lift: constant("0.02"),
      volume: constant("1600"),
      adoption: constant("0.5"),
    };
    const wanted = NewBusinessCase.parse({
      initiativeId,
      name: "Scored leads",
      plan: {
        ...plan,
        start: "2026-04",
        period: "month",
        horizon: 12,
        benefits: [{ ...orders, benefitId: made.benefitId, value }],
      },
    });
    const { caseId, version } = await createCase(ctx, wanted);
    const place = { caseId, number: 1 };
    const causes = async (now: Context) => {
      const { comparison } = await getCaseActuals(now, { ...place, ...CaseActualsQuery.parse({}) });
      if (comparison.kind === "no-comparison") throw new Error(comparison.reason);
      const { plan: planned, actual, bars } = comparison.toDate;
      expect(sumDecimals([planned, ...bars.map(({ amount }) => amount)])).toBe(sumDecimals([actual]));
      return { causes: bars.map(({ cause }) => cause), actual };
    };
    const before = await causes(ctx);
    expect(before.causes).not.toContain("adoption");
    const seriesId = await nameSeries(ctx, initiativeId);
    // Every day of April and May: the weeks 14 to 22.
    await logUsers(ctx, seriesId, "2026-W14", [20, 20, 20, 20, 25, 25, 25, 25, 25]);
    const meanwhile = at(ctx, secondAfter(ctx));
    // Nobody has said yet that the case means the same by it.
    expect((await causes(meanwhile)).causes).not.toContain("adoption");
    await setAdoption(meanwhile, { initiativeId, version: 1, seriesId, sameAsCase: true });
    const later = at(ctx, secondAfter(meanwhile));
    const after = await causes(later);
    expect(after.causes).toEqual(expect.arrayContaining(["lift", "adoption"]));
    expect(after.actual).toBe(before.actual);
    expect((await getAdoption(later, { initiativeId })).assumed).toBeNull();
    const { version: submitted } = await submitCaseVersion(later, { ...place, version });
    const approver = { ...colleague(later), now: secondAfter(later) };
    await approveCaseVersion(approver, { ...place, version: submitted, comment: "" });
    const approved = at(ctx, secondAfter(approver));
    expect((await getAdoption(approved, { initiativeId })).assumed).toEqual({
      caseId,
      caseNumber: 1,
      name: "Scored leads",
      lines: [{ lineId: orders.id, line: "More orders", share: "0.5", source: expect.any(String) }],
    });
    expect((await getAdoption(approved, { initiativeId, asOf: ctx.now })).assumed).toBeNull();
  });
});
