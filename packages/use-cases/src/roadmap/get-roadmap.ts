import type { Roadmap } from "@liftledger/contracts/roadmap";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { roadmapView } from "./roadmap-view.ts";

/** The roadmap of an initiative, and how far it is today. */
export async function getRoadmap(ctx: Context, { initiativeId }: { initiativeId: string }): Promise<Roadmap> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    return roadmapView(ctx, db, await getInitiative(db, ctx.organisationId, initiativeId));
  });
}
