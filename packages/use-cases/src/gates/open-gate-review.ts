import type { GateReview as WireReview, NewGateReview } from "@liftledger/contracts/gate";
import {
  findOpenGateReview,
  getGateReview,
  insertGateReview,
  type GateReview,
} from "@liftledger/database/gate-reviews";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { onlyRow } from "../only-row.ts";
import { dayOf } from "../organisations/day-of.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { gateAfter } from "./gate-place.ts";
import { refuseTooSoon, refuseUnsoundRequest } from "./refuse-review.ts";
import { reviewView } from "./review-view.ts";

/** Asks for a decision at the gate that one's own initiative stands before. One review waits at a time. */
export async function openGateReview(
  ctx: Context,
  { initiativeId, decision, reason, overrides }: { initiativeId: string } & NewGateReview,
): Promise<WireReview> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const initiative = await getOwnInitiative(ctx, tx, initiativeId);
    await refuseWhereNoneMayOpen(ctx, tx, initiative);
    const standing = onlyRow(await initiativeViews(ctx, tx, [initiative]));
    const place = gateAfter(standing.phase);
    refuseUnsoundRequest(place, { decision, overrides });
    refuseTooSoon(ctx, standing, decision);
    const by = ctx.actor.personId;
    const review: Omit<GateReview, "version"> = {
      reviewId: ctx.newId(),
      initiativeId,
      status: "open",
      ...place,
      decision,
      reason,
      overrides: overrides.map((override) => ({ ...override, by, at: ctx.now })),
      authors: [by],
      openedAt: ctx.now,
      openedBy: by,
      pack: null,
      digest: null,
      endedAt: null,
      endedBy: null,
      endReason: null,
    };
    await insertGateReview(tx, ctx.organisationId, review);
    const { pack: _pack, ...after } = review;
    audit({ action: "openGateReview", noun: "gate-review", id: review.reviewId, before: null, after });
    return reviewView(ctx, tx, await getGateReview(tx, ctx.organisationId, review.reviewId));
  });
}

async function refuseWhereNoneMayOpen(ctx: Context, tx: Writer, initiative: NamedInitiative): Promise<void> {
  const { name, status, initiativeId } = initiative;
  if (!isUnderWay(initiative)) {
    const message = `${name} is ${status}: no gate is before it. Take it up again first.`;
    throw new ProblemError("conflict", message, [{ field: "status", message, seen: status }]);
  }
  const open = await findOpenGateReview(tx, ctx.organisationId, initiativeId);
  if (open === undefined) return;
  const who = (await personNames(ctx, tx))(open.openedBy);
  const message = `A review of this gate is open since ${dayOf(ctx, open.openedAt)}, by ${who}: decide or withdraw it first.`;
  throw new ProblemError("conflict", message, [{ field: "initiativeId", message, seen: initiativeId }]);
}
