import { readCaseActualFigureId } from "@liftledger/contracts/case-actual-figure-id";
import type { Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { caseActualTrees, type ActualFigure } from "@liftledger/roi/business-case/case-actual-trees";
import { explainedFigure, type ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import type { ClocksRequest } from "../evaluation/evaluate-organisation.ts";
import { comparedVersion } from "./compared-version.ts";
import { basisWords } from "./explained-case-figure.ts";

/**
 * A figure of a version held against what came of it, with what it is made of, down to the planned assumptions, the rows
 * that were measured and booked, and the rates; undefined where the id is none of these, or nothing of it can be compared.
 */
export async function caseActualFigure(
  ctx: Context,
  db: Reader,
  { figureId, ...clocksAsked }: ClocksRequest & { figureId: string },
): Promise<ExplainedFigure | undefined> {
  const asked = readCaseActualFigureId(figureId);
  if (asked === undefined) return undefined;
  const { version, figure } = asked;
  const compared = await comparedVersion(ctx, db, { ...version, ...clocksAsked });
  const { plan, measured, rate, found, until, asOf } = compared;
  if (found.kind === "no-actuals") return undefined;
  const { actuals } = found;
  const answer = caseActualTrees(plan, { measured, actuals, rate }, version.basis);
  // A cause that no bridge has is simply not found among its bars.
  const tree = answer.treeOf(figure as ActualFigure);
  if (tree === undefined) return undefined;
  const { currency } = plan;
  return explainedFigure(
    { until, asOf, grade: null, currency, places: currencyExponent(currency) },
    {
      figureId,
      label: tree.label,
      sentence: `${sentences[figure.of]}, ${basisWords[version.basis]}. The plan counts before the risk of its lines.`,
      tree,
      basis: "none",
      span: "cumulative",
      distribution: null,
    },
  );
}

const sentences: Record<ActualFigure["of"], string> = {
  whole:
    "Benefits less costs over the months that have ended and that both sides know; what is still planned counts as planned",
  bar: "What this driver alone moved between plan and actual, those before it as they came and those after it as planned",
  line: "Over the months that have ended and that both sides know; costs are below zero",
  month: "Benefits less costs of the month, as far as both sides know it",
  coverage: "How much of what was planned to date is known, by what was planned",
};
