import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listCostLines as listStored } from "@liftledger/database/cost-lines";
import { latestExchangeRates } from "@liftledger/database/exchange-rates";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { mustBe } from "../permissions.ts";
import { costLineView } from "./cost-line-view.ts";

/** The cost lines of an initiative that stand, by month. */
export async function listCostLines(
  ctx: Context,
  { initiativeId }: { initiativeId: string },
): Promise<EndpointOutput<"listCostLines">> {
  mustBe(ctx, "viewer");
  await getInitiative(ctx.db.read, ctx.organisationId, initiativeId);
  const lines = await listStored(ctx.db.read, ctx.organisationId, [initiativeId]);
  const { currency } = await getOrganisation(ctx, ctx.db.read);
  const rates = await latestExchangeRates(ctx.db.read, ctx.organisationId);
  return { rows: lines.map((line) => costLineView(line, currency, rates)) };
}
