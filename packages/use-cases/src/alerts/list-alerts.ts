import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listAlerts as listStored } from "@liftledger/database/alerts";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { alertViews } from "./alert-view.ts";

/** A page of what people were told of, the latest first unless another order is asked for. */
export async function listAlerts(
  ctx: Context,
  { mine, initiativeId, ...query }: EndpointRequest<"listAlerts">["query"],
): Promise<EndpointOutput<"listAlerts">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const personId = mine === "true" ? ctx.actor.personId : undefined;
    const { rows, nextCursor } = await listStored(db, ctx.organisationId, {
      ...query,
      initiativeId: initiativeId ?? undefined,
      personId,
      today: ctx.today,
    });
    return { rows: await alertViews(ctx, db, rows), nextCursor };
  });
}
