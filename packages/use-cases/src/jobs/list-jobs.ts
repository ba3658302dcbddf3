import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listJobs as listStored } from "@liftledger/database/jobs";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { plansOf } from "./job-plans.ts";
import { jobView } from "./job-view.ts";

/** What the server does by itself, by name; the default organisation's list has that of the installation too. */
export async function listJobs(
  ctx: Context,
  query: EndpointRequest<"listJobs">["query"],
): Promise<EndpointOutput<"listJobs">> {
  mustBe(ctx, "finance");
  const kept = await listStored(ctx.db.read, ctx.organisationId);
  const rows = plansOf(ctx.organisationId).map((plan) =>
    jobView(
      plan,
      kept.find(({ name }) => name === plan.name),
      ctx.now,
    ),
  );
  return pageRows(lists.listJobs.list, rows, query);
}
