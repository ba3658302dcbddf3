import type { Portfolio, PortfolioRow } from "@liftledger/contracts/portfolio";
import type { PortfolioFilter } from "../../search-params.ts";

/** After those that need a decision: how soon each status wants a look. */
const attention: Record<PortfolioRow["verdict"]["status"], number> = {
  "losing-money": 0,
  below: 1,
  watch: 2,
  "no-cost": 3,
  "no-data": 4,
  "not-judged": 5,
  above: 6,
  "too-early": 7,
  "no-return-expected": 8,
  "on-track": 9,
};

/** The place of each initiative in the order of what needs action: decisions first, as the engine ranks them. */
export function actionOrder(portfolio: Pick<Portfolio, "rows" | "needsDecision">): Map<string, number> {
  const decision = new Map(portfolio.needsDecision.map((initiativeId, index) => [initiativeId, index]));
  const rank = (row: PortfolioRow) =>
    decision.get(row.initiativeId) ?? 10_000 + attention[row.verdict.status];
  const ordered = portfolio.rows.toSorted((a, b) => rank(a) - rank(b));
  return new Map(ordered.map((row, index) => [row.initiativeId, index]));
}

/** The rows that a filter and a text let through; the text is looked for in name, team and owner. */
export function filterRows(
  portfolio: Pick<Portfolio, "rows" | "needsDecision">,
  show: PortfolioFilter,
  text: string,
): PortfolioRow[] {
  const wanted = text.trim().toLocaleLowerCase();
  const decisions = new Set(portfolio.needsDecision);
  return portfolio.rows.filter(
    (row) =>
      (show !== "needs-decision" || decisions.has(row.initiativeId)) &&
      (show !== "too-early" || row.verdict.status === "too-early") &&
      (wanted === "" || `${row.name}\n${row.team}\n${row.owner}`.toLocaleLowerCase().includes(wanted)),
  );
}
