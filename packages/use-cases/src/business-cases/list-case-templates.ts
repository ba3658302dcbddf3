import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { caseTemplates } from "@liftledger/roi/business-case/case-templates";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { writableCopy } from "../writable-copy.ts";

/** What a case may begin from. */
export async function listCaseTemplates(
  ctx: Context,
  query: ListQuery = {},
): Promise<EndpointOutput<"listCaseTemplates">> {
  mustBe(ctx, "viewer");
  return pageRows(lists.listCaseTemplates.list, writableCopy(caseTemplates), query);
}
