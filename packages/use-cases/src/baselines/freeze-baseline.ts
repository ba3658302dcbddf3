import type { Baseline as WireBaseline } from "@liftledger/contracts/initiative";
import {
  freezeBaseline as freezeStored,
  getBaseline,
  supersedeBaseline,
  type Baseline,
} from "@liftledger/database/baselines";
import { getSeries } from "@liftledger/database/series";
import type { Snapshot } from "@liftledger/database/snapshots";
import type { Writer } from "@liftledger/database/transaction";
import { refuseOwnApproval } from "../approvals/refuse-own-approval.ts";
import type { Audit } from "../audit/audit.ts";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { baselineViews, designOf } from "./baseline-view.ts";
import { chosenControls, snapshotsOfControls } from "./chosen-controls.ts";
import { inWhosePlace } from "./closed-months-of.ts";
import { keepingClosesOf } from "./keep-closes.ts";
import { moveBenefits } from "./move-benefits.ts";
import { chooseForPrePeriod, prePeriodOf, rangeOf } from "./pre-period.ts";
import { revisionDigest, type ControlRevisions } from "./revision-digest.ts";

/**
 * Freezes a draft: from now on it stands on the revisions of its pre-period as they are, whatever is
 * corrected later, and its digest proves it. Refused to whoever drafted it, where there is nothing to freeze, and where
 * what was logged since the draft puts it on another rung of the ladder: then somebody should look again.
 *
 * An earlier frozen baseline of the same series and start is superseded, and the benefits that stood on it
 * move to this one: one lift has one counterfactual. "period-closed" where a closed month would be worth something else.
 */
export async function freezeBaseline(
  ctx: Context,
  { baselineId }: { baselineId: string },
): Promise<WireBaseline> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const draft = await getBaseline(tx, ctx.organisationId, baselineId);
    if (draft.status !== "draft") {
      throw new ProblemError(
        "baseline-frozen",
        `The baseline is ${draft.status}: draft another to change it.`,
      );
    }
    await refuseOwnApproval(ctx, tx, {
      authorId: draft.createdBy,
      approverId: ctx.actor.personId,
      deed: "drafted this one",
      rule: "Who drafts a baseline does not freeze it",
    });
    const toFreeze = await snapshotsToFreeze(ctx, tx, draft);
    const earlier = await inWhosePlace(ctx, tx, draft);
    const standing = [draft, ...earlier];
    const kept = await keepingClosesOf(ctx, tx, standing, async () => {
      await writeFrozen(ctx, tx, audit, draft, toFreeze);
      for (const one of earlier) await supersede(ctx, tx, audit, { earlier: one, by: baselineId });
      return getBaseline(tx, ctx.organisationId, baselineId);
    });
    return onlyRow(await baselineViews(ctx, tx, [kept]));
  });
}

/** What a baseline stands on: the snapshots of its series, and those of the series it is compared with. */
interface ToFreeze {
  snapshots: readonly Snapshot[];
  controls: readonly ControlRevisions[];
}

async function snapshotsToFreeze(ctx: Context, tx: Writer, draft: Baseline): Promise<ToFreeze> {
  const { preFrom, preTo, interventionStart } = draft;
  const range = rangeOf(draft);
  if (preFrom === null || preTo === null) {
    throw new ProblemError(
      "invalid-request",
      `There is no mature period before ${interventionStart}: log or import some, then draft the baseline again.`,
    );
  }
  const series = await getSeries(tx, ctx.organisationId, draft.seriesId);
  const found = await prePeriodOf(ctx, tx, series, range);
  const controls = await chosenControls(ctx, tx, series, found, range);
  const choice = await chooseForPrePeriod(ctx, tx, series, found, range, controls);
  const { snapshots } = found;
  const isAsDrafted =
    snapshots[0]?.period === preFrom && snapshots.at(-1)?.period === preTo && choice.rung === draft.rung;
  if (isAsDrafted && choice.reasons.join("\n") === draft.reasons.join("\n")) {
    return { snapshots, controls: snapshotsOfControls(designOf(draft), controls) };
  }
  throw new ProblemError(
    "conflict",
    `What is known of the series changed since the draft: it was "${draft.rung}" on ${preFrom} to ${preTo}, now it would be "${choice.rung}" on ${snapshots.length} periods. Draft the baseline again.`,
  );
}

async function writeFrozen(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  draft: Baseline,
  { snapshots, controls }: ToFreeze,
): Promise<void> {
  const { baselineId } = draft;
  await freezeStored(tx, ctx.organisationId, baselineId, {
    digest: revisionDigest(snapshots, controls),
    frozenAt: ctx.now,
    frozenBy: ctx.actor.personId,
    snapshots,
    controlSnapshots: controls.flatMap((control) => control.snapshots),
  });
  const after = await getBaseline(tx, ctx.organisationId, baselineId);
  audit({ action: "freezeBaseline", noun: "baseline", id: baselineId, before: draft, after });
}

async function supersede(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { earlier, by }: { earlier: Baseline; by: string },
): Promise<void> {
  const { baselineId } = earlier;
  await supersedeBaseline(tx, ctx.organisationId, baselineId, {
    supersededAt: ctx.now,
    supersededBy: ctx.actor.personId,
  });
  const after = await getBaseline(tx, ctx.organisationId, baselineId);
  audit({ action: "freezeBaseline", noun: "baseline", id: baselineId, before: earlier, after });
  await moveBenefits(ctx, tx, audit, { action: "freezeBaseline", from: baselineId, to: by });
}
