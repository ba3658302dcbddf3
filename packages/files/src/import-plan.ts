import type { DateFormat, ImportRecipe, NumberStyle } from "@liftledger/contracts/import-recipe";
import { recipeColumns } from "@liftledger/contracts/import-recipe";

/**
 * Where the columns of a recipe come from. Both files' columns stand in one row of cells: the main file's
 * first, then the lookup's. `slotOf` gives the place of a column in it.
 */
export type ImportPlan = {
  recipe: ImportRecipe;
  mainColumns: string[];
  /** The lookup's columns, without its name before them; the column it is joined on comes first. */
  lookupColumns: string[];
  /** Undefined for a file without dates of its own. */
  dateSlot: number | undefined;
  segmentSlot: number | undefined;
  lookupKeySlot: number | undefined;
  slotOf: (column: string) => number;
};

/** How the undecided columns are to be read: what the recipe says, or what the whole columns decided. */
export type Readings = {
  dateFormat: DateFormat;
  numbers: NumberStyle;
  /** The formats of other date columns, by `columnKey`. */
  otherDates: ReadonlyMap<string, DateFormat>;
};

/** Lays the columns of a recipe out. */
export function planImport(recipe: ImportRecipe): ImportPlan {
  const mainColumns: string[] = [];
  const lookupColumns = recipe.lookup ? [recipe.lookup.equals] : [];
  for (const column of recipeColumns(recipe)) {
    const inLookup = lookupColumn(recipe, column);
    const [columns, name] = inLookup === undefined ? [mainColumns, column] : [lookupColumns, inLookup];
    if (!columns.includes(name)) columns.push(name);
  }
  const slotOf = (column: string) => {
    const inLookup = lookupColumn(recipe, column);
    if (inLookup === undefined) return mainColumns.indexOf(column);
    return mainColumns.length + lookupColumns.indexOf(inLookup);
  };
  return {
    recipe,
    mainColumns,
    lookupColumns,
    dateSlot: recipe.dateColumn === undefined ? undefined : slotOf(recipe.dateColumn),
    segmentSlot: recipe.segmentColumn === undefined ? undefined : slotOf(recipe.segmentColumn),
    lookupKeySlot: recipe.lookup && slotOf(recipe.lookup.on),
    slotOf,
  };
}

/** The column's name in the lookup file, or undefined where it is one of the main file's. */
function lookupColumn(recipe: ImportRecipe, column: string): string | undefined {
  const prefix = recipe.lookup && `${recipe.lookup.name}.`;
  const isInLookup = prefix !== undefined && column.toLowerCase().startsWith(prefix.toLowerCase());
  return isInLookup ? column.slice(prefix.length) : undefined;
}
