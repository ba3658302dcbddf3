import type { Cell } from "@liftledger/database/cell-writer";
import type { ImportCells } from "@liftledger/files/import-cells";
import type { TargetSeries } from "./target-series.ts";

/** The cells of a file as the database takes them, one at a time: a million of them never lie in memory. */
export function* fileCells(cells: ImportCells, target: Pick<TargetSeries, "idOf">): Generator<Cell> {
  let [kpi, scope, seriesId] = ["", "", ""];
  for (const cell of cells.cells()) {
    // The cells of a series come together: its id is looked up once.
    if (cell.kpi !== kpi || cell.scope !== scope || seriesId === "") {
      [kpi, scope] = [cell.kpi, cell.scope];
      seriesId = target.idOf(kpi, scope);
    }
    yield {
      seriesId,
      period: cell.period,
      numerator: cell.numerator,
      denominator: cell.denominator,
      rowCount: cell.rows,
      lineFirst: cell.firstLine,
      lineLast: cell.lastLine,
    };
  }
}
