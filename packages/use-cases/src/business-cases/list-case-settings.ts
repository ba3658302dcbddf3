import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listCaseSettings as listStored } from "@liftledger/database/case-settings";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { caseSettingsView } from "./case-settings-view.ts";

/** By which rules cases are planned and approved, latest version first. */
export async function listCaseSettings(
  ctx: Context,
  query: ListQuery = {},
): Promise<EndpointOutput<"listCaseSettings">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const nameOf = await personNames(ctx, db);
    const settings = await listStored(db, ctx.organisationId);
    const rows = settings.map((one) => caseSettingsView(one, nameOf));
    return pageRows(lists.listCaseSettings.list, rows, query);
  });
}
