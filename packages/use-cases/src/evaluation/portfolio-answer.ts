import type { Portfolio, PortfolioRow } from "@liftledger/contracts/portfolio";
import { currencyExponent } from "@liftledger/finance/currency";
import { formatMoney, moneyFromDecimal } from "@liftledger/finance/money";
import { toldOfBand } from "@liftledger/roi/benchmark-figure";
import { pooledResultOf } from "@liftledger/roi/contribution";
import { engineVersion } from "@liftledger/roi/engine-version";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import { portfolioHeadline } from "@liftledger/roi/findings";
import { percentText } from "@liftledger/roi/percent-text";
import { portfolioCountFigures, type PortfolioCountFigures } from "@liftledger/roi/portfolio-count-figures";
import type { PortfolioPool } from "@liftledger/roi/portfolio-pool";
import {
  needsDecision,
  pooledPortfolio,
  type PortfolioPart,
  type PortfolioResult,
} from "@liftledger/roi/portfolio";
import { numberOf, sentenceText, told, type SentencePart } from "@liftledger/roi/told-sentence";
import { writeAnswerBy } from "../answer-bytes.ts";
import { whenAsked } from "@liftledger/roi/when-asked";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { isBegun } from "../initiatives/is-under-way.ts";
import { namedBand } from "./band-view.ts";
import type { EvaluationClocks } from "./engine-input.ts";
import type { EvaluatedOrganisation } from "./evaluate-organisation.ts";
import { funnelView } from "./funnel-view.ts";
import type { PortfolioEntry } from "./portfolio-entry.ts";
import { asKnown, createPortfolioWriter, type PortfolioWriter } from "./portfolio-bytes.ts";

const locale = "en-GB";

/** A portfolio as it crosses the wire, of its entries and what they add up to in the pool. */
export function portfolioAnswer(
  ctx: Context,
  organisation: EvaluatedOrganisation["organisation"],
  clocks: EvaluationClocks,
  entries: readonly PortfolioEntry[],
  pool: PortfolioPool,
): Portfolio {
  const { until, asOf, currency, seed } = clocks;
  const parts = entries.map((entry) => partOf(entry, currency));
  const context = { until, asOf, grade: null, currency, places: currencyExponent(currency) };
  const pooled = pooledPortfolio(parts, context, seed, pool.spread());
  const rows = entries.map(({ row }) => row);
  const deciding = needsDecision(parts);
  const begun = entries.filter(({ row }) => isBegun(row));
  const counted = portfolioCountFigures(
    parts,
    { begun: begun.map(({ row }) => row.initiativeId), deciding },
    pooled,
    context,
  );
  const { netRoi, realisedValue, cost, netBenefit } = pooled.figures;
  const headline = portfolioHeadline(netRoi.figure);
  const below = subline(pooled, currency, counted, begun.length < entries.length);
  const around: Omit<Portfolio, "rows"> = {
    organisationId: ctx.organisationId,
    organisationName: organisation.name,
    isDemo: organisation.kind === "demo",
    currency,
    until,
    asOf,
    engineVersion,
    headline: sentenceText(headline),
    headlineParts: headline,
    subline: sentenceText(below),
    sublineParts: below,
    figures: {
      netRoi: netRoi.figure,
      realisedValue: realisedValue.figure,
      cost: cost.figure,
      netBenefit: netBenefit.figure,
      costOfAll: pooled.costOfAll.figure,
      netRoiOfAll: pooled.netRoiOfAll.figure,
      meetingBenchmark: counted.meetingBenchmark.figure,
      needsDecision: counted.needsDecision.figure,
      medianRoi: counted.medianRoi.figure,
      lowerQuartile: counted.lowerQuartile.figure,
      upperQuartile: counted.upperQuartile.figure,
    },
    funnel: funnelView(
      begun.map(({ row: { initiativeId, name }, journey }) => ({ ...journey, initiativeId, name })),
      context,
    ),
    counts: countsOf(rows, deciding.length),
    medianRoi: pooled.medianRoi,
    quartiles: pooled.quartiles,
    needsDecision: deciding,
    decisionReasons: reasonsOf(rows, deciding.slice(0, mostReasons)),
    toDate: pool.timeline(),
  };
  // Most portfolios are only sent, from rows that were written before: new rows are made for who looks into one.
  const portfolio = whenAsked(around, { rows: () => rows.map((row) => asKnown(row, asOf)) });
  writeAnswerBy(portfolio, () => writerOf(pool)(around, rows));
  return portfolio;
}

