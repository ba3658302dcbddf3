import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { pageBusinessCases } from "@liftledger/database/case-page";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { caseViews } from "./case-view.ts";

/** Where a caller names no limit, as jobs and tests do. */
const everything = 1_000_000;

/** The business cases, the one changed last first unless another order is asked for. */
export async function listCases(
  ctx: Context,
  query: Partial<EndpointRequest<"listCases">["query"]> = {},
): Promise<EndpointOutput<"listCases">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { retired, limit = everything, ...asked } = query;
    const wanted = { ...asked, limit, ...(retired !== undefined && { retired: retired === "true" }) };
    const page = await pageBusinessCases(db, ctx.organisationId, wanted);
    return { rows: await caseViews(ctx, db, page.rows), nextCursor: page.nextCursor };
  });
}
