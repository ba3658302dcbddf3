import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { expect, it } from "vitest";
import { makeInitiative } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { explainFigure } from "./explain-figure.ts";
import { getBoard } from "./get-board.ts";
import { getPortfolio } from "./get-portfolio.ts";

describeOnEveryDatabase("getBoard", (open) => {
  it("says what the portfolio says, with the decision each asks for and the cost of stopping", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx, "Scoring");
    await makeInitiative(ctx, "Only stated");
    const [board, portfolio] = [await getBoard(ctx, {}), await getPortfolio(ctx, {})];
    expect(board.figures).toEqual(portfolio.figures);
    expect(board.decisions.map(({ initiativeId }) => initiativeId)).toEqual(portfolio.needsDecision);
    const [decision] = board.decisions;
    expect([decision?.name, decision?.decisionAsked, board.more]).toEqual([
      "Scoring",
      "Move it to Scale: call the gate review",
      0,
    ]);
    const { until, asOf } = board;
    for (const shown of [decision?.costOfStopping, board.figures.costOfAll]) {
      const { figure, tree } = await explainFigure(ctx, { figureId: shown?.figureId ?? "", until, asOf });
      expect(figure).toEqual(shown);
      expect(evaluateExplanation(tree as Parameters<typeof evaluateExplanation>[0])).toBe(figure.value);
    }
  });

  it("asks nothing while there is nothing, and says so", async () => {
    const { decisions, more, figures } = await getBoard(await openLedger(open), {});
    expect([decisions, more, figures.costOfAll.value]).toEqual([[], 0, "0"]);
  });
});
