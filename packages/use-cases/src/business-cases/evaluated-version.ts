import { withPeople, enginePlan } from "@liftledger/contracts/case-plan-people";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { getCaseVersion } from "@liftledger/database/case-versions";
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
import { storedPlan } from "./stored-plan.ts";

/** A version as it is evaluated. */
export interface EvaluatedVersion {
  /** People by name. */
  plan: CasePlan;
  benchmarks?: BenchmarkSet;
  /** The instant at which it last changed or was decided. */
  standsSince: string;
}

/** The plan of a version as it is evaluated, people by name, and the benchmarks that were in force when it was submitted. */
export async function evaluatedVersion(
  ctx: Context,
  db: Reader,
  place: CasePlace,
): Promise<EvaluatedVersion> {
  const { initiativeId } = await getBusinessCase(db, ctx.organisationId, place.caseId);
  const version = await getCaseVersion(db, ctx.organisationId, place);
  const nameOf = await personNames(ctx, db);
  const plan = enginePlan(withPeople(storedPlan(version), nameOf));
  const [fault] = planProblems(plan);
  // A plan that was sound once may break a rule of a later version of the engine.
  if (fault?.severity === "wrong") throw new ProblemError("invalid-request", fault.message);
  const at = version.submittedAt ?? ctx.now;
  const known = await readBenchmarks(ctx, db, at);
  const { benchmarks } = benchmarksInForce(known, initiativeId, { until: dayOf(ctx, at), nameOf });
  const standsSince = version.endedAt ?? version.decidedAt ?? version.submittedAt ?? version.changedAt;
  return { plan, standsSince, ...(benchmarks && { benchmarks }) };
}
