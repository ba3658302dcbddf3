import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { expect, it } from "vitest";
import { createDemo } from "../demo/create-demo.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { explainFigure } from "./explain-figure.ts";
import { getBoard } from "./get-board.ts";
import { getPortfolio } from "./get-portfolio.ts";

describeOnEveryDatabase("getBoard", (open) => {
  it("says of the demo what the portfolio says, with the decision each asks for and the cost of stopping", async () => {
    const ctx = await openLedger(open);
    await createDemo(ctx);
    const demo = { ...ctx, organisationId: "demo" };
    const [board, portfolio] = [await getBoard(demo, {}), await getPortfolio(demo, {})];
    expect(board.figures).toEqual(portfolio.figures);
    expect(board.decisions.map(({ initiativeId }) => initiativeId)).toEqual(portfolio.needsDecision);
    expect(board.more).toBe(0);
    expect(board.decisions.map(({ verdict, decisionAsked }) => [verdict.status, decisionAsked])).toEqual(
      expect.arrayContaining([
        ["losing-money", "Stop it, or change what it does"],
        ["above", "Move it to Scale: call the gate review"],
      ]),
    );
    for (const { costOfStopping } of board.decisions.slice(0, 2)) {
      const { figure, tree } = await explainFigure(demo, {
        figureId: costOfStopping.figureId,
        until: board.until,
        asOf: board.asOf,
      });
      expect(figure).toEqual(costOfStopping);
      expect(evaluateExplanation(tree as Parameters<typeof evaluateExplanation>[0])).toBe(figure.value);
    }
    const { figure } = await explainFigure(demo, { figureId: "portfolio/cost-of-all", asOf: board.asOf });
    expect(figure).toEqual(board.figures.costOfAll);
    expect(Number(figure.value)).toBeGreaterThan(Number(board.figures.cost.value));
  });

  it("asks nothing while there is nothing, and says so", async () => {
    const { decisions, more, figures } = await getBoard(await openLedger(open), {});
    expect([decisions, more, figures.costOfAll.value]).toEqual([[], 0, "0"]);
  });
});
