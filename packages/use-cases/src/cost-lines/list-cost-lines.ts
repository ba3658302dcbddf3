import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listCostLines as listStored } from "@liftledger/database/cost-lines";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { costLineView } from "./cost-line-view.ts";

/** The cost lines of an initiative that stand, by month. */
export async function listCostLines(
  ctx: Context,
  { initiativeId }: { initiativeId: string },
): Promise<EndpointOutput<"listCostLines">> {
  mustBe(ctx, "viewer");
  await getInitiative(ctx.db.read, ctx.organisationId, initiativeId);
  const lines = await listStored(ctx.db.read, ctx.organisationId, [initiativeId]);
  return { rows: lines.map(costLineView) };
}
