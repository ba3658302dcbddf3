import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { latestToolVersions } from "@liftledger/database/tool-versions";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { askedFor } from "../retirement/retired-views.ts";
import { toolViews } from "./tool-views.ts";

/** The register of tools by name, each with what was spent on it up to a day, as known at an instant. */
export async function listTools(
  ctx: Context,
  query: EndpointRequest<"listTools">["query"],
): Promise<EndpointOutput<"listTools">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const versions = await latestToolVersions(db, ctx.organisationId, query);
    const rows = await toolViews(ctx, db, versions, query);
    return pageRows(lists.listTools.list, askedFor(rows, query), query);
  });
}
