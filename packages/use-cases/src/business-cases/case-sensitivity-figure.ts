import { readCaseSensitivityFigureId } from "@liftledger/contracts/case-sensitivity-figure-id";
import type { Reader } from "@liftledger/database/transaction";
import { isLineField } from "@liftledger/roi/business-case/plan-line";
import { sensitivityTree, type SensitivityFigure } from "@liftledger/roi/business-case/sensitivity-trees";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import { acceptedWords, basisWords, explainedCaseFigure } from "./explained-case-figure.ts";

/**
 * A figure of which line decides, of the base in money before the risk of lines; undefined where the id is that of none, or
 * of a line or field that does not count or has no range.
 */
export async function caseSensitivityFigure(
  ctx: Context,
  db: Reader,
  { figureId, asOf }: { figureId: string; asOf?: string | undefined },
): Promise<ExplainedFigure | undefined> {
  const asked = readCaseSensitivityFigureId(figureId);
  if (asked === undefined) return undefined;
  const { caseId, number, lineId, of, unsignedEstimates } = asked;
  const figure = soughtOf(lineId, of);
  if (figure === undefined) return undefined;
  const version = await evaluatedVersion(ctx, db, { caseId, number, asOf });
  const tree = sensitivityTree(version.plan, figure, unsignedEstimates);
  if (tree === undefined) return undefined;
  const sentence = `${sentences[figure.of]}, all else as planned, ${basisWords.cash}; Base, before the risk of lines${acceptedWords(unsignedEstimates)}.`;
  return explainedCaseFigure(ctx, version, { figureId, sentence, tree, asOf });
}

function soughtOf(
  lineId: string,
  of: Exclude<ReturnType<typeof readCaseSensitivityFigureId>, undefined>["of"],
): SensitivityFigure | undefined {
  if (typeof of === "string") return { lineId, of };
  return isLineField(of.field) ? { lineId, of: "field", field: of.field } : undefined;
}

const sentences: Record<SensitivityFigure["of"], string> = {
  low: "What the plan is worth today with this line at its lowest",
  high: "What the plan is worth today with this line at its highest",
  distance: "How far this line, from one end of its range to the other, moves what the plan is worth today",
  multiple:
    "How many times as planned the whole line would have to be for the plan to be worth nothing today",
  field:
    "What this would have to be, at its last where it changes over time, for the plan to be worth nothing today",
};
