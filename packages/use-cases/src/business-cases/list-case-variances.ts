import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { getCaseActuals } from "./get-case-actuals.ts";
import type { CasePlace } from "./open-case.ts";

/** The rows of `getCaseActuals`: by benefit and cost category, with their owners. None while nothing can be compared. */
export async function listCaseVariances(
  ctx: Context,
  {
    caseId,
    number,
    basis = "cash",
    until,
    asOf,
    ...query
  }: CasePlace & Partial<EndpointRequest<"listCaseVariances">["query"]>,
): Promise<EndpointOutput<"listCaseVariances">> {
  const { comparison } = await getCaseActuals(ctx, { caseId, number, basis, until, asOf });
  const rows = comparison.kind === "comparison" ? comparison.rows : [];
  return pageRows(lists.listCaseVariances.list, rows, query);
}
