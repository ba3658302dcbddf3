import type { CasePlan as EnginePlan } from "@liftledger/roi/business-case/case-plan";
import type { CasePlan } from "./case-plan.ts";

/** Everybody whom a plan names: owners, who signed an estimate, who set its discount rate. */
export function planPeople(plan: CasePlan): Set<string> {
  const people = new Set<string>();
  withPeople(plan, (person) => {
    people.add(person);
    return person;
  });
  return people;
}

/** The plan with other words for its people: their ids for their names, or their names for their ids. */
export function withPeople(plan: CasePlan, wordFor: (person: string) => string): CasePlan {
  const of = (person: string | null) => (person === null ? null : wordFor(person));
  const lineOf = <Line extends CasePlan["benefits"][number] | CasePlan["costs"][number]>(line: Line) => ({
    ...line,
    owner: of(line.owner),
    assumptions: line.assumptions.map((assumption) => ({
      ...assumption,
      owner: of(assumption.owner),
      signedBy: of(assumption.signedBy),
    })),
  });
  return {
    ...plan,
    discountRate: { ...plan.discountRate, setBy: of(plan.discountRate.setBy) },
    benefits: plan.benefits.map((line) => lineOf(line)),
    costs: plan.costs.map((line) => lineOf(line)),
  };
}

/**
 * A plan of the wire as the engine takes it, which tells people apart by whatever they are called.
 *
 * @example
 * evaluateCase(enginePlan(version.plan))
 */
export function enginePlan(plan: CasePlan): EnginePlan {
  const lineOf = <Line extends CasePlan["benefits"][number] | CasePlan["costs"][number]>({
    owner,
    assumptions,
    ...line
  }: Line) => ({
    ...line,
    ownerId: owner,
    assumptions: assumptions.map(({ owner: ownerId, ...assumption }) => ({ ...assumption, ownerId })),
  });
  return {
    ...plan,
    benefits: plan.benefits.map((line) => lineOf(line)),
    costs: plan.costs.map((line) => lineOf(line)),
  };
}

/** A plan of the engine as the wire has it, people called as they are there. */
export function wirePlan(plan: EnginePlan) {
  const lineOf = <Line extends EnginePlan["benefits"][number] | EnginePlan["costs"][number]>({
    ownerId: owner,
    assumptions,
    ...line
  }: Line) => ({
    ...line,
    owner,
    assumptions: assumptions.map(({ ownerId, ...assumption }) => ({ ...assumption, owner: ownerId })),
  });
  return {
    ...plan,
    benefits: plan.benefits.map((line) => lineOf(line)),
    costs: plan.costs.map((line) => lineOf(line)),
  };
}
