import { readCaseFlowFigureId } from "@liftledger/contracts/case-flow-figure-id";
import type { Reader } from "@liftledger/database/transaction";
import { cashFlowTree } from "@liftledger/roi/business-case/cash-flow-trees";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import { acceptedWords, explainedCaseFigure, scenarioAt } from "./explained-case-figure.ts";

/**
 * A cell of the cash flows of a version with what it is made of; undefined where the id is that of none, or of a scenario,
 * line or period that the plan does not have.
 */
export async function caseFlowFigure(
  ctx: Context,
  db: Reader,
  { figureId, asOf }: { figureId: string; asOf?: string | undefined },
): Promise<ExplainedFigure | undefined> {
  const asked = readCaseFlowFigureId(figureId);
  if (asked === undefined) return undefined;
  const { caseId, number, scenario: place, amounts, step, column, row, unsignedEstimates } = asked;
  const version = await evaluatedVersion(ctx, db, { caseId, number, asOf });
  const scenario = scenarioAt(version, place);
  if (scenario === undefined) return undefined;
  const tree = cashFlowTree(
    version.plan,
    { scenario, step, amounts, ...(unsignedEstimates && { unsignedEstimates }) },
    { row, column },
  );
  if (tree === undefined) return undefined;
  const what = "lineId" in row ? "What the line comes to" : sentences[row.total];
  const risk = amounts === "adjusted" ? "after" : "before";
  const sentence = `${what}, as it comes and goes, undiscounted; ${scenario?.name ?? "Base"}, ${risk} the risk of lines${acceptedWords(unsignedEstimates)}.`;
  return explainedCaseFigure(ctx, version, { figureId, sentence, tree, asOf });
}

const sentences = {
  benefits: "All benefits of the period",
  costs: "All costs of the period, gross",
  net: "Benefits less costs of the period",
  cumulative: "Benefits less costs from the start to the end of the period",
} as const;
