const steps = ["month", "quarter", "year"] as const;
const amountKinds = ["credited", "adjusted"] as const;
const totals = ["benefits", "costs", "net", "cumulative"] as const;

/** A cell of the cash flows of a version under a scenario. */
export interface CaseFlowFigure {
  caseId: string;
  number: number;
  /** 0 is the base, then the scenarios in the plan's order. */
  scenario: number;
  /** Before the risk of lines, or after it. */
  amounts: (typeof amountKinds)[number];
  step: (typeof steps)[number];
  /** By its place in the table, from 0. */
  column: number;
  row: { lineId: string } | { total: (typeof totals)[number] };
  /** Whether estimates that nobody has accepted count; at nothing where left out. */
  unsignedEstimates?: "nothing" | "credited" | undefined;
}

/**
 * The id by which `explainFigure` tells how a cell of the cash flows came about.
 *
 * @example
 * caseFlowFigureId({ caseId, number: 2, scenario: 0, amounts: "adjusted", step: "year", column: 1, row: { total: "net" } })
 * // "case/…/2/flow/0/adjusted/year/1/all/net"
 */
export function caseFlowFigureId(figure: CaseFlowFigure): string {
  const { caseId, number, scenario, amounts, step, column, row, unsignedEstimates } = figure;
  const place = "lineId" in row ? ["line", row.lineId] : ["all", row.total];
  const estimates = unsignedEstimates === "credited" ? [unsignedEstimates] : [];
  return ["case", caseId, number, "flow", scenario, amounts, step, column, ...place, ...estimates].join("/");
}

/** The cell of an id; undefined where it is none. */
export function readCaseFlowFigureId(figureId: string): CaseFlowFigure | undefined {
  const parts = figureId.split("/");
  const [subject, caseId = "", number, flow, scenario, kind, by, column, of, place = "", ...more] = parts;
  const isCredited = more.length === 1 && more[0] === "credited";
  if (subject !== "case" || flow !== "flow" || !(more.length === 0 || isCredited)) return undefined;
  const [amounts, step] = [amountKinds.find((one) => one === kind), steps.find((one) => one === by)];
  const total = totals.find((one) => one === place);
  const row =
    of === "line" && place !== ""
      ? { lineId: place }
      : of === "all" && total !== undefined
        ? { total }
        : undefined;
  if (amounts === undefined || step === undefined || row === undefined) return undefined;
  if (![number, scenario, column].every((text) => /^\d{1,6}$/.test(text ?? ""))) return undefined;
  return {
    caseId,
    number: Number(number),
    scenario: Number(scenario),
    amounts,
    step,
    column: Number(column),
    row,
    ...(isCredited && { unsignedEstimates: "credited" as const }),
  };
}
