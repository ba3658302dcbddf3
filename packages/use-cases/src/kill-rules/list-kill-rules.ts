import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listKillRules as listStored } from "@liftledger/database/kill-rules";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { killRuleViews } from "./kill-rule-views.ts";

/** The rules that end an initiative and how each stands today, in the order of their declaration. */
export async function listKillRules(
  ctx: Context,
  query: Partial<EndpointRequest<"listKillRules">["query"]> = {},
): Promise<EndpointOutput<"listKillRules">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const rules = await listStored(db, ctx.organisationId, { initiativeId: query.initiativeId });
    return pageRows(lists.listKillRules.list, await killRuleViews(ctx, db, rules), query);
  });
}
