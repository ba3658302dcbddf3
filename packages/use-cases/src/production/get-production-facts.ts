import type { ProductionFacts } from "@liftledger/contracts/production-facts";
import { getInitiative } from "@liftledger/database/initiatives";
import { findProductionFacts } from "@liftledger/database/production-facts";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { productionView } from "./production-view.ts";

/** What lets an initiative run in production, as known at an instant; version 0 where nothing is recorded. */
export async function getProductionFacts(
  ctx: Context,
  { initiativeId, asOf }: { initiativeId: string; asOf?: string | undefined },
): Promise<ProductionFacts> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  await getInitiative(read, ctx.organisationId, initiativeId);
  const kept = await findProductionFacts(read, ctx.organisationId, initiativeId, { asOf });
  return productionView(initiativeId, kept, await personNames(ctx, read));
}
