import { SetCandidateEstimate } from "@liftledger/contracts/candidate";
import { examples } from "@liftledger/contracts/examples";
import { ToolFields } from "@liftledger/contracts/tool";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { answerReadiness } from "../readiness/answer-readiness.ts";
import { exampleInitiative, makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { changeTool } from "../tools/change-tool.ts";
import { createTool } from "../tools/create-tool.ts";
import { getCandidateEstimate } from "./get-candidate-estimate.ts";
import { getFocusWarnings } from "./get-focus-warnings.ts";
import { listCandidates } from "./list-candidates.ts";
import { setCandidateEstimate } from "./set-candidate-estimate.ts";

const nothing = { effortWeeks: null, statedValue: null, seriesId: null, unitWorth: null };

function makeIdea(ctx: Context, name: string, differences: object = {}) {
  return createInitiative(ctx, {
    ...exampleInitiative,
    name,
    status: "candidate",
    phase: "foundation",
    ...differences,
  });
}

describeOnEveryDatabase("candidates", (open) => {
  it("are ranked by what their sentence comes to in a year, and say how that is known", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeIdea(ctx, "Next best offer");
    const { initiativeId: vague } = await makeIdea(ctx, "Agents");
    await makeInitiative(ctx);
    const seriesId = await makeSeriesWithHistory(ctx, 30);
    const unitWorth = { amount: "50", source: "Finance, May" };
    await setCandidateEstimate(ctx, { initiativeId, version: 0, ...nothing, effortWeeks: "8", unitWorth });
    const { rows } = await listCandidates(ctx, { limit: 9 });
    // By hand: 30 weeks that begin with 20, 21, … 24 and again are 22 a week on average, 1,144 a year; 15% of it are
    // 171.6 more, at 50 each 8,580.00. A KPI that carries money, logged, 3 and 26 weeks: 4 of 5. Nothing is ready:
    // 8,580 × 4/5 × (0.1/1.1) / 8 = 78.
    expect(rows.map(({ name, place, priority }) => [name, place, priority])).toEqual([
      ["Next best offer", 1, "78"],
      ["Agents", null, null],
    ]);
    expect(rows[0]).toMatchObject({
      expectedValue: { amount: "8580", currency: "EUR", kind: "sentence" },
      measurability: 4,
      readiness: "0",
      isAmongTheFew: true,
    });
    expect(rows[0]?.reasons[0]?.reason).toBe(
      "15% of 1,144 conversions a year, as the last 30 weeks of Shop went, each worth €50.00 (Finance, May); if all of it comes and is its doing.",
    );
    expect(rows[1]).toMatchObject({
      initiativeId: vague,
      missing: ["the expected value of its sentence", "the effort"],
    });
    expect(rows[1]?.reasons[0]?.reason).toContain("Nobody has said yet what a unit is worth.");

    const stated = { amount: "20000", source: "The vendor's offer" };
    await setCandidateEstimate(ctx, {
      initiativeId: vague,
      version: 0,
      ...nothing,
      seriesId,
      effortWeeks: "4",
      statedValue: stated,
    });
    const evidence = [{ kind: "file" as const, reference: "map.pdf" }];
    await answerReadiness(ctx, { initiativeId, question: "workflow", score: 5, evidence });
    const now = at(ctx, secondAfter(ctx));
    const again = (await listCandidates(now, { limit: 9 })).rows;
    expect(again.map(({ name, readiness }) => [name, readiness])).toEqual([
      ["Agents", "0"],
      ["Next best offer", "0.1"],
    ]);
    expect(again[0]?.reasons[0]?.reason).toBe("Stated: The vendor's offer.");
    const second = await listCandidates(now, {
      limit: 1,
      cursor: (await listCandidates(now, { limit: 1 })).nextCursor ?? "",
    });
    expect(second.rows.map(({ name }) => name)).toEqual(["Next best offer"]);
  });

  it("guess no series where several measure the KPI, and count one that nobody works on as a comparison", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeIdea(ctx, "Next best offer");
    const seriesId = await makeSeriesWithHistory(ctx, 5, "Town");
    await makeSeriesWithHistory(ctx, 5, "Country");
    const [open_] = (await listCandidates(ctx, { limit: 9 })).rows;
    expect(open_?.measurability).toBe(1);
    expect(open_?.reasons[0]?.reason).toContain("No series of its KPI is chosen");
    const unitWorth = { amount: "50", source: "Finance, May" };
    await setCandidateEstimate(ctx, { initiativeId, version: 0, ...nothing, seriesId, unitWorth });
    const [chosen] = (await listCandidates(ctx, { limit: 9 })).rows;
    // An outcome, logged, three weeks before, and the other series beside it; no 26 weeks.
    expect(chosen?.measurability).toBe(4);
    expect(chosen?.expectedValue?.amount).toBe("8580");
  });

  it("are estimated version by version, each from the one before, and only by what fits the sentence", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeIdea(ctx, "Next best offer");
    expect(await getCandidateEstimate(ctx, { initiativeId })).toMatchObject({
      version: 0,
      effortWeeks: null,
    });
    const estimate = { initiativeId, version: 0, ...nothing, effortWeeks: "2.5" };
    expect(await setCandidateEstimate(ctx, estimate)).toMatchObject({
      version: 1,
      recordedBy: "Local administrator",
    });
    await expect(setCandidateEstimate(ctx, estimate)).rejects.toThrow(LostUpdateError);
    expect(await getCandidateEstimate(ctx, { initiativeId })).toMatchObject({
      version: 1,
      effortWeeks: "2.5",
    });
    const wrong = { ...estimate, version: 1, seriesId: "none" };
    await expect(setCandidateEstimate(ctx, wrong)).rejects.toMatchObject({
      details: [{ field: "seriesId" }],
    });
    const negative = { ...estimate, version: 1, unitWorth: { amount: "-1", source: "?" } };
    await expect(setCandidateEstimate(ctx, negative)).rejects.toMatchObject({
      details: [{ field: "unitWorth.amount", seen: "-1" }],
    });
    await expect(setCandidateEstimate(ctx, { ...estimate, initiativeId: "none" })).rejects.toThrow(
      NotFoundError,
    );
    expect(SetCandidateEstimate.safeParse({ version: 0, ...nothing, effortWeeks: "0" }).success).toBe(false);
  });
});

