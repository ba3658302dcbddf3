import { leaf, product, quotient, sum, type Explanation } from "../explanation.ts";
import { benefitActualTrees, type BenefitActualTrees } from "./benefit-actual-trees.ts";
import { benefitActuals, liftTermsOf, type LiftTerms } from "./benefit-actuals.ts";
import type { BenefitActual, CaseActuals } from "./case-actuals.ts";
import type { CasePlan, PlannedBenefitLine } from "./case-plan.ts";
import type { CaseBasis } from "./case-totals.ts";
import {
  costActualTrees,
  ledgerRate,
  type CostActualTrees,
  type KnownPlanRate,
} from "./cost-actual-trees.ts";
import type { MeasuredInitiative } from "./measured-actuals.ts";
import { periodOfActual } from "./plan-to-date.ts";

/** How the actuals of a case came about, from what was measured and booked of its initiative. */
export interface ActualSource {
  /** The drivers of a month that was measured by them; null where it was not. */
  drivers(line: PlannedBenefitLine, actual: BenefitActual): DriverTrees | null;
  /** What a month of a line came to in the plan's currency. */
  amount(line: PlannedBenefitLine, actual: BenefitActual): Explanation | null;
  /** What a benefit that no line plans came to in some periods. */
  unplanned(benefitId: string, periods: readonly string[]): Explanation;
  /** The entries of a category in some periods. */
  costs(category: string, periods: readonly string[]): readonly CostActualTrees[];
}

type Measured = Extract<BenefitActualTrees, { kind: "measured" }>;

/** The drivers of a month, with the rate into the plan's currency where it is another. */
export type DriverTrees = Omit<Measured, "kind"> & {
  adoption: Explanation | null;
  exchangeRate: Explanation | null;
};

/** The source of what `measuredActuals` gives for the same. */
export function actualSource(
  plan: CasePlan,
  { measured, actuals, rate }: { measured: MeasuredInitiative; actuals: CaseActuals; rate: KnownPlanRate },
  basis: CaseBasis,
): ActualSource {
  const { currency } = measured;
  const isOther = currency !== plan.currency;
  const resultOf = (benefitId: string | null) =>
    measured.benefits.find(({ input }) => input.benefitId === benefitId);
  const treesOf = (benefitId: string | null, terms: LiftTerms, month: string) => {
    const result = resultOf(benefitId);
    if (result === undefined) return null;
    // By driver only where the engine told it so: it may have had no volume.
    const { actuals } = benefitActuals(result, { lineId: "", months: [month], basis, terms });
    const isByDriver = actuals[0]?.kind === "measured";
    return benefitActualTrees(result, { month, basis, terms, currency, isByDriver });
  };
  const rateTree = (month: string) => ledgerRate({ month, currency }, plan.currency, rate);
  const converted = (tree: Explanation, month: string) =>
    isOther ? quotient(`${tree.label}, in ${plan.currency}`, plan.currency, tree, rateTree(month)) : tree;
  const amountOf = (benefitId: string | null, terms: LiftTerms, month: string) => {
    const trees = treesOf(benefitId, terms, month);
    if (trees === null) return null;
    const label = `Measured in ${month}`;
    const { kind, ...rest } = trees;
    const tree =
      kind === "amount"
        ? (rest as { amount: Explanation }).amount
        : product(label, currency, Object.values(rest as Omit<Measured, "kind">));
    return converted(tree, month);
  };
  return {
    drivers(line, actual) {
      if (actual.kind !== "measured") return null;
      const trees = treesOf(line.benefitId, liftTermsOf(line), actual.month);
      if (trees?.kind !== "measured") return null;
      const { kind: _, ...drivers } = trees;
      const { month, adoption, exchangeRate } = actual;
      const isRated = exchangeRate !== null;
      return {
        ...drivers,
        ...(adoption === null ? { adoption } : liftOfUsers(drivers.lift, adoption, month)),
        exchangeRate: isRated ? inverse(rateTree(month), currency, plan.currency) : null,
      };
    },
    amount: (line, { month, kind }) =>
      kind === "not-running" ? null : amountOf(line.benefitId, liftTermsOf(line), month),
    unplanned(benefitId, periods) {
      const found = actuals.unplannedBenefits.filter(
        (one) => one.benefitId === benefitId && periods.includes(periodOfActual(plan, one.month)),
      );
      const trees = found.flatMap(({ month }) => amountOf(benefitId, "amount", month) ?? []);
      return sum(found[0]?.name ?? benefitId, plan.currency, trees);
    },
    costs: (category, periods) =>
      measured.costs
        .filter((line) => line.kind === "actual" && line.category === category)
        .filter(({ month }) => periods.includes(periodOfActual(plan, month)))
        .map((line) => costActualTrees(line, plan, rate)),
  };
}

/** The lift of those who used it, where adoption was logged apart: the lift of all over how far it was used. */
function liftOfUsers(lift: Explanation, adoption: string, month: string) {
  const used = leaf("Used by", adoption, "ratio", {
    kind: "measured",
    text: "the series that tells the adoption of the initiative",
    period: month,
  });
  return { adoption: used, lift: quotient("Lift, of those who use it", "ratio", lift, used) };
}

function inverse(rate: Explanation, from: string, to: string): Explanation {
  const one = leaf("One", "1", "count", { kind: "assumption", text: "the opposite of the rate" });
  return quotient(`${to} for 1 ${from}`, "count", one, rate);
}
