import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listLearnings as listStored } from "@liftledger/database/learnings";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { learningViews } from "./learning-view.ts";

/** A page of learnings: of an initiative, on a KPI, or in which each word asked for is found. */
export async function listLearnings(
  ctx: Context,
  { q = "", ...query }: EndpointRequest<"listLearnings">["query"],
): Promise<EndpointOutput<"listLearnings">> {
  mustBe(ctx, "viewer");
  const words = q.split(/\s+/).filter((word) => word !== "");
  const { rows, nextCursor } = await listStored(ctx.db.read, ctx.organisationId, { ...query, words });
  return { rows: await learningViews(ctx, ctx.db.read, rows), nextCursor };
}
