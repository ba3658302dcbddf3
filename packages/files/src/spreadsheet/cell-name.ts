/** A place on a sheet, counted from 0. */
export type Place = { readonly row: number; readonly column: number };

/** The letters of a column: 0 is A, 26 is AA. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  const letter = String.fromCharCode(65 + (column % 26));
  return rest < 0 ? letter : `${columnName(rest)}${letter}`;
}

/**
 * A cell as formulas write it. `fix` puts the dollar signs: nothing, the row ("F$8"), the column ("$C12") or both.
 *
 *     cellName({ row: 7, column: 5 }, "row") // "F$8"
 */
export function cellName({ row, column }: Place, fix: "none" | "row" | "column" | "both" = "none"): string {
  const letters = fix === "column" || fix === "both" ? `$${columnName(column)}` : columnName(column);
  return fix === "row" || fix === "both" ? `${letters}$${row + 1}` : `${letters}${row + 1}`;
}

/** A range of cells, both ends fixed: "$F$8:$Q$8". */
export function rangeName(from: Place, to: Place): string {
  return `${cellName(from, "both")}:${cellName(to, "both")}`;
}

/** What stands on another sheet, or what a name of the workbook refers to: "Inputs!F8". Sheet names are one word. */
export function onSheet(sheet: string, cells: string): string {
  return `${sheet}!${cells}`;
}
