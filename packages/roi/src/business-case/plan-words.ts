import type { FlowTiming } from "@liftledger/finance/cash-flow";
import type {
  BenefitClass,
  CasePlan,
  LineEstimate,
  LineRisk,
  LineRun,
  PlanChange,
  PlanPath,
} from "./case-plan.ts";
import { planColumns } from "./plan-columns.ts";
import { percentText } from "../percent-text.ts";

/** A class of benefit as people read it. */
export const benefitClassNames: Record<BenefitClass, string> = {
  "revenue-margin": "Margin on more revenue",
  cash: "Cash saved",
  "cost-avoidance": "Cost avoided",
  capacity: "Capacity freed",
  "risk-avoided": "Expected loss avoided",
};

/** In which words a lift is planned, as people read it. */
export const liftTermNames = {
  "per-unit": "so much for each unit of volume",
  relative: "a share of what there would have been",
} as const;

/** When flows happen, as people read it. */
export const timingNames: Record<FlowTiming, string> = {
  t0_then_end: "start undiscounted, then at the end of each period",
  mid_period: "start undiscounted, then in the middle of each period",
  excel_npv: "no start column, at the end of each period",
};

/** The label of a column: "Start", "2026-03", "Year 2"; beyond the horizon its number. */
function columnLabel(plan: CasePlan, column: number): string {
  return planColumns(plan).find((found) => found.column === column)?.label ?? `column ${column}`;
}

/** A path as it is read: "0.5 from 2026-01, 0.8 from 2026-04"; one value that always holds by itself. */
export function pathText(plan: CasePlan, path: PlanPath): string {
  if (path.length === 0) return "not said";
  const [first] = path;
  if (path.length === 1 && first?.from === 0) return first.value ?? "not said";
  return path.map(({ from, value }) => `${value ?? "not said"} from ${columnLabel(plan, from)}`).join(", ");
}

/** When a line comes. */
export function runText(plan: CasePlan, run: LineRun): string {
  if (run.kind === "one-off") return `once, ${columnLabel(plan, run.column)}`;
  const until = run.to === null ? "to the end" : `to ${columnLabel(plan, run.to)}`;
  return `every ${plan.period} from ${columnLabel(plan, run.from)} ${until}`;
}

/** How sure a line is. */
export function estimateText(estimate: LineEstimate): string {
  if (estimate.kind === "point") return "as planned";
  const { low, mode, high } = estimate;
  const name = estimate.kind === "pert" ? "PERT" : "triangular";
  return `${low} to ${high} times the plan, most likely ${mode} (${name})`;
}

/** What a line allows for. */
export function riskText(risk: LineRisk | null): string {
  if (risk === null) return "none";
  const share = percentText(Number(risk.share));
  return `${share}${risk.kind === "optimism-bias" ? " for optimism" : ""}: ${risk.reason}`;
}

/** What a scenario does to a value: "× 0.8", "+ 3", "to 0.008". */
export function changeText(change: PlanChange): string {
  if ("to" in change) return `to ${change.to}`;
  if ("times" in change) return `× ${change.times}`;
  return change.plus.startsWith("-") ? `− ${change.plus.slice(1)}` : `+ ${change.plus}`;
}
