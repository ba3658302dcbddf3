import type { CasePlan, NewCasePlan } from "@liftledger/contracts/case-plan";
import { enginePlan, planPeople, withPeople } from "@liftledger/contracts/case-plan-people";
import { listBenefits } from "@liftledger/database/benefits";
import { listCaseSettings } from "@liftledger/database/case-settings";
import type { Writer } from "@liftledger/database/transaction";
import { planProblems, twiceBound } from "@liftledger/roi/business-case/plan-problems";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { defaultRateOf, isRateOf, wasOn } from "./case-settings-in-force.ts";
import { refuseForeignSignatures } from "./estimate-signatures.ts";
import { wireProblem } from "./wire-problem.ts";

/**
 * A plan that a person wrote as it is kept: people by their ids, the organisation's discount rate where none is named.
 * Refused where it breaks a rule, plans a benefit of another initiative, says that somebody set a rate who did not, or
 * that somebody else signed an estimate.
 */
export async function checkedPlan(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { wanted, initiativeId, before }: { wanted: NewCasePlan; initiativeId: string; before: CasePlan | null },
): Promise<CasePlan> {
  const { discountRate, ...rest } = wanted;
  const settings = await listCaseSettings(tx, ctx.organisationId);
  const usual = defaultRateOf(ctx, settings.at(-1));
  const rate = discountRate ?? usual;
  if (rate === undefined) {
    const message =
      "There is no discount rate: state one, or ask finance to set the organisation's own first.";
    throw new ProblemError("invalid-request", message, [{ field: "plan.discountRate", message }]);
  }
  const named = await withIds(ctx, tx, audit, { ...rest, discountRate: { ...rate, setBy: null } });
  const setBy =
    discountRate === undefined || discountRate.setBy === null
      ? rate.setBy
      : await personOf(ctx, tx, audit, discountRate.setBy);
  const plan = { ...named, discountRate: { ...rate, setBy } };
  const isKnown = settings.some(
    (one) =>
      isRateOf(plan.discountRate, one) &&
      one.recordedBy === setBy &&
      wasOn(plan.discountRate.setOn ?? "never", one.recordedAt),
  );
  if (setBy !== null && !isKnown) {
    const message =
      "Nobody set this discount rate on that day: leave the rate out to take the organisation's, or say its source without who set it.";
    throw new ProblemError("invalid-request", message, [{ field: "plan.discountRate.setBy", message }]);
  }
  const wrong = planProblems(enginePlan(plan)).filter(({ severity }) => severity === "wrong");
  // As it was written, people by name: they are told.
  const twice = twiceBound(enginePlan({ ...rest, discountRate: plan.discountRate }));
  refuseIfAny(
    [...wrong, ...twice]
      .map(wireProblem)
      .map(({ path, message }) => ({ field: `plan${path.replaceAll("/", ".")}`, message })),
  );
  await refuseForeignBenefits(ctx, tx, plan, initiativeId);
  refuseForeignSignatures(ctx, plan, before);
  return plan;
}

async function withIds(ctx: Context, tx: Writer, audit: Audit, plan: CasePlan): Promise<CasePlan> {
  const ids = new Map<string, string>();
  for (const name of planPeople(plan)) ids.set(name, await personOf(ctx, tx, audit, name));
  return withPeople(plan, (name) => entryOf(ids, name));
}

/** Two people may share a name: whoever names themselves means themselves. */
async function personOf(ctx: Context, tx: Writer, audit: Audit, name: string): Promise<string> {
  return name === ctx.actor.name ? ctx.actor.personId : personIdByName(ctx, tx, audit, name);
}

async function refuseForeignBenefits(
  ctx: Context,
  tx: Writer,
  plan: CasePlan,
  initiativeId: string,
): Promise<void> {
  const benefits = await listBenefits(tx, ctx.organisationId, { initiativeIds: [initiativeId] });
  const own = new Set(benefits.map(({ benefitId }) => benefitId));
  refuseIfAny(
    plan.benefits.flatMap(({ name, benefitId }, index) =>
      benefitId === null || own.has(benefitId)
        ? []
        : [
            {
              field: `plan.benefits.${index}.benefitId`,
              message: `${name}: the initiative claims no such benefit; choose one of its own, or none yet.`,
              seen: benefitId,
            },
          ],
    ),
  );
}
