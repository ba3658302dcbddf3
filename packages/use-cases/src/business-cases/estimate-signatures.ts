import type { CasePlan } from "@liftledger/contracts/case-plan";
import { enginePlan } from "@liftledger/contracts/case-plan-people";
import type { PlanAssumption } from "@liftledger/roi/business-case/case-plan";
import { linePaths, planLines } from "@liftledger/roi/business-case/plan-line";
import type { Context } from "../context.ts";
import { refuseIfAny } from "../problem.ts";

/** An estimate that somebody stands for, with the values that were signed. */
interface SignedEstimate {
  lineId: string;
  name: string;
  field: PlanAssumption["field"];
  signedBy: string;
  values: string;
}

/**
 * Throws "invalid-request" where a plan says that somebody else accepted an estimate, unless they accepted it before and
 * it says what it said then: one signs for oneself, and for what one has seen.
 */
export function refuseForeignSignatures(ctx: Context, plan: CasePlan, before: CasePlan | null): void {
  const known = new Set((before === null ? [] : signedEstimates(before)).map(keyOf));
  refuseIfAny(
    signedEstimates(plan)
      .filter((estimate) => estimate.signedBy !== ctx.actor.personId && !known.has(keyOf(estimate)))
      .map(({ name, field }) => ({
        field: `plan.${field}.signedBy`,
        message: `${name}: an estimate is accepted by oneself, for what it says now; leave "signedBy" out, and they accept it themselves.`,
      })),
  );
}

function signedEstimates(plan: CasePlan): SignedEstimate[] {
  return planLines(enginePlan(plan)).flatMap((line) => {
    const paths = linePaths(line);
    return line.assumptions.flatMap(({ field, signedBy }) => {
      if (signedBy === null) return [];
      const values = paths.filter(([own]) => field === "line" || own === field);
      return [{ lineId: line.id, name: line.name, field, signedBy, values: JSON.stringify(values) }];
    });
  });
}

const keyOf = ({ lineId, field, signedBy, values }: SignedEstimate) =>
  [lineId, field, signedBy, values].join("\n");
