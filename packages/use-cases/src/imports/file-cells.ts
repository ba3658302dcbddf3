import type { Cell } from "@liftledger/database/cell-writer";
import type { ImportCell, ImportCells } from "@liftledger/files/import-cells";
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
    yield new FileCell(seriesId, cell);
  }
}

// A class rather than a literal, for the sake of memory: see `CellWithResult` of record-cells.
class FileCell implements Cell {
  readonly seriesId: string;
  readonly period: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly rowCount: number;
  readonly lineFirst: number;
  readonly lineLast: number;

  constructor(seriesId: string, cell: ImportCell) {
    this.seriesId = seriesId;
    this.period = cell.period;
    this.numerator = cell.numerator;
    this.denominator = cell.denominator;
    this.rowCount = cell.rows;
    this.lineFirst = cell.firstLine;
    this.lineLast = cell.lastLine;
  }
}
