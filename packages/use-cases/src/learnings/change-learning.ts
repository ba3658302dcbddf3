import type { ChangeLearning, Learning } from "@liftledger/contracts/learning";
import { getLearning, updateLearning } from "@liftledger/database/learnings";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { learningViews } from "./learning-view.ts";
import { refuseUnknownKpis } from "./refuse-unknown-kpis.ts";

/** Writes a learning anew; "conflict" when somebody was faster. What it is of stays. */
export async function changeLearning(
  ctx: Context,
  { learningId, version, kpiKeys, ...written }: ChangeLearning & { learningId: string },
): Promise<Learning> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getLearning(tx, ctx.organisationId, learningId);
    await getOwnInitiative(ctx, tx, before.initiativeId);
    await refuseUnknownKpis(ctx, tx, kpiKeys);
    const by = { changedAt: ctx.now, changedBy: ctx.actor.personId };
    const change = { learningId, ...written, kpiKeys: kpiKeys.toSorted(), ...by };
    await updateLearning(tx, ctx.organisationId, version, change);
    const after = await getLearning(tx, ctx.organisationId, learningId);
    audit({ action: "changeLearning", noun: "learning", id: learningId, before, after });
    return onlyRow(await learningViews(ctx, tx, [after]));
  });
}
