import type { BusinessCase } from "@liftledger/contracts/business-case";
import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { listCaseVersionHeads } from "@liftledger/database/case-versions";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { getOwnInitiative } from "../own-things.ts";
import { refuseHeld } from "../retirement/refuse-retired.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { caseViews } from "./case-view.ts";

const kind: Retirable<RetirableThing, BusinessCase> = {
  noun: "business-case",
  called: "business case",
  needs: "contributor",
  actions: { retire: "retireCase", restore: "restoreCase" },
  async get(ctx, tx, caseId) {
    const kept = await getBusinessCase(tx, ctx.organisationId, caseId);
    await getOwnInitiative(ctx, tx, kept.initiativeId);
    return { objectId: caseId, name: kept.name, version: kept.version, facts: kept };
  },
  async refuseInUse(ctx, tx, { objectId: caseId, name }) {
    const heads = await listCaseVersionHeads(tx, ctx.organisationId, { caseId });
    const waiting = heads.filter(({ status }) => status === "submitted");
    const holders = waiting.map(({ number }) => `version ${number}, which waits for approval`);
    refuseHeld(name, holders, "withdraw it, or have it decided, first");
  },
  view: async (ctx, db, caseId) =>
    onlyRow(await caseViews(ctx, db, [await getBusinessCase(db, ctx.organisationId, caseId)])),
};

/** Retires a case of one's own: nothing more is planned in it, and its versions stay as they are. */
export async function retireCase(
  ctx: Context,
  request: { caseId: string } & RetireThing,
): Promise<BusinessCase> {
  return retireThing(ctx, kind, { id: request.caseId, ...request });
}

/** Brings a retired case back. */
export async function restoreCase(
  ctx: Context,
  request: { caseId: string } & RestoreThing,
): Promise<BusinessCase> {
  return restoreThing(ctx, kind, { id: request.caseId, ...request });
}
