import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { Roadmap } from "@liftledger/contracts/roadmap";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { roadmapView } from "./roadmap-view.ts";

/** The roadmap of an initiative as it was known at an instant, and how far it is on a day. */
export async function getRoadmap(
  ctx: Context,
  { initiativeId, ...clocks }: { initiativeId: string } & EndpointRequest<"getRoadmap">["query"],
): Promise<Roadmap> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    return roadmapView(ctx, db, await getInitiative(db, ctx.organisationId, initiativeId), clocks);
  });
}
