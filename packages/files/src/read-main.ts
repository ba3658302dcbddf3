import type { CsvHeader } from "./csv-header.ts";
import type { RowVisitor } from "./csv-scanner.ts";
import { FileMeter } from "./file-meter.ts";
import type { ImportPlan, Readings } from "./import-plan.ts";
import type { ImportRequest, ReadFile } from "./import-request.ts";
import { recipeSpelling } from "./recipe-spelling.ts";
import { readTableRows } from "./table-rows.ts";

const rowsBetweenReports = 10_000;

/** Reads the main file once: the plan's columns of every row, measured and digested on the way. */
export async function readMain(
  request: ImportRequest,
  plan: ImportPlan,
  visit: RowVisitor,
  known: { readings?: Readings; onHeader?: (header: CsvHeader) => void } = {},
): Promise<ReadFile> {
  const { recipe, onProgress, signal } = request;
  let rows = 0;
  const meter = new FileMeter(onProgress && ((bytes) => onProgress({ bytes, rows })));
  const visitCounted: RowVisitor = (cells, fieldCount, line) => {
    rows += 1;
    // A workbook is there as a whole before its first row.
    if (rows % rowsBetweenReports === 0) onProgress?.({ bytes: meter.bytes, rows });
    visit(cells, fieldCount, line);
  };
  const { delimiter, encoding, headerLine, sheet, tableEnd } = recipe;
  const layout = { columns: plan.mainColumns, delimiter, encoding, headerLine, sheet, tableEnd };
  const spelling = recipeSpelling(plan, known.readings);
  const options = { ...layout, spelling, signal, onHeader: known.onHeader };
  const { formulaCells } = await readTableRows(meter.measure(request.main()), options, visitCounted);
  return { role: "main", sha256: meter.digest(), bytes: meter.bytes, formulaCells };
}
