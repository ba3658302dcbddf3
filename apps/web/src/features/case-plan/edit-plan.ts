import type { CasePlan } from "@liftledger/contracts/case-plan";
import {
  pathsOf,
  type Assumption,
  type BenefitLine,
  type CostLine,
  type LineField,
  type PlanLine,
  type PlanPath,
} from "../cases/plan-words.ts";
import type { TypedPlan } from "./typed-plan.ts";

/* What one does to a plan in its editor; every function gives another plan. */

export type Side = "benefits" | "costs";

/** A plan with one of its lines changed. */
export function withLine(plan: TypedPlan, lineId: string, change: (line: PlanLine) => PlanLine): TypedPlan {
  const changed = <Line extends PlanLine>(line: Line) => (line.id === lineId ? (change(line) as Line) : line);
  return { ...plan, benefits: plan.benefits.map(changed), costs: plan.costs.map(changed) };
}

/** A line with another path. Who accepted what it said before has not accepted this: their signature goes. */
export function withPath(line: PlanLine, field: LineField, path: PlanPath, me: string): PlanLine {
  const assumptions = line.assumptions.map((one) =>
    (one.field === field || one.field === "line") && one.signedBy !== me ? { ...one, signedBy: null } : one,
  );
  if (!("value" in line)) return { ...line, assumptions, amount: path };
  return { ...line, assumptions, value: { ...line.value, [field]: path } };
}

/** A line with what is said of a field; null takes its own assumption away, so that the line's counts. */
export function withAssumption(
  line: PlanLine,
  field: Assumption["field"],
  change: Partial<Assumption> | null,
): PlanLine {
  const others = line.assumptions.filter((one) => one.field !== field);
  if (change === null) return { ...line, assumptions: others };
  const before = line.assumptions.find((one) => one.field === field) ?? { ...newAssumption, field };
  const after = { ...before, ...change };
  // Only an estimate is accepted by somebody.
  const told = after.evidence === "estimate" ? after : { ...after, signedBy: null };
  const order = ["line", ...pathsOf(line).map(([own]) => own)];
  return {
    ...line,
    assumptions: [...others, told].toSorted(
      (one, other) => order.indexOf(one.field) - order.indexOf(other.field),
    ),
  };
}

const newAssumption: Assumption = {
  field: "line",
  source: "",
  owner: null,
  evidence: "estimate",
  benchmarkKey: null,
  note: null,
  signedBy: null,
};

/** A plan without a line, and without what scenarios and correlations say of it. */
export function withoutLine(plan: TypedPlan, lineId: string): TypedPlan {
  return {
    ...plan,
    benefits: plan.benefits.filter(({ id }) => id !== lineId),
    costs: plan.costs.filter(({ id }) => id !== lineId),
    scenarios: plan.scenarios.map((scenario) => ({
      ...scenario,
      changes: scenario.changes.filter((change) => change.lineId !== lineId),
    })),
    correlations: plan.correlations.filter(({ lines }) => !lines.includes(lineId)),
  };
}

const nothingSaid: PlanPath = [];
const unsaidShares = {
  adoption: nothingSaid,
  attribution: nothingSaid,
  confidence: nothingSaid,
  realisation: nothingSaid,
  overlap: nothingSaid,
};

/** The first number that no line's id has: "benefit-3". */
function freshId(plan: TypedPlan, word: string): string {
  const taken = new Set([...plan.benefits, ...plan.costs].map(({ id }) => id));
  let number = 1;
  while (taken.has(`${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}

const newLine = {
  currency: null,
  run: { kind: "recurring", from: 1, to: null },
  estimate: { kind: "point" },
  risk: null,
  assumptions: [],
} satisfies Partial<CostLine>;

/** A benefit of which only the name is said; in money where the plan is to fit one page. */
export function newBenefit(
  plan: TypedPlan,
  { name, kind }: { name: string; kind: "money" | "factors" },
): BenefitLine {
  const value: BenefitLine["value"] =
    kind === "money"
      ? { kind, gross: nothingSaid, ...unsaidShares }
      : { kind, lift: nothingSaid, volume: nothingSaid, unitValue: nothingSaid, ...unsaidShares };
  return {
    ...newLine,
    id: freshId(plan, "benefit"),
    name,
    owner: null,
    benefitId: null,
    class: "revenue-margin",
    cashMechanism: null,
    value,
  };
}

/** A cost of which only the name is said. */
export function newCost(plan: TypedPlan, name: string): CostLine {
  return {
    ...newLine,
    id: freshId(plan, "cost"),
    name,
    owner: null,
    category: "licences",
    amount: nothingSaid,
  };
}

/** A benefit in money or by factors, with the shares that it has. */
export function withValueKind(line: BenefitLine, kind: BenefitLine["value"]["kind"]): BenefitLine {
  if (line.value.kind === kind) return line;
  const { adoption, attribution, confidence, realisation, overlap } = line.value;
  const shares = { adoption, attribution, confidence, realisation, overlap };
  const value: BenefitLine["value"] =
    kind === "money"
      ? { kind, gross: nothingSaid, ...shares }
      : { kind, lift: nothingSaid, volume: nothingSaid, unitValue: nothingSaid, ...shares };
  const fields = new Set<string>(["line", ...Object.keys(value)]);
  return { ...line, value, assumptions: line.assumptions.filter(({ field }) => fields.has(field)) };
}

/** Everybody whom a plan names. */
export function peopleIn(plan: CasePlan): string[] {
  const names = [...plan.benefits, ...plan.costs].flatMap(({ owner, assumptions }) => [
    owner,
    ...assumptions.map((one) => one.owner),
  ]);
  return [...new Set(names.filter((name) => name !== null))];
}
