import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listGateRules as listStored } from "@liftledger/database/gate-rules";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { gateRulesView } from "./gate-rules-in-force.ts";

/** Every version of what the gates ask that the organisation set, the latest first. */
export async function listGateRules(
  ctx: Context,
  query: ListQuery = {},
): Promise<EndpointOutput<"listGateRules">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const nameOf = await personNames(ctx, db);
    const rows = (await listStored(db, ctx.organisationId)).map((one) => gateRulesView(one, nameOf));
    return pageRows(lists.listGateRules.list, rows, query);
  });
}
