import type { NewCasePlan } from "@liftledger/contracts/case-plan";
import { costCategories } from "@liftledger/contracts/initiative-values";
import type { LineRows } from "./grouped-rows.ts";
import type { SheetCells } from "./sheet-cells.ts";
import type { PeriodColumn, SheetRow } from "./sheet-columns.ts";
import { factorFields, type shareFields, type SheetField } from "./sheet-fields.ts";
import { pathOf, runOfAmounts, type Path } from "./sheet-paths.ts";

type Benefit = NewCasePlan["benefits"][number];
type Cost = NewCasePlan["costs"][number];
type Assumption = Cost["assumptions"][number];

const classes = ["revenue-margin", "cash", "cost-avoidance", "capacity", "risk-avoided"] as const;
const evidences = ["measured", "benchmark", "estimate"] as const;
const spreads = ["triangular", "pert"] as const;

/** What lines are read with. */
export interface LineReading {
  cells: SheetCells;
  periods: readonly PeriodColumn[];
  newId: () => string;
}

/** A cost of its row of amounts. */
export function costLine(line: LineRows, reading: LineReading): Cost {
  const { cells, periods } = reading;
  const { first } = line;
  const category = cells.oneOf(first, "Category", first.cell("group"), costCategories) ?? "other";
  return {
    ...commonOf(line, reading),
    run: runOfAmounts(first, periods, cells),
    category,
    amount: pathOf(first, periods, cells),
  };
}

/** A benefit of its amounts, or of what makes them, with the shares of either. */
export function benefitLine(line: LineRows, reading: LineReading): Benefit {
  const { cells, periods } = reading;
  const { first, fields } = line;
  const amounts = fields.get("amount");
  const factors = factorFields.filter((field) => fields.has(field));
  if (amounts !== undefined && factors.length > 0) {
    const message = `"${line.name}" has amounts in row ${amounts.line} and what makes them elsewhere. Keep one of the two.`;
    cells.refuse(first, "Field", "amount-and-factors", message);
  }
  if (amounts === undefined && factors.length === 0) {
    const message = `"${line.name}" has neither amounts nor lift, volume and worth of one, which make them.`;
    cells.refuse(first, "Field", "no-amounts", message);
  }
  // Each row is read once, so that a cell is told of once.
  const paths = new Map([...fields].map(([field, row]) => [field, pathOf(row, periods, cells)]));
  const path = (field: SheetField): Path => paths.get(field) ?? [];
  const begins = Math.max(...factors.map((field) => path(field)[0]?.from ?? 1));
  const run =
    factors.length === 0
      ? runOfAmounts(amounts ?? first, periods, cells)
      : ({ kind: "recurring", from: begins, to: null } as const);
  const from = run.kind === "one-off" ? run.column : run.from;
  const share = (field: (typeof shareFields)[number]) => shareOf(line, field, { from, path, cells });
  const shares = {
    adoption: share("adoption"),
    attribution: share("attribution"),
    confidence: share("confidence"),
    realisation: share("realisation"),
    overlap: share("overlap"),
  };
  const mechanism = first.cell("cashMechanism");
  return {
    ...commonOf(line, reading),
    run,
    benefitId: null,
    class: cells.oneOf(first, "Class", first.cell("group"), classes) ?? "cash",
    cashMechanism: mechanism === "" ? null : mechanism,
    value:
      factors.length === 0
        ? { kind: "money", gross: path("amount"), ...shares }
        : {
            kind: "factors",
            lift: path("lift"),
            volume: path("volume"),
            unitValue: path("unitValue"),
            ...shares,
          },
  };
}

/** A share by its own row, or by the column of the line's first row where it never changes. */
function shareOf(
  { first, fields, name }: LineRows,
  field: (typeof shareFields)[number],
  { from, path, cells }: { from: number; path: (field: SheetField) => Path; cells: SheetCells },
): Path {
  const fixed = cells.optionalNumber(first, field, field);
  if (fixed === null) return path(field);
  const row = fields.get(field);
  if (row !== undefined)
    cells.refuse(
      row,
      "Field",
      "share-twice",
      `Row ${first.line} says this share of "${name}" already. Keep one of the two.`,
    );
  return [{ from, value: fixed }];
}

function commonOf(line: LineRows, { cells, newId }: LineReading) {
  const { first } = line;
  const currency = first.cell("currency").toUpperCase();
  if (currency !== "" && !/^[A-Z]{3}$/.test(currency))
    cells.refuse(first, "Currency", "no-currency", `"${currency}" is no currency code such as EUR.`);
  return {
    id: newId(),
    name: line.name,
    owner: textOf(first.cell("owner")),
    currency: textOf(currency),
    estimate: estimateOf(first, cells),
    risk: riskOf(first, cells),
    assumptions: assumptionsOf(line, cells),
  };
}

function estimateOf(row: SheetRow, cells: SheetCells): Cost["estimate"] {
  const [low, high] = [cells.optionalNumber(row, "low", "Low"), cells.optionalNumber(row, "high", "High")];
  const mode = cells.optionalNumber(row, "mode", "Most likely");
  const spread = row.cell("spread");
  if (low === null && high === null && mode === null && spread === "") return { kind: "point" };
  if (low === null || high === null) {
    cells.refuse(
      row,
      low === null ? "Low" : "High",
      "half-an-estimate",
      "An estimate has a low and a high, as shares of the plan: 60% and 130%.",
    );
    return { kind: "point" };
  }
  const kind = spread === "" ? "triangular" : (cells.oneOf(row, "Spread", spread, spreads) ?? "triangular");
  return { kind, low, mode: mode ?? "1", high };
}

function riskOf(row: SheetRow, cells: SheetCells): Cost["risk"] {
  const [share, reason] = [cells.optionalNumber(row, "risk", "Risk"), row.cell("riskReason")];
  if (share === null && reason === "") return null;
  if (share === null || reason === "") {
    const missing = share === null ? "Risk" : "Risk reason";
    cells.refuse(row, missing, "half-a-risk", "A risk has a share and the reason for it.");
    return null;
  }
  return { kind: "share", share, reason };
}

/** The source of the first row stands for all of the line that has none of its own: its shares may be columns of it. */
function assumptionsOf({ first, fields }: LineRows, cells: SheetCells): Assumption[] {
  return [...fields].flatMap(([field, row]): Assumption[] => {
    const [source, evidence, note] = [row.cell("source"), row.cell("evidence"), row.cell("note")];
    if (source === "") {
      if (evidence !== "" || note !== "")
        cells.refuse(
          row,
          "Source",
          "no-source",
          "Evidence and note are of a source: say where the figures come from.",
        );
      return [];
    }
    return [
      {
        field: row === first || field === "delay" ? "line" : field,
        source,
        owner: textOf(row.cell("owner")),
        evidence:
          evidence === "" ? "estimate" : (cells.oneOf(row, "Evidence", evidence, evidences) ?? "estimate"),
        benchmarkKey: null,
        note: textOf(note),
        signedBy: null,
      },
    ];
  });
}

function textOf(text: string): string | null {
  return text === "" ? null : text;
}
