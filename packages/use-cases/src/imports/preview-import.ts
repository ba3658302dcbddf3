import type { ImportPreview } from "@liftledger/contracts/import";
import { isRecordsRecipe } from "@liftledger/contracts/record-targets";
import { compareCells } from "@liftledger/database/record-cells";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import type { ImportRequest } from "./file-source.ts";
import { openCells } from "./closed-cells.ts";
import { changeCollector, importSummary } from "./import-summary.ts";
import type { ImportWatch } from "./import-progress.ts";
import { previewRecords } from "./import-records.ts";
import { readFile } from "./read-file.ts";
import { readRecipe } from "./read-recipe.ts";
import { refuseRetiredRecipe } from "./save-import-recipe.ts";
import { targetSeries } from "./target-series.ts";

/**
 * What an import would do: how many periods are new, changed, the same, which rows are wrong, what the
 * totals are. Or what must be answered first, or why the file is refused. Writes nothing.
 */
export async function previewImport(
  ctx: Context,
  request: ImportRequest,
  { signal }: ImportWatch = {},
): Promise<ImportPreview> {
  mustBe(ctx, "contributor");
  const recipe = readRecipe(request.recipe);
  if (isRecordsRecipe(recipe)) return previewRecords(ctx, { request, recipe }, { signal });
  const { kpis, reading: read } = await readFile(ctx, request, recipe, { signal });
  if (read.kind !== "read") return read;
  return inSnapshot(ctx.db, async (db): Promise<ImportPreview> => {
    const { totals } = read;
    await refuseRetiredRecipe(ctx, db, recipe);
    const target = await targetSeries(ctx, db, { recipe, kpis, totals, currency: request.currency });
    if (target.problems.length > 0) return { kind: "refused", problems: [...target.problems] };
    const { source } = recipe;
    const { reading, cells } = await openCells(ctx, db, read, { ...target, source });
    const { changes, onCell } = changeCollector(reading, target);
    const counts = await compareCells(db, ctx.organisationId, { cells: cells(), source }, onCell);
    const fileName = request.file.name;
    return {
      kind: "preview",
      summary: importSummary(reading, { fileName, kpis, target, counts, changes }),
    };
  });
}
