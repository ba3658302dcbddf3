import { withPeople, enginePlan } from "@liftledger/contracts/case-plan-people";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { getCaseVersion, type CaseVersion } from "@liftledger/database/case-versions";
import type { Reader } from "@liftledger/database/transaction";
import type { BenchmarkSet } from "@liftledger/roi/benchmark-set";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import { planProblems } from "@liftledger/roi/business-case/plan-problems";
import { benchmarksInForce, readBenchmarks } from "../benchmarks/known-benchmarks.ts";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { personNames } from "../people/person-names.ts";
import { ProblemError } from "../problem.ts";
import type { CasePlace } from "./open-case.ts";
import { isWrittenSinceAsked, storedPlan } from "./stored-plan.ts";

/** A version as it is evaluated. */
export interface EvaluatedVersion {
  /** People by name. */
  plan: CasePlan;
  benchmarks?: BenchmarkSet;
  /** The instant at which it last changed or was decided. */
  standsSince: string;
}

/**
 * The plan of a version as it is evaluated, people by name, and the benchmarks that were in force when it was submitted.
 * A draft that was written anew since `asOf` is refused with "conflict": what it said then is not kept, and another plan
 * would stand under the same address.
 */
export async function evaluatedVersion(
  ctx: Context,
  db: Reader,
  { asOf, ...place }: CasePlace & { asOf?: string | undefined },
): Promise<EvaluatedVersion> {
  const { initiativeId, name } = await getBusinessCase(db, ctx.organisationId, place.caseId);
  const version = await getCaseVersion(db, ctx.organisationId, place);
  refuseChangedSince(ctx, name, version, asOf);
  const nameOf = await personNames(ctx, db);
  const plan = enginePlan(withPeople(storedPlan(version), nameOf));
  const [fault] = planProblems(plan);
  // A plan that was sound once may break a rule of a later version of the engine.
  if (fault?.severity === "wrong") throw new ProblemError("invalid-request", fault.message);
  const { submittedAt } = version;
  const wasOpen =
    submittedAt === null || isWrittenSinceAsked(version) || (asOf !== undefined && submittedAt > asOf);
  const at = wasOpen ? (asOf ?? ctx.now) : submittedAt;
  const known = await readBenchmarks(ctx, db, at);
  const { benchmarks } = benchmarksInForce(known, initiativeId, { until: dayOf(ctx, at), nameOf });
  const asked = isWrittenSinceAsked(version) ? null : (version.decidedAt ?? submittedAt);
  const standsSince = version.endedAt ?? asked ?? version.changedAt;
  return { plan, standsSince, ...(benchmarks && { benchmarks }) };
}

/** A version that was there at an instant and has been written anew since. */
function refuseChangedSince(
  ctx: Context,
  name: string,
  { number, createdAt, changedAt }: CaseVersion,
  asOf: string | undefined,
): void {
  if (asOf === undefined || createdAt > asOf || changedAt <= asOf) return;
  const message = `Version ${number} of ${name} was a draft on ${dayOf(ctx, asOf)} and was changed on ${dayOf(ctx, changedAt)}: what it said before is not kept. Ask for it as of a later instant. What is submitted for approval does not change.`;
  throw new ProblemError("conflict", message, [{ field: "asOf", message, seen: asOf }]);
}
