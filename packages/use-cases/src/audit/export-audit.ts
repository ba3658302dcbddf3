import type { AuditLine } from "@liftledger/contracts/audit";
import { auditChain } from "@liftledger/database/audit-entries";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

/** The whole audit chain of the organisation in its order, entry by entry. */
export async function exportAudit(ctx: Context): Promise<AsyncIterable<AuditLine>> {
  mustBe(ctx, "finance");
  return auditChain(ctx.db.read, ctx.organisationId);
}
