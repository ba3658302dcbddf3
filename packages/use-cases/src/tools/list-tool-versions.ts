import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listToolVersions as listStored } from "@liftledger/database/tool-versions";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { getTool } from "./get-tool.ts";
import { namedTools } from "./tool-views.ts";

/** Every version of what the register says of a tool, the latest first unless another order is asked for. */
export async function listToolVersions(
  ctx: Context,
  query: { toolId: string } & EndpointRequest<"listToolVersions">["query"],
): Promise<EndpointOutput<"listToolVersions">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    await getTool(ctx, db, query.toolId);
    const { rows, nextCursor } = await listStored(db, ctx.organisationId, query);
    const nameOf = await personNames(ctx, db);
    const named = await namedTools(ctx, db, rows);
    return {
      rows: named.map(({ recordedBy, ...row }) => ({ ...row, recordedBy: nameOf(recordedBy) })),
      nextCursor,
    };
  });
}
