import type { Portfolio, PortfolioRow } from "@liftledger/contracts/evaluation";
import { inSnapshot } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { formatMoney, moneyFromDecimal } from "@liftledger/finance/money";
import { firstDay } from "@liftledger/kpis/period";
import { engineVersion } from "@liftledger/roi/engine-version";
import { portfolioHeadline } from "@liftledger/roi/findings";
import { percentText } from "@liftledger/roi/percent-text";
import { phaseOn } from "@liftledger/roi/phase";
import { isJudged, needsDecision, pooledPortfolio, type PortfolioResult } from "@liftledger/roi/portfolio";
import { toDateSeries } from "@liftledger/roi/to-date";
import type { Context } from "../context.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { mustBe } from "../permissions.ts";
import {
  evaluateOrganisation,
  type ClocksRequest,
  type EvaluatedOrganisation,
} from "./evaluate-organisation.ts";
import { lastLoggedOn } from "./last-logged.ts";

const locale = "en-GB";

/** All initiatives of the organisation with ROI and verdict, and what they add up to. */
export async function getPortfolio(ctx: Context, request: ClocksRequest): Promise<Portfolio> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const evaluated = await evaluateOrganisation(ctx, db, request);
    const { organisation, clocks, initiatives } = evaluated;
    const pooled = poolOrganisation(evaluated);
    const views = await initiativeViews(
      ctx,
      db,
      initiatives.map(({ row }) => row),
      { asOf: clocks.asOf },
    );
    const rows = initiatives.map(({ row, input, result }, place): PortfolioRow => {
      const view = views[place];
      if (view === undefined) throw new Error(`initiative ${row.initiativeId} has no view`);
      const { name, sentence, owner, team, status } = view;
      return {
        initiativeId: row.initiativeId,
        name,
        sentence,
        owner,
        team,
        phase: phaseOn(input.phaseHistory, clocks.until).current.phase,
        status,
        verdict: result.verdict,
        band: result.band,
        netRoi: result.figures.netRoi.figure,
        realisedValue: result.figures.realisedValue.figure,
        cost: result.figures.cost.figure,
        grade: result.figures.netRoi.figure.grade,
        lastLoggedOn: lastLoggedOn(evaluated.ledger, row.initiativeId),
      };
    });
    const deciding = needsDecision(partsOf(evaluated));
    const { netRoi, realisedValue, cost, netBenefit } = pooled.figures;
    return {
      organisationId: ctx.organisationId,
      organisationName: organisation.name,
      isDemo: organisation.kind === "demo",
      currency: clocks.currency,
      until: clocks.until,
      asOf: clocks.asOf,
      engineVersion,
      headline: portfolioHeadline(netRoi.figure),
      subline: subline(pooled, clocks.currency, rows.length),
      figures: {
        netRoi: netRoi.figure,
        realisedValue: realisedValue.figure,
        cost: cost.figure,
        netBenefit: netBenefit.figure,
      },
      counts: countsOf(rows, deciding.length),
      medianRoi: pooled.medianRoi,
      quartiles: pooled.quartiles,
      rows,
      needsDecision: deciding,
      toDate: portfolioTimeline(evaluated),
    };
  });
}

/** The pooled figures of an evaluated organisation. */
export function poolOrganisation(evaluated: EvaluatedOrganisation): PortfolioResult {
  const { until, asOf, currency, seed } = evaluated.clocks;
  const context = { until, asOf, grade: null, currency, places: currencyExponent(currency) };
  return pooledPortfolio(partsOf(evaluated), context, seed);
}

function partsOf({ initiatives }: EvaluatedOrganisation) {
  return initiatives.map(({ row, result }) => ({ initiativeId: row.initiativeId, name: row.name, result }));
}

function countsOf(rows: readonly PortfolioRow[], deciding: number): Portfolio["counts"] {
  const count = (...statuses: PortfolioRow["verdict"]["status"][]) =>
    rows.filter((row) => statuses.includes(row.verdict.status)).length;
  return {
    initiatives: rows.length,
    judged: count("losing-money", "below", "watch", "on-track", "above"),
    meetingBenchmark: count("on-track", "above"),
    needsDecision: deciding,
    tooEarly: count("too-early"),
  };
}

function subline(pooled: PortfolioResult, currency: string, initiatives: number): string {
  const { netRoi, realisedValue, cost } = pooled.figures;
  if (netRoi.figure.value === null) return "No initiative can be judged yet.";
  const money = (amount: string) =>
    formatMoney(moneyFromDecimal(amount, currency), locale, { compact: true });
  const { interval } = netRoi.figure;
  const range =
    interval === null
      ? ""
      : `Likely range ${percentText(Number(interval.low))} to ${percentText(Number(interval.high))}. `;
  const rest =
    Number(pooled.uncountedCost) > 0
      ? ` Another ${money(pooled.uncountedCost)} was spent on the others; counted at no value they make it ${percentText(Number(pooled.netRoiOfAll.figure.value))} over everything.`
      : "";
  return (
    `${range}${money(realisedValue.figure.value ?? "0")} turned into money on ${money(cost.figure.value ?? "0")} of cost, ` +
    `${pooled.counted.length} of ${initiatives} ${initiatives === 1 ? "initiative" : "initiatives"} judged.${rest}`
  );
}

/** Value and cost by month of all initiatives in the headline together, so that its last point is the headline. */
function portfolioTimeline({ initiatives, clocks }: EvaluatedOrganisation): Portfolio["toDate"] {
  const counted = initiatives.filter(({ result }) => isJudged(result));
  const first = counted.map(({ row }) => row.startedOn).toSorted()[0];
  if (first === undefined) return [];
  return toDateSeries({
    benefits: counted.flatMap(({ result }) =>
      result.benefits.filter((benefit) => benefit.value.kind !== "no-money"),
    ),
    // Each is counted up to its own day: what was booked beyond it waits with the value of its month.
    costs: counted.flatMap(({ input, result }) =>
      input.costs.filter(({ month }) => firstDay(month) <= result.countedUntil),
    ),
    currency: clocks.currency,
    places: currencyExponent(clocks.currency),
    startedOn: first,
    until: counted.map(({ result }) => result.countedUntil).reduce((a, b) => (a > b ? a : b)),
    seed: clocks.seed,
    step: "month",
  }).map(({ period, lastDay, value, valueLow, valueHigh, cost }) => ({
    period,
    lastDay,
    value,
    valueLow,
    valueHigh,
    cost,
  }));
}