describeOnEveryDatabase("focus warnings", (open) => {
  it("tell of a second pilot of a team before it begins, and of none that is not under way", async () => {
    const ctx = await openLedger(open);
    const { initiativeId: idea, version } = await makeIdea(ctx, "Next best offer");
    await makeInitiative(ctx);
    expect((await getFocusWarnings(ctx, {})).warnings).toEqual([]);
    const { warnings } = await getFocusWarnings(ctx, { starting: idea });
    expect(warnings).toMatchObject([
      { key: "pilotsPerTeam", team: "Growth", count: 2, limit: 1, isOfStarting: true },
    ]);
    expect(warnings[0]?.text).toContain("Next best offer");
    const withoutGate = "The board had decided before this was kept here.";
    const phase = { phase: "pilots" as const, enteredOn: ctx.today, withoutGate };
    await changeInitiative(ctx, { initiativeId: idea, version, status: "active", phase });
    expect((await getFocusWarnings(ctx, {})).warnings).toMatchObject([{ count: 2, isOfStarting: false }]);
    await expect(getFocusWarnings(ctx, { starting: "none" })).rejects.toThrow(NotFoundError);
  });

  it("tell of a tool that a team takes up beside its pilot, as long as it does, and not of the pilot's own", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, name } = await makeInitiative(ctx);
    const rollOut = { team: "Growth", since: ctx.today, until: ctx.today };
    const body = examples.createTool.body as object;
    const copilot = ToolFields.parse({ ...body, name: "Copilot", uses: [], rollOut });
    const { toolId, version } = await createTool(ctx, copilot);
    const warned = async (on: Context) => (await getFocusWarnings(on, {})).warnings;
    expect(await warned(ctx)).toEqual([
      {
        key: "pilotsPerTeam",
        team: "Growth",
        count: 2,
        limit: 1,
        initiativeIds: [initiativeId],
        text: expect.stringContaining(`: ${name} and Copilot.`),
        isOfStarting: false,
      },
    ]);
    // Neither before it begins nor after it has ended, and once where the pilot uses the tool.
    expect(await warned(at(ctx, "2026-06-23T12:00:00.000Z"))).toEqual([]);
    expect(await warned(at(ctx, "2026-06-25T12:00:00.000Z"))).toEqual([]);
    const uses = [{ initiativeId, useCase: "Scoring", systems: [] }];
    const changed = await changeTool(ctx, { toolId, version, ...copilot, uses });
    expect(changed.rollOut).toEqual(rollOut);
    expect(await warned(ctx)).toEqual([]);
    const nobody = { ...copilot, name: "Other", rollOut: { ...rollOut, team: "Nobody" } };
    await expect(createTool(ctx, nobody)).rejects.toMatchObject({
      details: [{ field: "rollOut.team", seen: "Nobody" }],
    });
    expect(
      ToolFields.safeParse({ ...body, rollOut: { ...rollOut, until: "2026-06-01" } }).error?.issues[0]?.path,
    ).toEqual(["rollOut", "until"]);
  });
});
