import type { Portfolio } from "@liftledger/contracts/portfolio";
import { inSnapshot } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { createPortfolioPool } from "@liftledger/roi/portfolio-pool";
import {
  funnelFigures,
  portfolioCountFigures,
  type PortfolioCountFigures,
} from "@liftledger/roi/portfolio-count-figures";
import { portfolioFunnel } from "@liftledger/roi/portfolio-funnel";
import { needsDecision, pooledPortfolio, type PortfolioResult } from "@liftledger/roi/portfolio";
import type { Context } from "../context.ts";
import { isBegun } from "../initiatives/is-under-way.ts";
import { mustBe } from "../permissions.ts";
import {
  evaluateOrganisation,
  type ClocksRequest,
  type EvaluatedOrganisation,
} from "./evaluate-organisation.ts";
import { keptPortfolio } from "./kept-portfolio.ts";
import { portfolioAnswer } from "./portfolio-answer.ts";
import { journeyOf, portfolioEntries } from "./portfolio-entry.ts";

/**
 * All initiatives of the organisation with ROI and verdict, and what they add up to. Today's, as known now, comes
 * from evaluations that were kept; any other day or instant is evaluated when it is asked for.
 */
export async function getPortfolio(ctx: Context, request: ClocksRequest): Promise<Portfolio> {
  mustBe(ctx, "viewer");
  const isToday = request.until === undefined || request.until === ctx.today;
  return isToday && request.asOf === undefined ? keptPortfolio(ctx) : freshPortfolio(ctx, request);
}

/** The portfolio evaluated anew from everything the ledger knew. */
export async function freshPortfolio(ctx: Context, request: ClocksRequest): Promise<Portfolio> {
  return inSnapshot(ctx.db, async (db) => {
    const evaluated = await evaluateOrganisation(ctx, db, request);
    const { organisation, clocks } = evaluated;
    const entries = await portfolioEntries(ctx, db, evaluated);
    const pool = createPortfolioPool({ ...clocks, places: currencyExponent(clocks.currency) });
    for (const { row, contribution } of entries) pool.set(row.initiativeId, contribution);
    return portfolioAnswer(ctx, organisation, clocks, entries, pool);
  });
}

/** What the portfolio's figures are explained by. */
export interface PooledOrganisation extends Omit<PortfolioResult, "counted"> {
  counted: PortfolioCountFigures;
  funnel: ReturnType<typeof funnelFigures>;
}

/** The pooled figures of an evaluated organisation, explained down to their leaves. */
export function poolOrganisation(ctx: Context, evaluated: EvaluatedOrganisation): PooledOrganisation {
  const { until, asOf, currency, seed } = evaluated.clocks;
  const context = { until, asOf, grade: null, currency, places: currencyExponent(currency) };
  const parts = evaluated.initiatives.map(({ row, result }) => ({
    initiativeId: row.initiativeId,
    name: row.name,
    result,
  }));
  const pooled = pooledPortfolio(parts, context, seed);
  const begun = evaluated.initiatives.filter(({ row }) => isBegun(row));
  const journeys = begun.map(({ row, input, result }) => ({
    ...journeyOf(ctx, row, { input, result }),
    initiativeId: row.initiativeId,
    name: row.name,
  }));
  const ids = { begun: begun.map(({ row }) => row.initiativeId), deciding: needsDecision(parts) };
  return {
    ...pooled,
    counted: portfolioCountFigures(parts, ids, pooled, context),
    funnel: funnelFigures(portfolioFunnel(journeys, until), context),
  };
}
