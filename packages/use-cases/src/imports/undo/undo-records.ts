import { getBenefit, listBenefits } from "@liftledger/database/benefits";
import { listCostLines, retractCostLine, standingCostLines } from "@liftledger/database/cost-lines";
import { NotFoundError } from "@liftledger/database/errors";
import { getHoldOut, retractHoldOut, type HoldOut } from "@liftledger/database/hold-outs";
import { objectsOfImport } from "@liftledger/database/imported-rows";
import { getInitiative, updateInitiative } from "@liftledger/database/initiatives";
import { getSeries } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../../audit/audit.ts";
import type { Context } from "../../context.ts";
import { refuseMovedMonths } from "../../hold-outs/refuse-moved-months.ts";
import { auditedInitiative } from "../../initiatives/audited-initiative.ts";
import { getOwnInitiative } from "../../own-things.ts";
import { refuseClosed } from "../../periods/closed-months.ts";
import type { UndoRequest, UndoTally } from "./undone.ts";

interface Undo {
  ctx: Context;
  tx: Writer;
  audit: Audit;
  ids: readonly string[];
  reason: string;
  tally: UndoTally;
}

/** Takes back what the rows of a file became, by what they became. */
export async function undoRecords(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { importId, reason, target, tally }: UndoRequest & { target: string; tally: UndoTally },
): Promise<void> {
  const ids = await objectsOfImport(tx, ctx.organisationId, importId);
  const undo = byTarget.get(target);
  if (undo === undefined) throw new Error(`Nothing says how an import of ${target} is undone.`);
  await undo({ ctx, tx, audit, ids, reason, tally });
}

const byTarget: ReadonlyMap<string, (undo: Undo) => Promise<void>> = new Map([
  ["cost-lines", undoCostLines],
  ["hold-outs", undoHoldOuts],
  ["initiatives", undoInitiatives],
]);

/** Cost lines are never changed: those that stand are taken back. */
async function undoCostLines({ ctx, tx, audit, ids, reason, tally }: Undo): Promise<void> {
  const lines = await standingCostLines(tx, ctx.organisationId, ids);
  const initiativeIds = new Set(lines.map(({ initiativeId }) => initiativeId));
  for (const initiativeId of initiativeIds) await getOwnInitiative(ctx, tx, initiativeId);
  const months = new Set(lines.map(({ month }) => month));
  await refuseClosed(
    ctx,
    tx,
    [...months].map((period) => ({ period, field: "importId", addsUp: true })),
  );
  for (const before of lines) {
    const after = await retractCostLine(tx, ctx.organisationId, before.costLineId, ctx.now);
    audit({ action: "undoImport", noun: "cost-line", id: before.costLineId, before, after, reason });
    tally.records += 1;
    tally.initiativeIds.add(before.initiativeId);
  }
}

/** Hold-outs that nobody changed since are taken back. */
async function undoHoldOuts({ ctx, tx, audit, ids, reason, tally }: Undo): Promise<void> {
  for (const holdOutId of ids) {
    const before = await standingHoldOut(ctx, tx, holdOutId);
    if (before === undefined) continue;
    const initiative = await getOwnInitiative(ctx, tx, before.initiativeId);
    if (before.revision > 1) {
      tally.stays(
        `the hold-out of ${initiative.name}`,
        `it was changed since, to revision ${before.revision}`,
      );
      continue;
    }
    const benefit = await getBenefit(tx, ctx.organisationId, before.benefitId);
    const series = await getSeries(tx, ctx.organisationId, benefit.seriesId);
    await refuseMovedMonths(ctx, tx, { benefit, series });
    await retractHoldOut(tx, ctx.organisationId, holdOutId, ctx.now);
    const after = { ...before, retractedAt: ctx.now };
    audit({ action: "undoImport", noun: "hold-out", id: holdOutId, before, after, reason });
    tally.records += 1;
    tally.initiativeIds.add(before.initiativeId);
  }
}

async function standingHoldOut(ctx: Context, tx: Writer, holdOutId: string): Promise<HoldOut | undefined> {
  try {
    return await getHoldOut(tx, ctx.organisationId, holdOutId);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/** Initiatives that nothing was made of are retired: what was reported of them stays. */
async function undoInitiatives({ ctx, tx, audit, ids, reason, tally }: Undo): Promise<void> {
  const benefits = await listBenefits(tx, ctx.organisationId, { initiativeIds: ids });
  const costs = await listCostLines(tx, ctx.organisationId, ids);
  const claiming = new Set(benefits.map(({ initiativeId }) => initiativeId));
  const costing = new Set(costs.map(({ initiativeId }) => initiativeId));
  for (const initiativeId of ids) {
    const before = await getOwnInitiative(ctx, tx, initiativeId);
    const { name, version } = before;
    if (version > 1) tally.stays(name, "it was changed since");
    else if (claiming.has(initiativeId)) tally.stays(name, "it claims a benefit");
    else if (costing.has(initiativeId)) tally.stays(name, "it has costs");
    else {
      await updateInitiative(tx, ctx.organisationId, initiativeId, version, { status: "retired" }, ctx.now);
      audit({
        action: "undoImport",
        noun: "initiative",
        id: initiativeId,
        before: await auditedInitiative(ctx, tx, before),
        after: await auditedInitiative(ctx, tx, await getInitiative(tx, ctx.organisationId, initiativeId)),
        reason,
      });
      tally.records += 1;
      tally.initiativeIds.add(initiativeId);
    }
  }
}
