import { Governance } from "@liftledger/contracts/governance";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { roadmapTasksOf } from "@liftledger/database/roadmap-tasks";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import { findFailures } from "@liftledger/roi/governance/failure-modes";
import { portfolioRates, type PortfolioRates } from "@liftledger/roi/governance/portfolio-rates";
import { rateFigures } from "@liftledger/roi/governance/rate-figures";
import { roadmapProgress } from "@liftledger/roi/governance/roadmap-progress";
import { phaseAt } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { rateView } from "../evaluation/funnel-view.ts";
import { failureFactsOf } from "../findings/failure-facts-of.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { isBegun, isUnderWay } from "../initiatives/is-under-way.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { dayOf } from "../organisations/day-of.ts";
import { mustBe } from "../permissions.ts";
import { engineTasks } from "../roadmap/engine-tasks.ts";
import {
  governedInitiatives,
  type GovernanceClocks,
  type GovernedInitiative,
} from "./governed-initiatives.ts";

/** The portfolio on its way from pilot to production: its rates, and of each initiative that goes on what is found and planned. */
export async function getGovernance(
  ctx: Context,
  { until = ctx.today, asOf = ctx.now }: EndpointRequest<"getGovernance">["query"],
): Promise<Governance> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const governed = await governedOnes(ctx, db, { until, asOf });
    const tasks = Map.groupBy(
      await roadmapTasksOf(db, ctx.organisationId, undefined, { asOf }),
      ({ initiativeId }) => initiativeId,
    );
    const rates = ratesOf(ctx, governed, until);
    const figures = await figuresOf(ctx, db, rates, { until, asOf });
    const initiatives = governed
      .filter(({ initiative }) => isUnderWay(initiative))
      .flatMap((one) => {
        const phase = phaseAt(one.phaseHistory, until)?.current.phase;
        // It begins later.
        if (phase === undefined) return [];
        const { initiativeId, name, ownerName, teamName } = one.initiative;
        const own = engineTasks(tasks.get(initiativeId) ?? []);
        const { done, of, late, sentence } = roadmapProgress(own, until);
        return {
          initiativeId,
          name,
          owner: ownerName,
          team: teamName,
          phase,
          findings: findFailures(failureFactsOf(ctx, one, until), until),
          roadmap: own.length === 0 ? null : { done, of, late: late.length, sentence },
        };
      });
    return Governance.parse({
      until,
      asOf,
      abandoned: rateView(rates.abandoned, figures.find(isAbandoned)?.figure ?? null),
      phases: rates.times.map(({ benchmarkMonths: [shortest, longest], ...time }) => ({
        ...time,
        shortest,
        longest,
      })),
      initiatives: initiatives.toSorted(
        (a, b) => signalsOf(b) - signalsOf(a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
      ),
    });
  });
}

/** How a count, a time or a rate of the governance page came about, by its id; undefined where there is no such figure. */
export async function governanceFigure(
  ctx: Context,
  db: Reader,
  figureId: string,
  clocks: GovernanceClocks,
): Promise<ExplainedFigure | undefined> {
  const rates = ratesOf(ctx, await governedOnes(ctx, db, clocks), clocks.until);
  const figures = await figuresOf(ctx, db, rates, clocks);
  return figures.find(({ figure }) => figure.figureId === figureId);
}

async function governedOnes(
  ctx: Context,
  db: Reader,
  clocks: GovernanceClocks,
): Promise<GovernedInitiative[]> {
  const all = await allInitiatives(ctx, db);
  const rows = all.filter((row) => row.createdAt <= clocks.asOf && isBegun(row));
  return governedInitiatives(ctx, db, rows, clocks);
}

function ratesOf(ctx: Context, governed: readonly GovernedInitiative[], until: string): PortfolioRates {
  return portfolioRates(
    governed.map((one) => journeyOf(ctx, one)),
    until,
  );
}

async function figuresOf(ctx: Context, db: Reader, rates: PortfolioRates, clocks: GovernanceClocks) {
  const { currency } = await getOrganisation(ctx, db);
  return rateFigures(rates, { ...clocks, grade: null, currency, places: currencyExponent(currency) });
}

const isAbandoned = ({ figure }: ExplainedFigure) => figure.figureId === "governance/abandoned";

const signalsOf = ({ findings }: Pick<Governance["initiatives"][number], "findings">) =>
  findings.reduce((count, { signals }) => count + signals.length, 0);

/** How far it has come; whether its return was measured has no bearing on what is asked here. */
function journeyOf(ctx: Context, { initiative, phaseHistory }: GovernedInitiative) {
  const { initiativeId, name, status, updatedAt } = initiative;
  return {
    initiativeId,
    name,
    phaseHistory,
    endedOn: status === "retired" ? dayOf(ctx, updatedAt) : null,
    hasMeasuredReturn: false,
  };
}
