import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import type { Kpi } from "@liftledger/kpis/kpi";
import { compareDecimals } from "@liftledger/numerics/decimal";
import { FileRefusal } from "./file-refusal.ts";
import { ImportPass, type PassFindings } from "./import-pass.ts";
import type { ImportPlan, Readings } from "./import-plan.ts";
import type { LookupTable } from "./lookup-table.ts";
import type { ImportRequest, ReadFile } from "./import-request.ts";
import { readMain } from "./read-main.ts";
import type { WrongCell } from "./row-quantities.ts";

/** At most this many looks: one for the rows, one for repeats, one for impossible proportions. */
const mostPasses = 3;

/**
 * Reads the main file, and again where something shows only at its end: that rows repeat where each should
 * stand once, or that a proportion exceeds 100%. The file may not change between two looks.
 */
export async function readUntilSettled(
  request: ImportRequest,
  plan: ImportPlan,
  readings: Readings,
  lookup: LookupTable | undefined,
) {
  let findings: PassFindings = { refuseRepeats: false, impossible: new Map(), impossibleInWhole: new Map() };
  let digest: string | undefined;
  for (let look = 1; ; look += 1) {
    const { pass, main } = await readOnce(request, plan, readings, lookup, findings);
    if (digest !== undefined && digest !== main.sha256) {
      throw new FileRefusal("the file", "file-changed", "The file changed while it was read.");
    }
    digest = main.sha256;
    const next = findAfter(pass, plan, request.kpis, findings);
    if (next === undefined || look === mostPasses) return { pass, main };
    findings = next;
  }
}

async function readOnce(
  request: ImportRequest,
  plan: ImportPlan,
  readings: Readings,
  lookup: LookupTable | undefined,
  findings: PassFindings,
): Promise<{ pass: ImportPass; main: ReadFile }> {
  let width = 0;
  const { kpis, today } = request;
  const findRow = lookup && ((key: string) => lookup.get(key));
  const pass = new ImportPass({ plan, readings, kpis, today, findings, findRow, width: () => width });
  const main = await readMain(
    request,
    plan,
    (cells, fieldCount, line) => pass.visit(cells, fieldCount, line),
    {
      readings,
      onHeader: (header) => {
        width = header.names.length;
        pass.titles = header.titles;
      },
    },
  );
  return { pass, main };
}

/** What the next look must refuse; undefined when this one stands. */
function findAfter(
  pass: ImportPass,
  plan: ImportPlan,
  kpis: ReadonlyMap<string, Kpi>,
  before: PassFindings,
): PassFindings | undefined {
  if (!before.refuseRepeats && pass.repeatedRows > 0 && areRepeatsRefused(pass, plan.recipe)) {
    return { ...before, refuseRepeats: true };
  }
  const impossible = new Map(before.impossible);
  const impossibleInWhole = new Map(before.impossibleInWhole);
  for (const { measure, cells, isWholeFile } of pass.measures) {
    if (kpis.get(measure.kpi)?.proportion !== true) continue;
    const column = measure.numerator.kind === "sum" ? measure.numerator.columns.join(" + ") : null;
    const found = isWholeFile ? impossibleInWhole : impossible;
    for (let cell = 0; cell < cells.grid.size; cell += 1) {
      if (cells.trace.rows(cell) === 0) continue;
      const wrong = impossibleProportion(cells.numerator(cell), cells.denominator(cell), column);
      if (wrong !== undefined) found.set(cell, wrong);
    }
  }
  const isNew =
    impossible.size > before.impossible.size || impossibleInWhole.size > before.impossibleInWhole.size;
  return isNew ? { ...before, impossible, impossibleInWhole } : undefined;
}

/**
 * Rows of one date and segment are parts that add up where the recipe says so, and where that is the
 * nature of the file: it counts rows, chooses among them, or repeats most of its dates. In a file with one
 * row a date they are duplicates.
 */
function areRepeatsRefused(pass: ImportPass, recipe: ImportRecipe): boolean {
  if (recipe.repeatedRows !== undefined) return recipe.repeatedRows === "refuse";
  const areOnlySums = recipe.measures.every(
    ({ where, numerator, denominator }) =>
      where === undefined &&
      numerator.kind === "sum" &&
      (denominator.kind === "sum" || denominator.kind === "periods"),
  );
  return areOnlySums && pass.repeatedRows * 2 <= pass.dataRows;
}

function impossibleProportion(
  numerator: string,
  denominator: string,
  column: string | null,
): WrongCell | undefined {
  const isNegative = numerator.startsWith("-") || denominator.startsWith("-");
  if (!isNegative && compareDecimals(numerator, denominator) <= 0) return undefined;
  const what = isNegative ? "a share cannot be negative" : "a share cannot be over 100%";
  const message = `${numerator} of ${denominator} in its period: ${what}`;
  return { column, value: numerator, rule: "proportion-out-of-range", message };
}
