import { FocusWarnings } from "@liftledger/contracts/candidate";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { getInitiative } from "@liftledger/database/initiatives";
import { listInitiativePhases } from "@liftledger/database/initiative-phases";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { focusWarnings, type RunningWork } from "@liftledger/roi/governance/focus-warnings";
import type { Phase } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { mustBe } from "../permissions.ts";

/** Where too much runs at once; with `starting`, as though that initiative were a pilot under way. */
export async function getFocusWarnings(
  ctx: Context,
  { starting }: EndpointRequest<"getFocusWarnings">["query"],
): Promise<FocusWarnings> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    if (starting !== undefined) await getInitiative(db, ctx.organisationId, starting);
    const running = await runningWork(ctx, db, starting);
    const warnings = focusWarnings(running).map(({ ids, ...warning }) => {
      const isOfStarting = starting !== undefined && ids.includes(starting);
      return { ...warning, initiativeIds: ids, isOfStarting };
    });
    return FocusWarnings.parse({ warnings });
  });
}

async function runningWork(ctx: Context, db: Reader, starting: string | undefined): Promise<RunningWork[]> {
  const all = await allInitiatives(ctx, db);
  const works = all.filter(({ status, initiativeId }) => status === "active" || initiativeId === starting);
  const ids = works.map(({ initiativeId }) => initiativeId);
  const histories = await listInitiativePhases(db, ctx.organisationId, ids);
  return works.map(({ initiativeId, name, teamName, status }) => {
    const phase = (histories.get(initiativeId)?.at(-1)?.phase ?? "foundation") as Phase;
    // What begins, begins as a pilot, unless it was further already.
    const begins = initiativeId === starting && status !== "active" && phase === "foundation";
    return { id: initiativeId, name, team: teamName, kind: "initiative", phase: begins ? "pilots" : phase };
  });
}
