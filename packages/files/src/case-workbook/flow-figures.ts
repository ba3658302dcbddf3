import { Precise, readAmount, runningSums, writeAmount } from "@liftledger/finance/amount";
import { businessCaseMetrics, type BusinessCaseMetrics } from "@liftledger/finance/business-case-metrics";
import { halfPeriodsAt } from "@liftledger/finance/cash-flow";
import { presentValues } from "@liftledger/finance/net-present-value";
import { riskAdjustedBenefit, upliftedCost } from "@liftledger/finance/risk-adjustment";
import { multiplyDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import type {
  BenefitTier,
  CaseWorkbookInput,
  WorkbookBasis,
  WorkbookLine,
  WorkbookQuantity,
} from "./case-workbook-input.ts";

type Row = readonly string[];

/** The engine's figures of one scenario, before or after risk: what the cells of its flows hold. */
export type FlowFigures = {
  /** By line of the case, then by column; null where the line is not valued yet. */
  readonly lines: readonly (readonly (string | null)[])[];
  readonly benefits: Row;
  readonly costs: Row;
  readonly net: Row;
  readonly discounted: Row;
  readonly cumulative: Row;
  readonly cumulativeDiscounted: Row;
  /** When each column's flow happens, in periods from the start. */
  readonly times: readonly number[];
  readonly metrics: BusinessCaseMetrics;
  /** By tier, whatever the basis, where the case tells them apart. */
  readonly benefitsByTier: Readonly<Record<BenefitTier, string>> | undefined;
};

/** One scenario before its risk and after it. */
export type ScenarioFigures = { readonly before: FlowFigures; readonly after: FlowFigures };

/** What a quantity says in a scenario: its own values, or the base's. */
export function valuesIn(
  { values, inScenarios }: Pick<WorkbookQuantity, "values" | "inScenarios">,
  scenario: string,
): readonly (string | null)[] {
  return inScenarios?.[scenario] ?? values;
}

/** The share of a line's risk in a scenario; "0" where it has none. */
export function riskIn({ risk }: WorkbookLine, scenario: string): string {
  return risk?.inScenarios?.[scenario] ?? risk?.share ?? "0";
}

/** The engine's figures of each scenario, in their order. */
export function scenarioFigures(input: CaseWorkbookInput): readonly ScenarioFigures[] {
  return input.scenarios.map(({ name }) => {
    const before = input.lines.map((line) => lineAmounts(line, name, input.columns.length));
    const after = input.lines.map((line, index) => {
      const share = riskIn(line, name);
      const adjust = line.kind === "benefit" ? riskAdjustedBenefit : upliftedCost;
      return (before[index] ?? []).map((amount) => (amount === null ? null : adjust(amount, share)));
    });
    return { before: flowFigures(input, before), after: flowFigures(input, after) };
  });
}

/** The line by column: the exact product of its quantities, nothing where it is switched off. */
function lineAmounts(line: WorkbookLine, scenario: string, columns: number): (string | null)[] {
  const rows = line.quantities.map((quantity) => ({
    role: quantity.role,
    values: valuesIn(quantity, scenario),
  }));
  return Array.from({ length: columns }, (_, column) => {
    const cells = rows.map(({ role, values }) => ({ role, value: values[column] ?? null }));
    const isOff = cells.some(({ role, value }) => role === "switch" && Number(value ?? "1") === 0);
    if (isOff) return "0";
    return cells.reduce<string | null>((product, { role, value }) => {
      if (product === null || value === null) return null;
      return multiplyDecimals(product, role === "less-share" ? subtractDecimals("1", value) : value);
    }, "1");
  });
}

function flowFigures(input: CaseWorkbookInput, lines: readonly (readonly (string | null)[])[]): FlowFigures {
  const benefits = sumOf(input, lines, "benefit");
  const costs = sumOf(input, lines, "cost");
  const { annualRate, period, timing, dates, valuationDate, financeRate, reinvestRate } = input;
  const metrics = businessCaseMetrics({
    costs,
    benefits,
    annualRate,
    period,
    timing,
    ...(dates && { dates }),
    ...(valuationDate !== undefined && { valuationDate }),
    ...(financeRate !== undefined && { financeRate }),
    ...(reinvestRate !== undefined && { reinvestRate }),
  });
  const net = metrics.netFlows.map((flow) => readAmount(flow));
  const discounted = presentValues(readAmount(metrics.periodRate), net, timing);
  const write = (row: typeof net): string[] => row.map((value) => writeAmount(value));
  return {
    lines,
    benefits,
    costs,
    net: metrics.netFlows,
    discounted: write(discounted),
    cumulative: write(runningSums(net)),
    cumulativeDiscounted: write(runningSums(discounted)),
    times: flowTimes(input),
    metrics,
    benefitsByTier: tellsTiers(input) ? benefitsByTier(input, lines) : undefined,
  };
}

function sumOf(
  input: CaseWorkbookInput,
  amounts: readonly (readonly (string | null)[])[],
  kind: WorkbookLine["kind"],
): string[] {
  return input.columns.map((_, column) =>
    sumDecimals(
      input.lines.map((line, index) =>
        line.kind === kind && counts(input, line) ? (amounts[index]?.[column] ?? "0") : "0",
      ),
    ),
  );
}

/** The tiers in the order in which a basis takes them in. */
export const benefitTiers = ["cash", "capacity", "risk-avoided"] as const satisfies readonly BenefitTier[];
const bases = ["cash", "cash-plus-capacity", "all"] as const satisfies readonly WorkbookBasis[];

/** Whether the case says of its benefits how they count. */
export function tellsTiers({ lines }: Pick<CaseWorkbookInput, "lines">): boolean {
  return lines.some(({ kind, tier }) => kind === "benefit" && tier !== undefined);
}

/** How many tiers are counted as the workbook opens. */
export function basisNumber({ basis = "cash" }: Pick<CaseWorkbookInput, "basis">): number {
  return bases.indexOf(basis) + 1;
}

/** Whether a line enters the figures as the workbook opens: costs always do. */
export function counts(input: Pick<CaseWorkbookInput, "basis">, { tier }: WorkbookLine): boolean {
  return tier === undefined || benefitTiers.indexOf(tier) < basisNumber(input);
}

function benefitsByTier(
  { lines }: CaseWorkbookInput,
  amounts: readonly (readonly (string | null)[])[],
): Record<BenefitTier, string> {
  const sum = (tier: BenefitTier): string =>
    sumDecimals(
      lines.flatMap((line, index) =>
        line.tier === tier ? (amounts[index] ?? []).map((amount) => amount ?? "0") : [],
      ),
    );
  return { cash: sum("cash"), capacity: sum("capacity"), "risk-avoided": sum("risk-avoided") };
}

/** What a unit of money in each column is worth at the start. */
export function discountFactors({ columns, timing }: CaseWorkbookInput, ratePerPeriod: string): string[] {
  const ones = columns.map(() => new Precise(1));
  return presentValues(readAmount(ratePerPeriod), ones, timing).map((value) => writeAmount(value));
}

function flowTimes({ columns, timing }: CaseWorkbookInput): number[] {
  return columns.map((_, column) => halfPeriodsAt(timing, column) / 2);
}
