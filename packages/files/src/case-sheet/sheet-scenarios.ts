import type { NewCasePlan } from "@liftledger/contracts/case-plan";
import type { ScenarioRow } from "./grouped-rows.ts";
import type { SheetCells } from "./sheet-cells.ts";

type Scenario = NewCasePlan["scenarios"][number];
type Change = Scenario["changes"][number];

const names = { conservative: "Conservative", optimistic: "Optimistic" } as const;

/** The scenarios of a sheet: what each does otherwise than the base, a row a field. */
export function sheetScenarios(
  rows: readonly ScenarioRow[],
  lineNamed: (name: string) => { id: string; isBenefit: boolean } | undefined,
  cells: SheetCells,
): Scenario[] {
  return (["conservative", "optimistic"] as const).flatMap((kind) => {
    const changes = rows
      .filter((row) => row.kind === kind)
      .map((row) => changeOf(row, lineNamed, cells))
      .filter((change) => change !== null);
    return changes.length === 0 ? [] : [{ name: names[kind], kind, changes }];
  });
}

function changeOf(
  { row, field }: ScenarioRow,
  lineNamed: Parameters<typeof sheetScenarios>[1],
  cells: SheetCells,
): Change | null {
  const name = row.cell("line");
  const line = name === "" ? null : lineNamed(name);
  if (line === undefined) {
    cells.refuse(
      row,
      "Line",
      "unknown-line",
      `No line is named "${name}". Name one of the sheet, or leave it empty for all that have the field.`,
    );
    return null;
  }
  if (field === "amount" && line === null) {
    cells.refuse(
      row,
      "Line",
      "line-missing",
      "Say of which line the amount is: benefits and costs have one each.",
    );
    return null;
  }
  const change = changeIn(row.cell("change"), (text) => cells.number(row, "Change", text));
  if (change === null) {
    const message = `"${row.cell("change")}" is no change. Write 70% for a multiple of the base, +0.5 or -0.5 for so much more or less, =12 for another value.`;
    cells.refuse(row, "Change", "no-change", message);
    return null;
  }
  return {
    lineId: line?.id ?? null,
    field: field === "amount" && line?.isBenefit === true ? "gross" : field,
    change,
  };
}

function changeIn(text: string, number: (text: string) => string | undefined): Change["change"] | null {
  const read = (part: string) => number(part.trim());
  if (text.startsWith("=")) {
    const to = read(text.slice(1));
    return to === undefined ? null : { to };
  }
  if (text.endsWith("%")) {
    const times = read(text);
    return times === undefined ? null : { times };
  }
  if (!/^[+-]/.test(text)) return null;
  const plus = read(text.startsWith("+") ? text.slice(1) : text);
  return plus === undefined ? null : { plus };
}
