import { FocusWarnings } from "@liftledger/contracts/candidate";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { getInitiative } from "@liftledger/database/initiatives";
import { listInitiativePhases } from "@liftledger/database/initiative-phases";
import { listRetirements } from "@liftledger/database/retirements";
import { listTeams } from "@liftledger/database/teams";
import { latestToolVersions } from "@liftledger/database/tool-versions";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { focusWarnings, type RunningWork } from "@liftledger/roi/governance/focus-warnings";
import type { Phase } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { mustBe } from "../permissions.ts";
import { toolFacts } from "../tools/tool-facts.ts";

/** Where pilots, and tools that teams take up, run at once; with `starting`, as though that initiative were a pilot under way. */
export async function getFocusWarnings(
  ctx: Context,
  { starting }: EndpointRequest<"getFocusWarnings">["query"],
): Promise<FocusWarnings> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    if (starting !== undefined) await getInitiative(db, ctx.organisationId, starting);
    const pilots = await runningWork(ctx, db, starting);
    const running = [...pilots, ...(await rollOuts(ctx, db, pilots))];
    const warnings = focusWarnings(running).map(({ ids, ...warning }) => {
      const isOfStarting = starting !== undefined && ids.includes(starting);
      const initiativeIds = ids.filter((id) => pilots.some((pilot) => pilot.id === id));
      return { ...warning, initiativeIds, isOfStarting };
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

/** The tools that a team takes up today. One that a pilot of the same team uses is taken up with it, and counts once. */
async function rollOuts(ctx: Context, db: Reader, pilots: readonly RunningWork[]): Promise<RunningWork[]> {
  const retired = await listRetirements(db, ctx.organisationId, "tool");
  const teams = new Map((await listTeams(db, ctx.organisationId)).map(({ teamId, name }) => [teamId, name]));
  const versions = await latestToolVersions(db, ctx.organisationId);
  return versions.flatMap((version): RunningWork[] => {
    const { toolId: id } = version;
    const { name, rollOut, uses } = toolFacts(version);
    if (rollOut === null || retired.has(id)) return [];
    if (rollOut.since > ctx.today || (rollOut.until !== null && rollOut.until < ctx.today)) return [];
    const team = teams.get(rollOut.team) ?? rollOut.team;
    const isOfPilot = pilots.some(
      (pilot) =>
        pilot.phase === "pilots" &&
        pilot.team === team &&
        uses.some(({ initiativeId }) => initiativeId === pilot.id),
    );
    return isOfPilot ? [] : [{ id, name, team, kind: "tool-roll-out", phase: null }];
  });
}
