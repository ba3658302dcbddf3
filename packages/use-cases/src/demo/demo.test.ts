import type { Portfolio } from "@liftledger/contracts/portfolio";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { listOrganisations } from "@liftledger/database/organisations";
import { sumDecimals } from "@liftledger/numerics/decimal";
import { expect, it } from "vitest";
import { CaseActualsQuery } from "@liftledger/contracts/case-actuals";
import { getAdoption } from "../adoption/get-adoption.ts";
import { getCaseActuals } from "../business-cases/get-case-actuals.ts";
import { getFindings } from "../findings/get-findings.ts";
import { listAnnotations } from "../annotations/list-annotations.ts";
import { listApprovals } from "../approvals/list-approvals.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { listAlerts } from "../alerts/list-alerts.ts";
import { listCandidates } from "../candidates/list-candidates.ts";
import { getSeriesClaims } from "../claims/get-series-claims.ts";
import { listInitiatives } from "../initiatives/list-initiatives.ts";
import { listLearnings } from "../learnings/list-learnings.ts";
import { getRoadmap } from "../roadmap/get-roadmap.ts";
import { listTools } from "../tools/list-tools.ts";
import { listValuePools } from "../value-pools/list-value-pools.ts";
import { getWorkflow } from "../workflow/get-workflow.ts";
import { listCases } from "../business-cases/list-cases.ts";
import { listBenchmarkSets } from "../benchmarks/list-benchmark-sets.ts";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { listCostShares } from "../cost-pools/list-cost-shares.ts";
import { listDataAssets } from "../data-assets/list-data-assets.ts";
import { getGateReview } from "../gates/get-gate-review.ts";
import { listHoldOuts } from "../hold-outs/list-hold-outs.ts";
import { listKillRules } from "../kill-rules/list-kill-rules.ts";
import { checkLedger } from "../maintenance/check-ledger.ts";
import { listSourceComparisons } from "../sources/list-source-comparisons.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { createDemo } from "./create-demo.ts";
import { deleteDemo, demoOrganisationId } from "./delete-demo.ts";

const inDemo = (ctx: Context): Context => ({ ...ctx, organisationId: demoOrganisationId });
/** What a portfolio tells, but for the instant it is known as of, which every change moves. */
const toldOf = ({ asOf, ...portfolio }: Portfolio): string =>
  JSON.stringify(portfolio).replaceAll(asOf, "then");
const statusesOf = async (ctx: Context) =>
  (await getPortfolio(inDemo(ctx), {})).rows.map(({ verdict }) => verdict.status);

