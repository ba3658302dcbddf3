import type { WorkSplitRound } from "@liftledger/contracts/work-split";
import {
  closeWorkSplitRound as closeStored,
  getWorkSplitRound,
  type WorkSplitRound as StoredRound,
} from "@liftledger/database/work-split-rounds";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { roundViews } from "./round-view.ts";

/** Closes a round for good: opened again, its sums would give away who answers next. */
export async function closeWorkSplitRound(
  ctx: Context,
  { roundId, version }: { roundId: string; version: number },
): Promise<WorkSplitRound> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getWorkSplitRound(tx, ctx.organisationId, roundId);
    const closed = { closedAt: ctx.now, closedBy: ctx.actor.personId };
    await closeStored(tx, ctx.organisationId, version, { roundId, ...closed });
    const after = await getWorkSplitRound(tx, ctx.organisationId, roundId);
    const told = { before: withoutSums(before), after: withoutSums(after) };
    audit({ action: "closeWorkSplitRound", noun: "work-split-round", id: roundId, ...told });
    return onlyRow(await roundViews(ctx, tx, [after]));
  });
}

/** The chain keeps no hours: of a round with one answer they would be somebody's. */
function withoutSums({ mechanicalHours: _mechanical, strategicHours: _strategic, ...round }: StoredRound) {
  return round;
}
