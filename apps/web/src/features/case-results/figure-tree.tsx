import { Divider } from "@mantine/core";
import { enginePlan } from "@liftledger/contracts/case-plan-people";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import { caseTrees, type CaseTrees } from "@liftledger/roi/business-case/case-trees";
import { useMemo } from "react";
import { ExplanationInputs } from "../explain/explanation-inputs.tsx";
import { openSteps } from "../explain/explanation-tree.ts";
import type { CaseBasis } from "./metric-rows.ts";
import type { UnsignedEstimates } from "./queries.ts";
import { t } from "../../words.ts";

interface FigureTreeProps {
  plan: CasePlan;
  figure: string;
  scenario: string;
  basis: CaseBasis;
  risk: "before" | "after";
  estimates: UnsignedEstimates;
}

/**
 * Which tree holds the inputs of a figure. Rates of return and paybacks are solved from the flows: what they stand on are
 * the lines that make those flows, not discounted but where the figure is.
 */
const treeOf: Record<string, keyof CaseTrees> = {
  totalBenefits: "netBenefit",
  totalCosts: "netBenefit",
  netBenefit: "netBenefit",
  grossMultiple: "netBenefit",
  netRoi: "netRoi",
  netPresentValue: "netPresentValue",
  netRoiOnPresentValue: "netPresentValue",
  benefitCostRatio: "netPresentValue",
  equivalentAnnualAnnuity: "netPresentValue",
  annualInternalRateOfReturn: "netBenefit",
  modifiedInternalRateOfReturn: "netBenefit",
  paybackFirst: "netBenefit",
  paybackDurable: "netBenefit",
  discountedPayback: "netPresentValue",
};

/** The inputs of a figure, line by line down to each assumption with its source; by the engine, from the plan as it stands. */
export function FigureTree({ plan, figure, scenario, basis, risk, estimates }: FigureTreeProps) {
  const wanted = treeOf[figure];
  const tree = useMemo(() => {
    if (wanted === undefined) return null;
    const changes = plan.scenarios.find(({ name }) => name === scenario) ?? null;
    const request = { scenario: changes, basis, unsignedEstimates: estimates, afterRisk: risk === "after" };
    return openSteps(caseTrees(enginePlan(plan), request)[wanted]);
  }, [plan, wanted, scenario, basis, risk, estimates]);
  if (tree === null || tree.inputs.length === 0) return null;
  return (
    <>
      <Divider label={t`Inputs`} labelPosition="left" />
      <ExplanationInputs inputs={tree.inputs} />
    </>
  );
}
