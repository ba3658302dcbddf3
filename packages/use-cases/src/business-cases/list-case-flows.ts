import { caseFlowFigureId, type CaseFlowFigure } from "@liftledger/contracts/case-flow-figure-id";
import type { CaseFlow } from "@liftledger/contracts/case-evaluation";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { inSnapshot } from "@liftledger/database/transaction";
import { caseLines } from "@liftledger/roi/business-case/case-lines";
import { cashFlowTable, type CashFlowRow } from "@liftledger/roi/business-case/cash-flow-table";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import type { CasePlace } from "./open-case.ts";
import { scenarioNamed } from "./scenario-named.ts";

/** The cash flows of a version by month, quarter or year, a row for each line and column: as credited, or after risk. */
export async function listCaseFlows(
  ctx: Context,
  { caseId, number, ...query }: CasePlace & Partial<EndpointRequest<"listCaseFlows">["query"]>,
): Promise<EndpointOutput<"listCaseFlows">> {
  mustBe(ctx, "viewer");
  const { plan } = await inSnapshot(ctx.db, (db) =>
    evaluatedVersion(ctx, db, { caseId, number, asOf: query.asOf }),
  );
  const { scenario: name, step = "year", amounts = "adjusted", unsignedEstimates } = query;
  const scenario = scenarioNamed(plan, name);
  if (plan.period === "year" && step !== "year") {
    const message = "The case is planned by year: it has no flows by shorter periods.";
    throw new ProblemError("invalid-request", message, [{ field: "step", message, seen: step }]);
  }
  const { currency, columns, rows } = cashFlowTable(plan, caseLines(plan, scenario, unsignedEstimates), {
    step,
    amounts,
  });
  const table = {
    caseId,
    number,
    scenario: scenario === null ? 0 : plan.scenarios.indexOf(scenario) + 1,
    amounts,
    step,
    unsignedEstimates,
  };
  const flows = rows.flatMap(({ lineId, name: line, kind, amounts: cells }, row) =>
    columns.map((column, place): CaseFlow => ({
      position: row * columns.length + place + 1,
      column,
      lineId,
      name: line,
      kind,
      currency,
      amount: cells[place] ?? null,
      figureId: caseFlowFigureId({
        ...table,
        column: place,
        row: rowOf({ lineId, kind }),
      }),
    })),
  );
  return pageRows(lists.listCaseFlows.list, flows, query);
}

function rowOf({ lineId, kind }: Pick<CashFlowRow, "lineId" | "kind">): CaseFlowFigure["row"] {
  if (lineId !== null) return { lineId };
  return { total: kind as Exclude<CashFlowRow["kind"], "benefit" | "cost"> };
}
