import type { CaseFlow } from "@liftledger/contracts/case-evaluation";

/** One row of the cash flows over all columns. */
export interface FlowRow {
  key: string;
  name: string;
  kind: CaseFlow["kind"];
  /** Null where the line is not valued. */
  amounts: (string | null)[];
  /** Of each amount, by which it opens. */
  figureIds: string[];
}

/** The flows as a table: a row a line, a column a period, in the order in which they come. */
export function pivotFlows(flows: readonly CaseFlow[]): { columns: string[]; rows: FlowRow[] } {
  const columns = [...new Set(flows.map(({ column }) => column))];
  const rows = new Map<string, FlowRow>();
  for (const { lineId, kind, name, column, amount, figureId } of flows) {
    const key = `${kind} ${lineId ?? ""}`;
    const row = rows.get(key) ?? {
      key,
      name,
      kind,
      amounts: columns.map(() => null),
      figureIds: columns.map(() => ""),
    };
    row.amounts[columns.indexOf(column)] = amount;
    row.figureIds[columns.indexOf(column)] = figureId;
    rows.set(key, row);
  }
  return { columns, rows: [...rows.values()] };
}
