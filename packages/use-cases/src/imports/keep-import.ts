import type { RefusedRow } from "@liftledger/contracts/import";
import type { AnyRecipe } from "@liftledger/contracts/records-recipe";
import { saveImportRecipe } from "@liftledger/database/import-recipes";
import { insertImport, insertRefusedRows, type ImportRecord } from "@liftledger/database/imports";
import type { CellCounts } from "@liftledger/database/record-cells";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { shortFileName } from "./import-summary.ts";

/** What an import did, as its record keeps it. */
interface MadeImport {
  readonly importId: string;
  readonly fileName: string;
  readonly recipe: AnyRecipe;
  readonly file: { readonly sha256: string; readonly bytes: number };
  readonly rowsRead: number;
  readonly refusedRows: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly periods?: CellCounts;
  readonly records?: { readonly new: number; readonly same: number };
}

/** Keeps the record of an import, the rows it refused and the recipe it was read by. */
export async function keepImport(
  ctx: Context,
  tx: Writer,
  made: MadeImport,
): Promise<ImportRecord & { recipeVersion: number }> {
  const { importId, recipe, periods, records } = made;
  const saved = await saveImportRecipe(tx, ctx.organisationId, {
    recipeId: ctx.newId(),
    name: recipe.name,
    definition: recipe,
    createdAt: ctx.now,
    createdBy: ctx.actor.personId,
  });
  const record: ImportRecord = {
    importId,
    recipeId: saved.recipeId,
    target: recipe.target ?? "series",
    fileName: shortFileName(made.fileName),
    fileDigest: made.file.sha256,
    fileBytes: made.file.bytes,
    rowsRead: made.rowsRead,
    periodsNew: periods?.new ?? 0,
    periodsChanged: periods?.changed ?? 0,
    periodsSame: periods?.same ?? 0,
    periodsBeside: periods?.beside ?? 0,
    recordsNew: records?.new ?? 0,
    recordsSame: records?.same ?? 0,
    rowsRefused: made.refusedCount,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  };
  await insertImport(tx, ctx.organisationId, record);
  const refused = made.refusedRows.map(({ column, ...row }) => ({ ...row, columnName: column }));
  await insertRefusedRows(tx, ctx.organisationId, importId, refused);
  return { ...record, recipeVersion: saved.version };
}