/** Of so many it is told in pieces why they want a decision: as many as are shown at once. */
const mostReasons = 5;

function reasonsOf(rows: readonly PortfolioRow[], deciding: readonly string[]): SentencePart[][] {
  const byId = new Map(rows.map((row) => [row.initiativeId, row]));
  return deciding.map((initiativeId) => {
    const { verdict, band } = entryOf(byId, initiativeId);
    return toldOfBand(verdict.reason, namedBand(band));
  });
}

/** A pool outlives many portfolios, and each of them is written after the one before. */
const writers = new WeakMap<PortfolioPool, PortfolioWriter>();

function writerOf(pool: PortfolioPool): PortfolioWriter {
  const writer = writers.get(pool) ?? createPortfolioWriter();
  writers.set(pool, writer);
  return writer;
}

/** What an entry is to the sums; most entries outlive many portfolios. */
const knownParts = new WeakMap<PortfolioEntry, PortfolioPart>();

function partOf(entry: PortfolioEntry, currency: string): PortfolioPart {
  const { row, contribution } = entry;
  const part = knownParts.get(entry) ?? {
    initiativeId: row.initiativeId,
    name: row.name,
    result: pooledResultOf(row.verdict, contribution, currency),
  };
  knownParts.set(entry, part);
  return part;
}

function countsOf(rows: readonly PortfolioRow[], deciding: number): Portfolio["counts"] {
  const count = (...statuses: PortfolioRow["verdict"]["status"][]) =>
    rows.filter((row) => statuses.includes(row.verdict.status)).length;
  return {
    initiatives: rows.length,
    candidates: rows.filter((row) => !isBegun(row)).length,
    judged: count("losing-money", "below", "watch", "on-track", "above"),
    meetingBenchmark: count("on-track", "above"),
    needsDecision: deciding,
    tooEarly: count("too-early"),
  };
}

/** Where ideas stand in the list as well, it is said that those that have not begun are not counted. */
function subline(
  pooled: PortfolioResult,
  currency: string,
  counted: PortfolioCountFigures,
  hasIdeas: boolean,
): SentencePart[] {
  const { netRoi, realisedValue, cost } = pooled.figures;
  if (netRoi.figure.value === null) return told`No initiative can be judged yet.`;
  const money = (amount: string) =>
    formatMoney(moneyFromDecimal(amount, currency), locale, { compact: true });
  const amount = ({ figure }: ExplainedFigure) => numberOf(money(figure.value ?? "0"), figure);
  const count = ({ figure }: ExplainedFigure) => numberOf(figure.value ?? "0", figure);
  const percent = (ratio: string, { figure }: ExplainedFigure) =>
    numberOf(percentText(Number(ratio)), figure);
  const { interval } = netRoi.figure;
  const range =
    interval === null
      ? ""
      : told`Likely range ${percent(interval.low, netRoi)} to ${percent(interval.high, netRoi)}. `;
  const rest =
    Number(pooled.costOfOthers.figure.value ?? 0) > 0
      ? told` Another ${amount(pooled.costOfOthers)} was spent on the others; counted at no value they make it ${percent(pooled.netRoiOfAll.figure.value ?? "0", pooled.netRoiOfAll)} over everything.`
      : "";
  const initiatives = counted.initiatives.figure.value === "1" ? "initiative" : "initiatives";
  return told`${range}${amount(realisedValue)} turned into money on ${amount(cost)} of cost, ${count(counted.judged)} of ${count(counted.initiatives)} ${hasIdeas ? "begun " : ""}${initiatives} judged.${rest}`;
}
