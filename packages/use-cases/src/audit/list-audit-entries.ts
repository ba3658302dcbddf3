import { AuditEntry } from "@liftledger/contracts/audit";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listAuditEntries as listStored } from "@liftledger/database/audit-entries";
import type { Context } from "../context.ts";
import { namedThings, namesIn } from "./named-things.ts";
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
  const textOf = ({ objectId, before, after }: (typeof page.rows)[number]) =>
    `"${objectId}" ${before ?? ""} ${after ?? ""}`;
  const names = await namedThings(ctx, ctx.db.read, page.rows.map(textOf), nameOf);
  const rows = page.rows.map((row) => toRow(row, nameOf(row.actorId), namesIn(textOf(row), names)));
  return { rows, nextCursor: page.nextCursor };
}

type StoredEntry = Awaited<ReturnType<typeof listStored>>["rows"][number];

function toRow(row: StoredEntry, actor: string, names: Record<string, string>): AuditEntry {
  const { organisationId: _organisationId, before, after, ...entry } = row;
  return {
    ...entry,
    actor,
    names,
    before: before === null ? null : AuditEntry.shape.before.parse(JSON.parse(before)),
    after: after === null ? null : AuditEntry.shape.after.parse(JSON.parse(after)),
  };
}
