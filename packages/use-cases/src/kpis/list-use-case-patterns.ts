import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { useCasePatterns } from "@liftledger/kpis/catalogue/use-case-patterns";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** The use-case patterns an initiative chooses from. */
export async function listUseCasePatterns(
  ctx: Context,
  query: ListQuery = {},
): Promise<EndpointOutput<"listUseCasePatterns">> {
  mustBe(ctx, "viewer");
  const rows = useCasePatterns.map((pattern) => ({ ...pattern, usualKpis: [...pattern.usualKpis] }));
  return pageRows(lists.listUseCasePatterns.list, rows, query);
}
