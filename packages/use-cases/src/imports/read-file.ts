import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { findLatestKpi } from "@liftledger/database/kpis";
import type { ImportRequest as FileRequest } from "@liftledger/files/import-request";
import { readImport, type ImportReading } from "@liftledger/files/read-import";
import type { Kpi } from "@liftledger/kpis/kpi";
import type { Context } from "../context.ts";
import { kpiOf } from "../kpis/kpi-view.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import type { ImportRequest } from "./file-source.ts";

/** A file read as its recipe says, with what it was read by. */
export interface FileReading {
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly reading: ImportReading;
}

/** Reads a file by streaming; nothing is written. A KPI that the catalogue does not have refuses the file. */
export async function readFile(
  ctx: Context,
  request: ImportRequest,
  recipe: ImportRecipe,
  { onProgress, signal }: Pick<FileRequest, "onProgress" | "signal"> = {},
): Promise<FileReading> {
  await getOrganisation(ctx);
  const kpis = new Map<string, Kpi>();
  for (const { kpi } of recipe.measures) {
    const kept = await findLatestKpi(ctx.db.read, ctx.organisationId, kpi);
    if (kept !== undefined) kpis.set(kpi, kpiOf(kept));
  }
  const reading = await readImport({
    recipe,
    kpis,
    today: ctx.today,
    main: request.file.open,
    lookup: request.lookup?.open,
    onProgress,
    signal,
  });
  return { kpis, reading };
}
