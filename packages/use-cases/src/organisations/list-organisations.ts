import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listOrganisations as listStored } from "@liftledger/database/organisations";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { organisationView } from "./organisation-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** The organisations the actor may look into, the default one first, each with the number of its initiatives. */
export async function listOrganisations(
  ctx: Context,
  query: ListQuery = {},
): Promise<EndpointOutput<"listOrganisations">> {
  mustBe(ctx, "viewer");
  const rows = [];
  const kept = (await listStored(ctx.db.read)).filter(
    ({ organisationId, kind }) =>
      kind === "demo" || ctx.homeOrganisationId === undefined || organisationId === ctx.homeOrganisationId,
  );
  for (const organisation of kept) rows.push(await organisationView(ctx.db.read, organisation));
  // "default" sorts before "demo".
  return pageRows(lists.listOrganisations.list, rows, query);
}
