import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { AmbiguousColumn, type CsvHeader } from "./csv-header.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { ImportPlan } from "./import-plan.ts";
import { ownText } from "./own-text.ts";
import { recipeSpelling } from "./recipe-spelling.ts";
import { readTableRows } from "./table-rows.ts";

/** The rows of a second file by their id. */
export type LookupTable = ReadonlyMap<string, readonly string[]>;

/** More rows than this do not fit in memory beside the import. */
const mostLookupRows = 1_000_000;

/**
 * Reads a lookup file into memory: its needed columns, by the id it is joined on. Two rows of one id that
 * agree are one; two that differ are refused, since either could be meant. Rows without an id join nothing.
 */
export async function readLookup(
  source: AsyncIterable<Uint8Array>,
  plan: ImportPlan,
  signal?: AbortSignal,
): Promise<LookupTable> {
  const rows = new Map<string, { cells: string[]; line: number }>();
  const { recipe } = plan;
  const width = plan.lookupColumns.length;
  let fields = 0;
  const spell = recipeSpelling(plan);
  const options = {
    columns: plan.lookupColumns,
    spelling: (column: string) => spell(`${recipe.lookup?.name}.${column}`),
    encoding: recipe.encoding,
    signal,
    onHeader: (header: CsvHeader) => (fields = header.names.length),
  };
  try {
    await readTableRows(source, options, (cells, fieldCount, line) => {
      if (fieldCount !== fields) {
        const message = `Line ${line} of the ${recipe.lookup?.name} file has ${fieldCount} of ${fields} fields.`;
        throw new FileRefusal(`line ${line} of the ${recipe.lookup?.name} file`, "ragged-row", message);
      }
      addRow(rows, cells.slice(0, width).map(ownText), line, recipe.lookup?.name ?? "");
    });
  } catch (error) {
    throw error instanceof AmbiguousColumn ? asAddressed(error, recipe) : error;
  }
  return new Map([...rows].map(([id, { cells }]) => [id, cells]));
}

function addRow(
  rows: Map<string, { cells: string[]; line: number }>,
  cells: string[],
  line: number,
  name: string,
): void {
  const id = (cells[0] as string).trim();
  if (id === "") return;
  const known = rows.get(id);
  if (known === undefined) {
    if (rows.size >= mostLookupRows)
      throw new FileRefusal(
        `the ${name} file`,
        "too-many-rows",
        `The ${name} file has more than a million rows.`,
      );
    rows.set(id, { cells, line });
    return;
  }
  if (known.cells.every((cell, index) => cell === cells[index])) return;
  const message = `Lines ${known.line} and ${line} of the ${name} file have the same id "${id}" and differ; either could be meant.`;
  throw new FileRefusal(`line ${line} of the ${name} file`, "repeated-id", message);
}

/** A heading of the lookup file as the recipe addresses it: "deals.won_date". */
function asAddressed({ column, line, places }: AmbiguousColumn, { lookup }: ImportRecipe): AmbiguousColumn {
  if (lookup === undefined || column === lookup.equals) return new AmbiguousColumn(column, line, places);
  const named = places.map((place) => ({ ...place, name: `${lookup.name}.${place.name}` }));
  return new AmbiguousColumn(`${lookup.name}.${column}`, line, named);
}
