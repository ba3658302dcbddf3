import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { getImport as getStored, listRefusedRows } from "@liftledger/database/imports";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { importView } from "./list-imports.ts";

/** One import with the rows it refused, by line, column, value and rule; throws `NotFoundError`. */
export async function getImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<EndpointOutput<"getImport">> {
  mustBe(ctx, "viewer");
  const kept = await getStored(ctx.db.read, ctx.organisationId, importId);
  const nameOf = await personNames(ctx, ctx.db.read);
  const refused = await listRefusedRows(ctx.db.read, ctx.organisationId, importId);
  const refusedRows = refused.map(({ columnName, ...row }) => ({ ...row, column: columnName }));
  return { ...importView(kept, nameOf), refusedRows };
}
