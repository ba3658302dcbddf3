import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { inSnapshot } from "@liftledger/database/transaction";
import { listWorkSplitRounds as listStored } from "@liftledger/database/work-split-rounds";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { roundViews } from "./round-view.ts";

/** A page of the rounds of the survey, the latest first unless another order is asked for. */
export async function listWorkSplitRounds(
  ctx: Context,
  query: EndpointRequest<"listWorkSplitRounds">["query"],
): Promise<EndpointOutput<"listWorkSplitRounds">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { rows, nextCursor } = await listStored(db, ctx.organisationId, query);
    return { rows: await roundViews(ctx, db, rows), nextCursor };
  });
}
