import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { pageFrom } from "@liftledger/database/page";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { costShareView } from "./cost-share-view.ts";
import type { DividedShare } from "./divided-month.ts";
import { readSharedCosts } from "./read-shared-costs.ts";

/** Who bears what of the shared costs, latest month first; of one of them or of one initiative where asked for. */
export async function listCostShares(
  ctx: Context,
  { cursor, limit, costPoolId, initiativeId, asOf }: EndpointRequest<"listCostShares">["query"],
): Promise<EndpointOutput<"listCostShares">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { shares, initiativeNames } = await readSharedCosts(ctx, db, { asOf, costPoolId });
    const wanted = shares
      .filter((share) => initiativeId === undefined || share.initiativeId === initiativeId)
      .toSorted((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1))
      .filter((share) => cursor === undefined || placeOf(share) < cursor);
    const page = pageFrom(wanted.slice(0, limit + 1), limit, placeOf);
    const { currency } = await getOrganisation(ctx, db);
    const told = { currency, initiativeNames, nameOf: await personNames(ctx, db) };
    return { ...page, rows: page.rows.map((share) => costShareView(share, told)) };
  });
}

function placeOf({ booked: { month, kind }, pool, initiativeId }: DividedShare): string {
  return `${month} ${kind} ${pool.costPoolId} ${initiativeId}`;
}
