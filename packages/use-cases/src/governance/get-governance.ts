import { Governance } from "@liftledger/contracts/governance";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { roadmapTasksOf } from "@liftledger/database/roadmap-tasks";
import { inSnapshot } from "@liftledger/database/transaction";
import { findFailures } from "@liftledger/roi/governance/failure-modes";
import { portfolioRates } from "@liftledger/roi/governance/portfolio-rates";
import { roadmapProgress } from "@liftledger/roi/governance/roadmap-progress";
import { phaseAt } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { failureFactsOf } from "../findings/failure-facts-of.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { isBegun, isUnderWay } from "../initiatives/is-under-way.ts";
import { dayOf } from "../organisations/day-of.ts";
import { mustBe } from "../permissions.ts";
import { engineTasks } from "../roadmap/engine-tasks.ts";
import { governedInitiatives, type GovernedInitiative } from "./governed-initiatives.ts";

/** The portfolio on its way from pilot to production: its rates, and of each initiative that goes on what is found and planned. */
export async function getGovernance(
  ctx: Context,
  { until = ctx.today, asOf = ctx.now }: EndpointRequest<"getGovernance">["query"],
): Promise<Governance> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const rows = (await allInitiatives(ctx, db)).filter((row) => row.createdAt <= asOf && isBegun(row));
    const governed = await governedInitiatives(ctx, db, rows, { until, asOf });
    const tasks = Map.groupBy(
      await roadmapTasksOf(db, ctx.organisationId, undefined, { asOf }),
      ({ initiativeId }) => initiativeId,
    );
    const { abandoned, times } = portfolioRates(
      governed.map((one) => journeyOf(ctx, one)),
      until,
    );
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
      abandoned: rateView(abandoned),
      phases: times.map(({ benchmarkMonths: [shortest, longest], ...time }) => ({
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

const signalsOf = ({ findings }: Pick<Governance["initiatives"][number], "findings">) =>
  findings.reduce((count, { signals }) => count + signals.length, 0);

/** How far it has come; whether its return was measured has no bearing on what is asked here. */
function journeyOf(ctx: Context, { initiative, phaseHistory }: GovernedInitiative) {
  const { status, updatedAt } = initiative;
  return {
    phaseHistory,
    endedOn: status === "retired" ? dayOf(ctx, updatedAt) : null,
    hasMeasuredReturn: false,
  };
}

function rateView(rate: ReturnType<typeof portfolioRates>["abandoned"]): Governance["abandoned"] {
  if (rate.kind === "no-value")
    return { sentence: rate.reason, published: null, publisher: null, against: null };
  const { sentence, published, against } = rate;
  return { sentence, published: Number(published.low), publisher: published.publisher, against };
}
