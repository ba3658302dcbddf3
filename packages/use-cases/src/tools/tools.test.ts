import { examples } from "@liftledger/contracts/examples";
import { ToolFields } from "@liftledger/contracts/tool";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { describe, expect, it } from "vitest";
import type { Context } from "../context.ts";
import { bookCostPool } from "../cost-pools/book-cost-pool.ts";
import { createCostPool } from "../cost-pools/create-cost-pool.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { addExchangeRates } from "../exchange-rates/add-exchange-rates.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeTool } from "./change-tool.ts";
import { createTool } from "./create-tool.ts";
import { getToolOverload } from "./get-tool-overload.ts";
import { listToolVersions } from "./list-tool-versions.ts";
import { listTools } from "./list-tools.ts";
import { restoreTool, retireTool } from "./retire-tool.ts";
import { sameSpelling } from "./same-spelling.ts";

const example = examples.createTool.body as object;
const toolOf = (differences: object = {}) => ToolFields.parse({ ...example, uses: [], ...differences });
const use = (initiativeId: string, useCase = "Lead scoring", systems: string[] = []) => ({
  initiativeId,
  useCase,
  systems,
});

async function lineOf(ctx: Context, initiativeId: string, cost: object): Promise<string> {
  const line = { category: "licences", month: "2026-05", amount: "100", currency: "EUR", kind: "actual" };
  const { rows } = await addCostLines(ctx, {
    initiativeId,
    costLines: [{ ...line, source: "invoice", ...cost } as never],
  });
  return rows[0]?.costLineId ?? "";
}

describe("sameSpelling", () => {
  it("keeps the first spelling of names that differ in case or spaces alone", () => {
    const spelled = sameSpelling();
    expect(["CRM", " crm", "C R M", "c r  m"].map(spelled)).toEqual(["CRM", "CRM", "C R M", "C R M"]);
  });
});

