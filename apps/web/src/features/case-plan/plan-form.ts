import type { CaseProblem, CaseVersion } from "@liftledger/contracts/business-case";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import { createContext, useContext } from "react";
import type { ColumnName } from "../cases/plan-words.ts";
import type { TypedPlan } from "./typed-plan.ts";

/** What every part of the editor of a plan works with. */
export interface PlanForm {
  version: CaseVersion;
  /** As it stands in the fields. */
  typed: TypedPlan;
  /** What the fields say. */
  plan: CasePlan;
  columns: readonly ColumnName[];
  /** Everything that is wrong, and everything that is missing, in the order of the plan. */
  problems: readonly CaseProblem[];
  /** What stands at a field: what is wrong at once, what is missing once approval was asked for. */
  problemAt: (path: string) => string | undefined;
  /** Whether the spend is low enough for value, cost and three scenarios to suffice. */
  isShort: boolean;
  /** The name of who writes. */
  me: string;
  /** Names of people to choose from. */
  people: readonly string[];
  /** The lines that are open. */
  isLineOpen: (lineId: string) => boolean;
  toggleLine: (lineId: string, open?: boolean) => void;
  change: (next: (typed: TypedPlan) => TypedPlan) => void;
}

export const PlanFormContext = createContext<PlanForm | null>(null);

export function usePlanForm(): PlanForm {
  const form = useContext(PlanFormContext);
  if (form === null) throw new Error("a part of the editor stands outside of it");
  return form;
}
