import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { ImportRecord } from "@liftledger/contracts/import";
import { listImports as listStored, type ListedImport } from "@liftledger/database/imports";
import type { Context } from "../context.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";

/** A page of the imports, newest first. */
export async function listImports(
  ctx: Context,
  query: EndpointRequest<"listImports">["query"],
): Promise<EndpointOutput<"listImports">> {
  mustBe(ctx, "viewer");
  const page = await listStored(ctx.db.read, ctx.organisationId, query);
  const nameOf = await personNames(ctx, ctx.db.read);
  return { rows: page.rows.map((record) => importView(record, nameOf)), nextCursor: page.nextCursor };
}

/** An import as it crosses the wire. */
export function importView(kept: ListedImport, nameOf: PersonNames): ImportRecord {
  const { recipeId: _recipeId, ...record } = kept;
  const target = ImportRecord.shape.target.parse(record.target);
  return {
    ...record,
    target,
    recordedBy: nameOf(record.recordedBy),
    undoneBy: record.undoneBy === null ? null : nameOf(record.undoneBy),
  };
}
