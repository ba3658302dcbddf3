import { z } from "zod";
import { FigureExplanation } from "./evaluation.ts";
import { Board, Portfolio } from "./portfolio.ts";
import { TwoClocks } from "./values.ts";

/** What goes into the endpoints of the portfolio and its figures and what comes out; a part of the table in `endpoints.ts`. */
export const portfolioEndpoints = {
  getPortfolio: {
    summary: "All initiatives, ROI and verdicts",
    query: TwoClocks,
    output: Portfolio,
    status: 200,
  },
  getBoard: {
    summary: "The portfolio on one screen: spend, cash returned, and each decision asked for",
    query: TwoClocks,
    output: Board,
    status: 200,
  },
  explainFigure: {
    summary: "How a figure came about, down to the snapshots",
    query: TwoClocks.extend({ figureId: z.string().min(1).max(200) }),
    output: FigureExplanation,
    status: 200,
  },
} as const;