describeOnEveryDatabase("createDemo", (open, kind) => {
  it("makes a living portfolio whose headline is the sum of its rows, deletes it without a trace, and makes the same again", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    const own = toldOf(await getPortfolio(ctx, {}));
    const made = await createDemo(ctx);
    expect(made).toMatchObject({ kind: "demo", initiatives: 15 });
    const { rows, figures, counts, isDemo, toDate } = await getPortfolio(inDemo(ctx), {});
    expect([isDemo, rows.length, counts.tooEarly]).toEqual([true, 15, 2]);
    expect(rows.filter(({ status }) => status === "candidate")).toHaveLength(3);
    const statuses = new Set(rows.map(({ verdict }) => verdict.status));
    for (const status of ["on-track", "watch", "below", "losing-money", "too-early", "not-judged"] as const) {
      expect(statuses).toContain(status);
    }
    const judged = rows.filter(({ verdict }) => verdict.probabilities !== null);
    expect(counts.judged).toBe(judged.length);
    for (const key of ["realisedValue", "cost"] as const) {
      expect(figures[key].value).toBe(sumDecimals(judged.map((row) => row[key].value ?? "")));
    }
    expect(toDate.at(-1)?.value).toBe(figures.realisedValue.value);
    await expect(createDemo(ctx)).rejects.toMatchObject({ kind: "conflict" });
    expect(toldOf(await getPortfolio(ctx, {}))).toBe(own);
    const page = await evaluateInitiative(inDemo(ctx), { initiativeId: rows[0]?.initiativeId ?? "" });
    expect(page.toDate.every(({ lastDay }) => lastDay <= ctx.today)).toBe(true);
    expect(page.initiative.createdAt < ctx.now).toBe(true);

    expect(await deleteDemo(ctx)).toEqual({ deleted: true });
    expect(await deleteDemo(ctx)).toEqual({ deleted: false });
    expect((await listOrganisations(ctx.db.read)).map((row) => row.organisationId)).toEqual(["default"]);
    expect(toldOf(await getPortfolio(ctx, {}))).toBe(own);

    // What follows is arithmetic over dates and seeds, the same on any database: once is enough.
    if (kind === "postgres") return;
    await createDemo(ctx);
    expect(await statusesOf(ctx)).toEqual(rows.map(({ verdict }) => verdict.status));
  });

  it("is for an admin", async () => {
    const ctx = await openLedger(open);
    const viewer: Context = { ...ctx, actor: { ...ctx.actor, role: "finance" } };
    await expect(createDemo(viewer)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(deleteDemo(viewer)).rejects.toMatchObject({ kind: "forbidden" });
  });

  if (kind === "postgres") return;

  it("fills the pages of what stands beside: a hold-out, notes, a hurdle, a shared cost, two sources, approvals, a gate", async () => {
    const ctx = await openLedger(open);
    await createDemo(ctx);
    const demo = inDemo(ctx);
    const all = { limit: 100 };
    const { rows: holdOuts } = await listHoldOuts(demo, all);
    expect(holdOuts.map(({ result }) => result?.grade)).toEqual(["A"]);
    const tested = (await getPortfolio(demo, {})).rows.filter(({ grade }) => grade === "A");
    expect(tested.map(({ name, verdict }) => [name, verdict.status])).toEqual([
      ["Service chat assistant", "above"],
    ]);
    expect((await listAnnotations(demo, all)).rows).toHaveLength(2);
    expect((await listBenchmarkSets(demo)).rows).toMatchObject([{ name: "Board hurdle" }]);
    const shares = (await listCostShares(demo, { limit: 4 })).rows;
    expect(shares.map(({ initiative }) => initiative)).toContain("Checkout personalisation");
    expect((await listSourceComparisons(demo, all)).rows).toHaveLength(4);
    const { rows: waiting } = await listApprovals(demo, all);
    expect(waiting.map(({ kind, decision }) => [kind, decision])).toEqual([
      ["business-case", "yours"],
      ["gate-review", "yours"],
      ["baseline", "yours"],
      ["assumptions", "yours"],
    ]);
    const asked = waiting.find(({ kind }) => kind === "gate-review")?.objectId ?? "";
    const { reviewId, refusals, pack } = await getGateReview(demo, { reviewId: asked });
    expect([reviewId, pack?.into]).toEqual([asked, "scale"]);
    // It cannot be signed as it is: the page shows what stands in the way.
    expect(refusals).not.toEqual([]);
    expect((await listKillRules(demo, all)).rows).toMatchObject([
      { initiative: "Service chat assistant", phase: "scale", result: "other-phase" },
    ]);
    const cases = (await listCases(demo, { sort: "name", limit: 5 })).rows;
    expect(cases.map(({ approvedNumber, latestStatus }) => [approvedNumber, latestStatus])).toEqual([
      [1, "submitted"],
      [1, "approved"],
    ]);
    const baselineId = waiting.find(({ kind }) => kind === "baseline")?.objectId ?? "";
    expect(await freezeBaseline(demo, { baselineId })).toMatchObject({ status: "frozen" });
    expect((await checkLedger(ctx.db)).faults).toEqual([]);
  });

  it("shows a comparison, shared money, a map of the work, tools with their cost, a roadmap and ideas", async () => {
    const ctx = await openLedger(open);
    await createDemo(ctx);
    const demo = inDemo(ctx);
    const all = { limit: 100 };
    const { rows } = await listInitiatives(demo, all);
    const idOf = (name: string) => rows.find((one) => one.name === name)?.initiativeId ?? "";
    const chat = await evaluateInitiative(demo, { initiativeId: idOf("Service chat assistant") });
    const compared = chat.benefits.find(({ controls }) => controls.length > 0);
    expect([compared?.kpi.name, compared?.grade, compared?.controls.map(({ name }) => name)]).toEqual([
      "Complaint rate",
      "B",
      ["Complaint rate (Stores)"],
    ]);

    const [pool] = (await listValuePools(demo, all)).rows;
    expect(pool?.series).toHaveLength(2);
    const { stretches } = await getSeriesClaims(demo, { seriesId: pool?.series[0]?.seriesId ?? "" });
    expect(stretches.at(-1)).toMatchObject({
      held: [{ initiative: "Checkout personalisation" }, { initiative: "Product recommendations" }],
      claimed: "0.8",
      unclaimed: "0.2",
    });
    const workflow = await getWorkflow(demo, { initiativeId: idOf("Localisation engine") });
    expect([workflow.before.steps.length, workflow.after.steps.length]).toEqual([6, 4]);
    const tools = (await listTools(demo, all)).rows;
    expect(tools.map(({ costLineIds, spend }) => costLineIds.length > 0 && Number(spend.amount) > 0)).toEqual(
      [true, true, true],
    );
    const inventory = (await listDataAssets(demo, all)).rows;
    expect(inventory.map(({ name, gaps }) => [name, gaps.length])).toEqual([
      ["Chats with customers", 2],
      ["Orders of the web shop", 0],
      ["Recordings of calls", 5],
    ]);
    const roadmap = await getRoadmap(demo, { initiativeId: idOf("Service chat assistant") });
    expect([roadmap.done, roadmap.late.length]).toEqual([1, 1]);
    const ideas = (await listCandidates(demo, all)).rows;
    expect(ideas.map(({ place, reasons }) => [place, reasons.length])).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
    ]);
    expect((await listLearnings(demo, all)).rows).toHaveLength(1);
    // Nobody is asked for the cost of what is not begun.
    const { rows: alerts } = await listAlerts(demo, { ...all, state: "open" });
    expect(alerts.filter(({ rule }) => rule === "late-cost").map(({ initiative }) => initiative)).toEqual([
      "Search refresh pipeline",
    ]);
    expect(alerts.filter(({ rule }) => rule === "roadmap-late")).toHaveLength(1);
  });

  it("shows adoption that is flat and below what the approved case assumes, told apart in its plan against actual", async () => {
    const ctx = await openLedger(open);
    await createDemo(ctx);
    const demo = inDemo(ctx);
    const { rows } = await listInitiatives(demo, { limit: 100 });
    const initiativeId = rows.find(({ name }) => name === "Checkout personalisation")?.initiativeId ?? "";
    const { now, before, assumed, sameAsCase } = await getAdoption(demo, { initiativeId });
    expect(sameAsCase).toBe(true);
    expect(assumed?.lines.map(({ line, share }) => [line, share])).toEqual([
      ["More orders in the web shop", "0.8"],
    ]);
    expect(now?.share).toBeCloseTo(0.62, 2);
    expect(before?.share).toBeCloseTo(0.62, 2);
    const { findings } = await getFindings(demo, { initiativeId });
    const adoption = findings.flatMap(({ signals }) => signals).filter(({ key }) => key === "adoption");
    expect(adoption.map(({ text }) => text)).toEqual([
      "Adoption did not rise: 62% use it, slightly fewer than four weeks before (our rule).",
    ]);
    const query = CaseActualsQuery.parse({});
    const place = { caseId: assumed?.caseId ?? "", number: 1 };
    const { comparison } = await getCaseActuals(demo, { ...place, ...query });
    const bars = comparison.kind === "no-comparison" ? [] : comparison.toDate.bars;
    expect(bars.map(({ cause }) => cause)).toEqual(expect.arrayContaining(["lift", "adoption"]));
  });

  it.each(["2026-07-01T00:10:00.000Z", "2026-08-31T08:00:00.000Z", "2026-12-28T23:50:00.000Z"])(
    "is whole when it is made at %s: two too early, and costs missing in one place only",
    async (now) => {
      const ctx = at(await openLedger(open), now);
      await createDemo(ctx);
      const { rows } = await getPortfolio(inDemo(ctx), {});
      const begun = rows.filter(({ status }) => status !== "candidate");
      const first = begun.map(({ verdict }) => verdict.missing[0]?.rule).filter((rule) => rule !== undefined);
      expect(first.toSorted()).toEqual(["cost-coverage", "no-frozen-baseline", "too-early", "too-early"]);
    },
  );
});
