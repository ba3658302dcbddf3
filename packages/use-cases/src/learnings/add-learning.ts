import type { Learning, NewLearning } from "@liftledger/contracts/learning";
import { getLearning, insertLearning } from "@liftledger/database/learnings";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { learningViews } from "./learning-view.ts";
import { refuseUnknownKpis } from "./refuse-unknown-kpis.ts";

/** Writes what was learned of one's own initiative. No figure moves by it. */
export async function addLearning(ctx: Context, { kpiKeys, ...written }: NewLearning): Promise<Learning> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getOwnInitiative(ctx, tx, written.initiativeId);
    await refuseUnknownKpis(ctx, tx, kpiKeys);
    const learningId = ctx.newId();
    const [at, by] = [ctx.now, ctx.actor.personId];
    const made = { createdAt: at, createdBy: by, changedAt: at, changedBy: by };
    await insertLearning(tx, ctx.organisationId, {
      learningId,
      ...written,
      kpiKeys: kpiKeys.toSorted(),
      ...made,
    });
    const after = await getLearning(tx, ctx.organisationId, learningId);
    audit({ action: "addLearning", noun: "learning", id: learningId, before: null, after });
    return onlyRow(await learningViews(ctx, tx, [after]));
  });
}
