import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listBenchmarkChoices as listStored } from "@liftledger/database/benchmark-choices";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { choiceViews } from "./choice-views.ts";

/** By what initiatives are judged since when, newest choice first; those of one initiative where asked for. */
export async function listBenchmarkChoices(
  ctx: Context,
  query: ListQuery & { initiativeId?: string | null | undefined } = {},
): Promise<EndpointOutput<"listBenchmarkChoices">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const all = await listStored(db, ctx.organisationId, { subject: query.initiativeId ?? undefined });
    return pageRows(lists.listBenchmarkChoices.list, await choiceViews(ctx, db, all), query);
  });
}
