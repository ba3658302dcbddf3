import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import {
  listBenchmarkChoices as listStored,
  type BenchmarkChoice,
} from "@liftledger/database/benchmark-choices";
import { pageFrom } from "@liftledger/database/page";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { choiceViews } from "./choice-views.ts";

/** By what initiatives are judged since when, newest choice first; those of one initiative where asked for. */
export async function listBenchmarkChoices(
  ctx: Context,
  { cursor, limit, initiativeId }: EndpointRequest<"listBenchmarkChoices">["query"],
): Promise<EndpointOutput<"listBenchmarkChoices">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const all = await listStored(db, ctx.organisationId, { subject: initiativeId });
    const sorted = all.toSorted((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1));
    const rest = sorted.filter((choice) => cursor === undefined || placeOf(choice) < cursor);
    const page = pageFrom(rest.slice(0, limit + 1), limit, placeOf);
    return { ...page, rows: await choiceViews(ctx, db, page.rows) };
  });
}

function placeOf({ recordedAt, subject, purpose, position }: BenchmarkChoice): string {
  return `${recordedAt} ${subject} ${purpose} ${String(position).padStart(10, "0")}`;
}
