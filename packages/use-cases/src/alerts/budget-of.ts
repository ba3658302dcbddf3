import { MissingExchangeRateError } from "@liftledger/finance/exchange-rate";
import { accruedCost } from "@liftledger/roi/cost-tree";
import { approvedCaseOf } from "../business-cases/approved-case-of.ts";
import { getCaseActuals } from "../business-cases/get-case-actuals.ts";
import type { Context } from "../context.ts";
import type { EvaluatedInitiative } from "../evaluation/evaluate-organisation.ts";

/** What was spent to date and what was planned to be by then, in the major unit; null where it is not known. */
interface Budget {
  spent: number | null;
  planned: number | null;
}

const unknown: Budget = { spent: null, planned: null };

/**
 * The budget of an initiative, up to the day by which costs are booked: that of its approved business case, or its
 * planned costs where it has none. Without either there is no budget to be over.
 */
export async function budgetOf(ctx: Context, initiative: EvaluatedInitiative): Promise<Budget> {
  return (await approvedBudget(ctx, initiative.row.initiativeId)) ?? plannedBudget(initiative);
}

function plannedBudget({ input, result }: EvaluatedInitiative): Budget {
  const { costs, places } = input;
  if (!costs.some(({ kind }) => kind === "planned")) return unknown;
  const major = (minor: bigint) => Number(minor) / 10 ** places;
  // Only what is actual accrues: the plan is spent as if it were.
  const plan = costs.flatMap((line) =>
    line.kind === "planned" ? [{ ...line, kind: "actual" as const }] : [],
  );
  return {
    spent: major(accruedCost(costs, result.countedUntil)),
    planned: major(accruedCost(plan, result.countedUntil)),
  };
}

async function approvedBudget(ctx: Context, initiativeId: string): Promise<Budget | undefined> {
  const approved = await approvedCaseOf(ctx, ctx.db.read, initiativeId);
  if (approved === undefined) return undefined;
  const { caseId, number } = approved;
  try {
    const { comparison } = await getCaseActuals(ctx, { caseId, number, basis: "cash" });
    if (comparison.kind !== "comparison") return unknown;
    const costs = comparison.rows.filter(({ kind }) => kind === "cost");
    // Both over the periods that both have; a cost is told as what it takes away.
    const total = (of: "plan" | "actual") => -costs.reduce((sum, row) => sum + Number(row[of]), 0);
    return { spent: total("actual"), planned: total("plan") };
  } catch (error) {
    if (error instanceof MissingExchangeRateError) return unknown;
    throw error;
  }
}
