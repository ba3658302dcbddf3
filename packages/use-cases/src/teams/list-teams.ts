import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listTeams as listStored } from "@liftledger/database/teams";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

/** The teams, by name. */
export async function listTeams(ctx: Context): Promise<EndpointOutput<"listTeams">> {
  mustBe(ctx, "viewer");
  return { rows: await listStored(ctx.db.read, ctx.organisationId) };
}
