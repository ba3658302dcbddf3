import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { getInitiative } from "@liftledger/database/initiatives";
import { listResponsibilities } from "@liftledger/database/responsibilities";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { responsibilityVersion } from "./responsibility-view.ts";

/** Every version of who answers for what of an initiative, the latest first unless another order is asked for. */
export async function listResponsibilityVersions(
  ctx: Context,
  query: { initiativeId: string } & EndpointRequest<"listResponsibilityVersions">["query"],
): Promise<EndpointOutput<"listResponsibilityVersions">> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  await getInitiative(read, ctx.organisationId, query.initiativeId);
  const { rows, nextCursor } = await listResponsibilities(read, ctx.organisationId, query);
  const nameOf = await personNames(ctx, read);
  return { rows: rows.map((row) => responsibilityVersion(query.initiativeId, row, nameOf)), nextCursor };
}