describeOnEveryDatabase("the register of tools", (open) => {
  it("keeps a tool in versions, each from the one before, under a name of its own", async () => {
    const ctx = await openLedger(open);
    const first = await createTool(ctx, toolOf());
    expect(first).toMatchObject({
      name: "Lead scorer",
      preVetted: { by: "Tom Reed" },
      spend: { amount: "0", currency: "EUR" },
      version: 1,
      retired: null,
    });
    const { toolId } = first;
    await expect(createTool(ctx, toolOf())).rejects.toMatchObject({ kind: "conflict" });
    const later = at(ctx, secondAfter(ctx));
    const anew = { toolId, version: 1, ...toolOf({ integration: "standalone" }) };
    expect(await changeTool(later, anew)).toMatchObject({ version: 2, integration: "standalone" });
    await expect(changeTool(later, anew)).rejects.toThrow(LostUpdateError);
    const now = at(later, secondAfter(later));
    const { rows: versions } = await listToolVersions(now, { toolId, limit: 9 });
    expect(versions).toMatchObject([
      { version: 2, integration: "standalone", recordedBy: "Local administrator" },
      {
        version: 1,
        integration: first.integration,
        preVetted: { by: "Tom Reed" },
        recordedAt: first.changedAt,
      },
    ]);
    await expect(listToolVersions(now, { toolId: "none", limit: 9 })).rejects.toThrow(NotFoundError);
    const seen = async (query: object) =>
      (await listTools(now, { limit: 9, ...query })).rows.map(({ version }) => version);
    expect(await seen({})).toEqual([2]);
    expect(await seen({ asOf: first.changedAt })).toEqual([1]);
    expect(await seen({ integration: "integrated" })).toEqual([]);
    await retireTool(now, { toolId, version: 2, reason: "The contract has ended" });
    expect(await seen({ retired: "false" })).toEqual([]);
    expect(await seen({ retired: "false", asOf: first.changedAt })).toEqual([1]);
    await expect(changeTool(now, { ...anew, version: 2 })).rejects.toMatchObject({ kind: "retired" });
    await expect(createTool(now, toolOf())).rejects.toMatchObject({ kind: "retired" });
    expect(await restoreTool(now, { toolId, version: 2 })).toMatchObject({ retired: null });
  });

  it("adds up what was spent to the cent: lines, another currency, shared costs, the month under way by day", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const rates = [{ from: "USD", date: "2026-05-29", rate: "0.9", source: "central bank" }];
    await addExchangeRates(ctx, { rates });
    const pool = { name: "Platform", category: "licences", driver: "equal", unit: "users" } as const;
    const { costPoolId } = await createCostPool(ctx, pool);
    const booked = { kind: "actual", source: "invoice", revision: 0 } as const;
    const quantities = [{ initiativeId, quantity: "1" }];
    const ofMay = { costPoolId, month: "2026-05", ...booked, amount: "60.05", quantities };
    await bookCostPool(ctx, ofMay);
    const costLineIds = [
      await lineOf(ctx, initiativeId, { amount: "100.10" }),
      await lineOf(ctx, initiativeId, { amount: "10.01", currency: "USD" }),
      await lineOf(ctx, initiativeId, { amount: "999", kind: "planned" }),
      await lineOf(ctx, initiativeId, { amount: "30", month: "2026-06" }),
    ];
    const wanted = toolOf({ uses: [use(initiativeId)], costLineIds, costPoolIds: [costPoolId] });
    const tool = await createTool(ctx, wanted);
    const now = at(ctx, secondAfter(ctx));
    // 100.10 + 10.01 × 0.9 = 9.009, rounded, + 24 of 30 days of 30 + 60.05
    const [row] = (await listTools(now, { limit: 9 })).rows;
    expect(row?.spend).toEqual({ amount: "193.16", currency: "EUR" });
    const [ofApril] = (await listTools(now, { limit: 9, until: "2026-04-30" })).rows;
    expect(ofApril?.spend.amount).toBe("0");
    const { figure, tree } = await explainFigure(now, { figureId: tool.figureId });
    expect(figure).toMatchObject({ value: "193.16", unit: "EUR" });
    expect(evaluateExplanation(tree)).toBe("193.16");
    expect(JSON.stringify(tree)).toContain("Platform: invoice, revision 1");
    await expect(explainFigure(now, { figureId: `tool/${tool.toolId}/none` })).rejects.toMatchObject({
      kind: "not-found",
    });
    await retractCostLine(now, { costLineId: costLineIds[0] ?? "" });
    const after = at(now, secondAfter(now));
    expect((await listTools(after, { limit: 9 })).rows[0]?.spend.amount).toBe("93.06");
    const asOf = tool.changedAt;
    expect((await listTools(after, { limit: 9, asOf })).rows[0]?.spend.amount).toBe("193.16");
    // What was its own and was taken back does not stand in the way of changing it.
    const anew = { toolId: tool.toolId, version: 1, ...wanted, name: "Renamed" };
    expect(await changeTool(after, anew)).toMatchObject({ spend: { amount: "93.06" } });
    const { rows } = await listCostLines(after, { initiativeId });
    expect(rows).toHaveLength(3);
  });

  it("refuses what is not there, and a cost that another tool has", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const costLineId = await lineOf(ctx, initiativeId, {});
    await createTool(ctx, toolOf({ costLineIds: [costLineId] }));
    const refused = (differences: object, detail: object) =>
      expect(createTool(ctx, toolOf({ name: "Another", ...differences }))).rejects.toMatchObject({
        kind: "invalid-request",
        details: [detail],
      });
    await refused({ uses: [use("none")] }, { field: "uses.0.initiativeId", seen: "none" });
    await refused({ costLineIds: ["none"] }, { field: "costLineIds.0", seen: "none" });
    await refused({ costPoolIds: ["none"] }, { field: "costPoolIds.0", seen: "none" });
    await refused(
      { costLineIds: [costLineId] },
      { field: "costLineIds.0", message: expect.stringContaining("Lead scorer's already") },
    );
    expect(ToolFields.safeParse({ ...example, costLineIds: [costLineId, costLineId] }).success).toBe(false);
  });

  it("tells where tools crowd and which systems are touched, of tools that stand and initiatives that go on", async () => {
    const ctx = await openLedger(open);
    const one = await makeValuedInitiative(ctx, "One");
    const other = await makeInitiative(ctx, "Other");
    await addBenefit(ctx, {
      initiativeId: other.initiativeId,
      seriesId: one.seriesId,
      assumptions: { attribution: "0.1" },
    });
    await createTool(ctx, toolOf({ uses: [use(one.initiativeId, "Lead scoring", ["CRM"])] }));
    const second = toolOf({
      name: "Second",
      vendor: "Ranker",
      integration: "standalone",
      uses: [use(other.initiativeId, "lead  scoring", ["crm", "Shop"])],
    });
    const { toolId } = await createTool(ctx, second);
    const found = await getToolOverload(ctx, {});
    expect(found.overloads).toMatchObject([
      { key: "initiativesPerSeries", count: 2, names: ["One", "Other"] },
      { key: "vendorsPerSeries", count: 2, names: ["Ranker", "Scorewell"] },
      { key: "initiativesPerUseCase", on: "Lead scoring", names: ["One", "Other"] },
      { key: "vendorsPerUseCase", on: "Lead scoring", names: ["Ranker", "Scorewell"] },
    ]);
    expect(found.systems).toMatchObject([
      { initiative: "One", systems: ["CRM"] },
      { initiative: "Other", systems: ["CRM", "Shop"] },
    ]);
    expect(found.tools).toEqual({ integrated: 1, standalone: 1, notKnown: 0 });
    expect(found.published).toMatchObject({ factor: "2.3", publisher: "Digital Applied" });
    await changeInitiative(ctx, { initiativeId: other.initiativeId, version: 1, status: "retired" });
    expect((await getToolOverload(ctx, {})).overloads).toEqual([]);
    await retireTool(ctx, { toolId, version: 1, reason: "Not used" });
    expect((await getToolOverload(ctx, {})).tools.standalone).toBe(0);
  });
});
