import { costCoverage, type CostCoverage } from "@liftledger/finance/cost-coverage";
import { numberToDecimal } from "@liftledger/numerics/decimal";
import type { CostInput } from "./cost-tree.ts";
import { elapsedPeriods, type BenefitResult } from "./evaluate-benefit.ts";
import { leaf, quotient, sum, type Explanation } from "./explanation.ts";
import { periodsBy } from "./standing.ts";

/** How much of what has elapsed is recorded, shares of 1. */
export interface Coverage {
  cost: number;
  benefit: number;
  missingCostMonths: string[];
}

/** The two shares explained, month by month and benefit by benefit. */
export interface CoverageTrees {
  cost: Explanation;
  benefit: Explanation;
}

/**
 * How much of the elapsed time has actual costs, months weighed by plan where there is one (see `costCoverage`), and
 * how many of the periods that are due have been logged, over all benefits that carry money. Without a benefit that
 * is due the latter is 0, without an elapsed month the former 1. What is missing is never filled with plan.
 */
export function coverageOf(
  { costs, startedOn }: { costs: readonly CostInput[]; startedOn: string },
  carriers: readonly BenefitResult[],
  until: string,
): { coverage: Coverage; trees: CoverageTrees } {
  const ofCost = costCoverage({ lines: costs, from: startedOn, until });
  const due = carriers.map((result) => {
    const { kpi, scope } = result.input;
    const elapsed = elapsedPeriods(result.input, until);
    const logged = Math.min(periodsBy(result, until), elapsed);
    return { name: `${kpi.name} (${scope})`, elapsed, logged };
  });
  const total = (of: "elapsed" | "logged") => due.reduce((all, benefit) => all + benefit[of], 0);
  return {
    coverage: {
      cost: ofCost.coverage,
      benefit: total("elapsed") === 0 ? 0 : total("logged") / total("elapsed"),
      missingCostMonths: [...ofCost.missingMonths],
    },
    trees: { cost: costTree(ofCost), benefit: benefitTree(due, until) },
  };
}

function costTree({ weights, reason }: CostCoverage): Explanation {
  const label = "Part of the elapsed time with actual costs";
  if (weights.length === 0) return leaf(label, "1", "ratio", { kind: "measured", text: reason });
  const weighed = (name: string, months: CostCoverage["weights"]) =>
    sum(
      name,
      "count",
      months.map(({ month, weight }) =>
        leaf(`Weight of ${month}`, numberToDecimal(weight), "count", {
          kind: "assumption",
          text: "as planned, or all alike",
        }),
      ),
    );
  const booked = weights.filter(({ isBooked }) => isBooked);
  return quotient(label, "ratio", weighed("Months with a cost", booked), weighed("Elapsed months", weights));
}

function benefitTree(
  due: readonly { name: string; elapsed: number; logged: number }[],
  until: string,
): Explanation {
  const label = "Part of the periods that are due that was logged";
  const source = { kind: "measured", text: `counted on ${until}` } as const;
  const counted = (name: string, of: "elapsed" | "logged") =>
    sum(
      name,
      "count",
      due.map((benefit) => leaf(`${name}, ${benefit.name}`, String(benefit[of]), "count", source)),
    );
  const elapsed = counted("Periods due", "elapsed");
  if (elapsed.value === "0") return leaf(label, "0", "ratio", { ...source, text: "nothing is due yet" });
  return quotient(label, "ratio", counted("Periods logged", "logged"), elapsed);
}
