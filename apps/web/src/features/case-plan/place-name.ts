import type { CaseProblem } from "@liftledger/contracts/business-case";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import { t } from "../../words.ts";

/** Fields that stand alone in a plan, by their labels. */
const fieldNames: Readonly<Record<string, string>> = {
  "/horizon": t`For how many`,
  "/discountRate/annual": t`Discount rate a year`,
  "/discountRate/riskPremium": t`Of it for risk`,
  "/mirrRates/finance": t`What is spent costs a year`,
  "/mirrRates/reinvest": t`Gains put aside earn a year`,
};

/** What a problem is of, as the reader knows it: its line and its estimate, both lines that move together, a currency, a field; "" where it has no name. */
export function placeName(
  { path, lineId }: Pick<CaseProblem, "path" | "lineId">,
  plan: Pick<CasePlan, "benefits" | "costs" | "correlations" | "budgetRates">,
): string {
  const lines = [...plan.benefits, ...plan.costs];
  const nameOf = (id: string | null) => lines.find((line) => line.id === id)?.name.trim() ?? "";
  const [, list, index] = /^\/(correlations|budgetRates)\/(\d+)\//.exec(path) ?? [];
  if (list === "budgetRates") return plan.budgetRates[Number(index)]?.from ?? "";
  if (list === "correlations") {
    const [one = "", other = ""] = plan.correlations[Number(index)]?.lines.map(nameOf) ?? [];
    return one === "" || other === "" ? one || other : t`${one} and ${other}`;
  }
  const line = nameOf(lineId);
  return line === "" ? (fieldNames[path] ?? "") : withEstimate(line, path);
}

/** Which of its three estimates a line lacks, by their labels: two that are empty are told apart. */
function withEstimate(line: string, path: string): string {
  if (path.endsWith("/estimate/low")) return t`${line}, lowest`;
  if (path.endsWith("/estimate/mode")) return t`${line}, likeliest`;
  return path.endsWith("/estimate/high") ? t`${line}, highest` : line;
}
