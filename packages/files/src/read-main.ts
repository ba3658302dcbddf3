import type { CsvHeader } from "./csv-header.ts";
import { readCsvRows } from "./csv-rows.ts";
import type { RowVisitor } from "./csv-scanner.ts";
import { FileMeter } from "./file-meter.ts";
import type { ImportPlan } from "./import-plan.ts";
import type { ImportRequest, ReadFile } from "./import-request.ts";

/** Reads the main file once: the plan's columns of every row, measured and digested on the way. */
export async function readMain(
  request: ImportRequest,
  plan: ImportPlan,
  visit: RowVisitor,
  onHeader?: (header: CsvHeader) => void,
): Promise<ReadFile> {
  const { recipe, onProgress, signal } = request;
  const meter = new FileMeter(onProgress);
  const { delimiter, encoding, headerLine } = recipe;
  const options = { columns: plan.mainColumns, delimiter, encoding, headerLine, signal, onHeader };
  await readCsvRows(meter.measure(request.main()), options, visit);
  return { role: "main", sha256: meter.digest(), bytes: meter.bytes };
}
