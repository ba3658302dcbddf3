import { Gate } from "@liftledger/contracts/gate";
import { findOpenGateReview } from "@liftledger/database/gate-reviews";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { onlyRow } from "../only-row.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { livePack, namedPack } from "./gate-pack.ts";
import { decisionsAt, leavesFrom } from "./gate-place.ts";
import { reviewView } from "./review-view.ts";

/** What the next gate of an initiative asks, answered from what is known now, and the review that waits. */
export async function getGate(ctx: Context, { initiativeId }: { initiativeId: string }): Promise<Gate> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
    const pack = await livePack(ctx, db, initiative);
    const open = await findOpenGateReview(db, ctx.organisationId, initiativeId);
    const { phaseEnteredOn } = onlyRow(await initiativeViews(ctx, db, [initiative]));
    const all = isUnderWay(initiative) ? decisionsAt(pack) : [];
    const isLeft = all.some((one) => one === "advance");
    const advanceFrom = isLeft ? leavesFrom(phaseEnteredOn, ctx.today) : null;
    return Gate.parse({
      initiativeId,
      initiative: initiative.name,
      status: initiative.status,
      pack: namedPack(pack, await personNames(ctx, db)),
      decisions: all.filter((one) => one !== "advance" || advanceFrom === null),
      advanceFrom,
      review: open === undefined ? null : await reviewView(ctx, db, open),
    });
  });
}
