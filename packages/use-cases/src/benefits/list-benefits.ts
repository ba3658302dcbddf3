import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listBenefits as listStored } from "@liftledger/database/benefits";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { benefitViews } from "./benefit-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** The benefits of an initiative, oldest first. */
export async function listBenefits(
  ctx: Context,
  { initiativeId, ...query }: { initiativeId: string } & ListQuery,
): Promise<EndpointOutput<"listBenefits">> {
  mustBe(ctx, "viewer");
  await getInitiative(ctx.db.read, ctx.organisationId, initiativeId);
  const benefits = await listStored(ctx.db.read, ctx.organisationId, { initiativeIds: [initiativeId] });
  return pageRows(lists.listBenefits.list, await benefitViews(ctx, ctx.db.read, benefits), query);
}
