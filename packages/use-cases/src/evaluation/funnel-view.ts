import type { FunnelRate as FunnelRateView, Portfolio } from "@liftledger/contracts/portfolio";
import type { FigureContext } from "@liftledger/roi/figure";
import { funnelFigures } from "@liftledger/roi/portfolio-count-figures";
import { portfolioFunnel, type FunnelInitiative, type FunnelRate } from "@liftledger/roi/portfolio-funnel";

/** The funnel of a portfolio as it crosses the wire. */
export function funnelView(
  journeys: readonly FunnelInitiative[],
  context: FigureContext,
): Portfolio["funnel"] {
  const funnel = portfolioFunnel(journeys, context.until);
  const figures = funnelFigures(funnel, context);
  const view = (key: "reachedScale" | "returnsAtScale" | "scrapped") =>
    rateView(funnel[key], figures[key]?.figure ?? null);
  return {
    reachedScale: view("reachedScale"),
    returnsAtScale: view("returnsAtScale"),
    scrapped: view("scrapped"),
    undecided: funnel.undecided,
  };
}

/** A rate as it crosses the wire, with its figure. */
export function rateView(rate: FunnelRate, figure: FunnelRateView["figure"]): FunnelRateView {
  if (rate.kind === "no-value")
    return { sentence: rate.reason, figure: null, published: null, publisher: null, against: null };
  const { sentence, published, against } = rate;
  return { sentence, figure, published: Number(published.low), publisher: published.publisher, against };
}
