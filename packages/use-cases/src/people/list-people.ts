import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { personViews } from "./person-views.ts";

/** Everybody the organisation knows: who may sign in, and owners somebody named. */
export async function listPeople(ctx: Context): Promise<EndpointOutput<"listPeople">> {
  mustBe(ctx, "admin");
  return { rows: await personViews(ctx, ctx.db.read) };
}
