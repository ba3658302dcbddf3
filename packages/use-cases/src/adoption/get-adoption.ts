import type { Adoption } from "@liftledger/contracts/adoption";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { adoptionView } from "./adoption-view.ts";

/** How far an initiative is used on a day, as known at an instant. */
export async function getAdoption(
  ctx: Context,
  {
    initiativeId,
    until = ctx.today,
    asOf = ctx.now,
  }: { initiativeId: string } & EndpointRequest<"getAdoption">["query"],
): Promise<Adoption> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
    return adoptionView(ctx, db, initiative, { until, asOf });
  });
}
