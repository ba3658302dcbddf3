import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listCostLines as listStored } from "@liftledger/database/cost-lines";
import { latestExchangeRates } from "@liftledger/database/exchange-rates";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { mustBe } from "../permissions.ts";
import { costLineView } from "./cost-line-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** The cost lines of an initiative that stand, by month. */
export async function listCostLines(
  ctx: Context,
  { initiativeId, ...query }: { initiativeId: string } & ListQuery,
): Promise<EndpointOutput<"listCostLines">> {
  mustBe(ctx, "viewer");
  await getInitiative(ctx.db.read, ctx.organisationId, initiativeId);
  const lines = await listStored(ctx.db.read, ctx.organisationId, [initiativeId]);
  const { currency } = await getOrganisation(ctx, ctx.db.read);
  const rates = await latestExchangeRates(ctx.db.read, ctx.organisationId);
  const rows = lines.map((line) => costLineView(line, currency, rates));
  return pageRows(lists.listCostLines.list, rows, query);
}
