import { GateCounts } from "@liftledger/contracts/gate";
import { listGateReviews } from "@liftledger/database/gate-reviews";
import { gateCriteria, type CriterionKey } from "@liftledger/roi/governance/gate-criteria";
import { gateDecisions } from "@liftledger/roi/governance/gate-decision";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

/** What gates decided and what was let pass, of an initiative or of all. */
export async function getGateCounts(
  ctx: Context,
  query: { initiativeId?: string | undefined } = {},
): Promise<GateCounts> {
  mustBe(ctx, "viewer");
  const reviews = await listGateReviews(ctx.db.read, ctx.organisationId, query);
  const decided = reviews.filter(({ status }) => status === "decided");
  const passed = decided.flatMap(({ overrides }) => overrides.map(({ criterion }) => criterion));
  const byCriterion = [...Map.groupBy(passed, (criterion) => criterion)].map(([criterion, all]) => {
    const { question } = gateCriteria[criterion as CriterionKey];
    return { criterion, question, count: all.length };
  });
  return GateCounts.parse({
    decided: Object.fromEntries(
      gateDecisions.map((kind) => [kind, decided.filter(({ decision }) => decision === kind).length]),
    ),
    overrides: passed.length,
    overridesByCriterion: byCriterion.toSorted(
      (a, b) => b.count - a.count || (a.criterion < b.criterion ? -1 : 1),
    ),
    withoutGate: reviews.filter(({ status }) => status === "passed-by").length,
  });
}
