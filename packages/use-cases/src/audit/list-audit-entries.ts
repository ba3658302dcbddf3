import { AuditEntry } from "@liftledger/contracts/audit";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listAuditEntries as listStored } from "@liftledger/database/audit-entries";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";

/** A page of the audit entries that are asked for, newest first. */
export async function listAuditEntries(
  ctx: Context,
  query: EndpointRequest<"listAuditEntries">["query"],
): Promise<EndpointOutput<"listAuditEntries">> {
  mustBe(ctx, "finance");
  const page = await listStored(ctx.db.read, ctx.organisationId, query);
  const nameOf = await personNames(ctx, ctx.db.read);
  const rows = page.rows.map(({ organisationId: _organisationId, before, after, ...entry }) => ({
    ...entry,
    actor: nameOf(entry.actorId),
    before: before === null ? null : AuditEntry.shape.before.parse(JSON.parse(before)),
    after: after === null ? null : AuditEntry.shape.after.parse(JSON.parse(after)),
  }));
  return { rows, nextCursor: page.nextCursor };
}
