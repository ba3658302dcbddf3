import { isCurrencyCode } from "@liftledger/finance/currency";
import { compareDecimals } from "@liftledger/numerics/decimal";
import { capitalised } from "@liftledger/kpis/within-sentence";
import type { CasePlan, LineField, PlanAssumption, PlanPath } from "./case-plan.ts";
import { firstColumn, planColumns } from "./plan-columns.ts";
import {
  assumptionName,
  assumptionOf,
  isBenefitLine,
  lineFieldNames,
  linePaths,
  shareFields,
  type PlanLine,
} from "./plan-line.ts";
import { pathValue, runsIn } from "./plan-path.ts";
import { isBlank, isDecimalWithin, open, wrong, type PlanProblem } from "./plan-problem.ts";

/** Where a line stands in the plan: what its problems' paths begin with. */
interface Place {
  plan: CasePlan;
  at: string;
}

/** What is wrong with one line by itself. */
export function lineProblems(line: PlanLine, { plan, at }: Place): readonly PlanProblem[] {
  const told = (path: string, message: string) =>
    wrong({ path: `${at}${path}`, lineId: line.id, message: `${nameOf(line)}: ${message}` });
  const problems = [
    isBlank(line.id) && told("/id", "give the line an id of its own."),
    isBlank(line.name) && told("/name", "give the line a name."),
    currencyFault(line, plan, told),
    isBenefitLine(line) &&
      line.cashMechanism !== null &&
      line.class !== "capacity" &&
      told(
        "/cashMechanism",
        "only capacity needs a way to become cash; leave it out or make the line capacity.",
      ),
    ...runFaults(line, plan, told),
    estimateFault(line, told),
    riskFault(line, plan, told),
    ...assumptionFaults(line, told),
  ].filter((problem) => problem !== null && problem !== false);
  return [...problems, ...pathProblems(line, { plan, at })];
}

type Tell = (path: string, message: string) => PlanProblem;

function currencyFault({ currency }: PlanLine, plan: CasePlan, told: Tell): PlanProblem | null {
  if (currency === null || currency === plan.currency) return null;
  if (!isCurrencyCode(currency))
    return told("/currency", `"${currency}" is no currency; take one such as EUR.`);
  if (plan.budgetRates.some(({ from }) => from === currency)) return null;
  return told(
    "/currency",
    `there is no budget rate from ${currency} to ${plan.currency}; lock one for this plan.`,
  );
}

function runFaults({ run }: PlanLine, plan: CasePlan, told: Tell): readonly PlanProblem[] {
  const [first, last] = [firstColumn(plan), plan.horizon];
  const isColumn = (column: number) => Number.isInteger(column) && column >= first && column <= last;
  const range = `columns go from ${first} to ${last}`;
  if (run.kind === "one-off")
    return isColumn(run.column)
      ? []
      : [told("/run/column", `column ${run.column} does not exist; ${range}.`)];
  const { from, to } = run;
  if (!isColumn(from)) return [told("/run/from", `column ${from} does not exist; ${range}.`)];
  if (to === null || (isColumn(to) && to >= from)) return [];
  return [told("/run/to", `it cannot end in column ${to}, having begun in ${from}; ${range}.`)];
}

function estimateFault(line: PlanLine, told: Tell): PlanProblem | null {
  const { estimate } = line;
  if (estimate.kind === "point") return null;
  const { low, mode, high } = estimate;
  const bad = (["low", "mode", "high"] as const).find((key) => !isDecimalWithin(estimate[key]));
  if (bad !== undefined)
    return told(`/estimate/${bad}`, `"${estimate[bad]}" is no decimal; 0.8 is 20% less than planned.`);
  if (compareDecimals(low, mode) > 0 || compareDecimals(mode, high) > 0)
    return told(
      "/estimate",
      `it goes from the lowest by the likeliest to the highest, not ${low}, ${mode}, ${high}.`,
    );
  if (compareDecimals(low, "1") > 0 || compareDecimals(high, "1") < 0)
    return told(
      "/estimate",
      `${low} to ${high} does not hold the plan itself, which is 1; plan another amount instead.`,
    );
  if (!isBenefitLine(line) && compareDecimals(low, "0") < 0)
    return told("/estimate/low", "a cost cannot be multiplied by less than 0.");
  return null;
}

function riskFault(line: PlanLine, plan: CasePlan, told: Tell): PlanProblem | null {
  const { risk } = line;
  if (risk === null) return null;
  const isUplift = risk.kind === "optimism-bias";
  if (isUplift && isBenefitLine(line))
    return told("/risk/kind", "the uplift of optimism bias is for costs; take a share off the benefit.");
  if (!isDecimalWithin(risk.share, isUplift ? { from: "0" } : { from: "0", to: "1" }))
    return told(
      "/risk/share",
      `"${risk.share}" is no ${isUplift ? "uplift from 0" : "share from 0 to 1"}; 15% is 0.15.`,
    );
  if (isBlank(risk.reason)) return told("/risk/reason", "say what the risk is that it allows for.");
  // What is no decimal is told where the rate is.
  if (
    !isDecimalWithin(plan.discountRate.riskPremium) ||
    compareDecimals(plan.discountRate.riskPremium, "0") === 0
  )
    return null;
  return told(
    "/risk",
    "the discount rate holds a premium for risk already; charge a risk once, in the line.",
  );
}

function assumptionFaults(line: PlanLine, told: Tell): readonly PlanProblem[] {
  const fields = new Set<PlanAssumption["field"]>(["line", ...linePaths(line).map(([field]) => field)]);
  const seen = new Set<PlanAssumption["field"]>();
  return line.assumptions.flatMap((assumption, index) => {
    const { field } = assumption;
    const name = assumptionName(assumption);
    const path = `/assumptions/${index}/field`;
    if (!fields.has(field)) return [told(path, `the line has no ${name} for this assumption.`)];
    if (seen.has(field)) return [told(path, `${name} has two assumptions; keep one.`)];
    seen.add(field);
    return [];
  });
}

/** What is wrong with the values of a line's paths: also asked of a scenario, whose values come from changes. */
export function pathProblems(line: PlanLine, { plan, at }: Place): readonly PlanProblem[] {
  const inside = isBenefitLine(line) ? `${at}/value` : at;
  return linePaths(line).flatMap(([field, path]) => {
    const told = (step: string, message: string) =>
      wrong({
        path: `${inside}/${field}${step}`,
        lineId: line.id,
        message: `${nameOf(line)}: ${lineFieldNames[field]} ${message}`,
      });
    return [...stepFaults(path, plan, told), ...valueFaults(field, path, told)];
  });
}

function stepFaults(path: PlanPath, plan: CasePlan, told: Tell): readonly PlanProblem[] {
  return path.flatMap(({ from }, index) => {
    const before = path[index - 1]?.from ?? -1;
    if (Number.isInteger(from) && from > before && from <= plan.horizon) return [];
    const message = `has a step at column ${from}; steps stand by rising column, from 0 to ${plan.horizon}.`;
    return [told(`/${index}/from`, message)];
  });
}

/** What the values of a field may be, where not anything. */
const ranges: Partial<Record<LineField, { from: string; to?: string; words: string }>> = {
  ...Object.fromEntries(
    shareFields.map((field) => [field, { from: "0", to: "1", words: "is a share from 0 to 1 (60% is 0.6)" }]),
  ),
  volume: { from: "0", words: "counts something and is not below 0" },
  amount: { from: "0", words: "is gross and not below 0: a saving is a benefit" },
};

function valueFaults(field: LineField, path: PlanPath, told: Tell): readonly PlanProblem[] {
  const { words = "is a decimal such as 1200.5", ...range } = ranges[field] ?? {};
  return path.flatMap(({ value }, index) =>
    value === null || isDecimalWithin(value, range)
      ? []
      : [told(`/${index}/value`, `${words}, not "${value.slice(0, 40)}".`)],
  );
}

/** What a line lacks before it can be submitted. A case that needs one page only needs its values. */
export function lineGaps(
  line: PlanLine,
  { plan, at, onePage }: Place & { onePage: boolean },
): readonly PlanProblem[] {
  const inside = isBenefitLine(line) ? `${at}/value` : at;
  const told = (path: string, message: string) =>
    open({ path, lineId: line.id, message: `${nameOf(line)}: ${message}` });
  const columns = planColumns(plan).filter(({ column }) => runsIn(line.run, column));
  const gaps = linePaths(line).flatMap(([field, path]) => {
    const name = lineFieldNames[field];
    const missing = columns.find(({ column }) => pathValue(path, column) === null);
    if (missing !== undefined)
      return [told(`${inside}/${field}`, `${name} is not said yet for ${missing.label}: it is not valued.`)];
    if (onePage) return [];
    const lack = assumptionLack(assumptionOf(line, field));
    return lack === null ? [] : [told(`${at}/assumptions`, `${lack} of ${name}.`)];
  });
  if (onePage || line.ownerId !== null) return gaps;
  return [told(`${at}/ownerId`, "say who stands for it when its actual is held against it."), ...gaps];
}

function assumptionLack(assumption: PlanAssumption | undefined): string | null {
  if (assumption === undefined) return "say the source and the owner";
  if (isBlank(assumption.source)) return "say the source";
  if (assumption.ownerId === null) return "say the owner";
  const { evidence, benchmarkKey } = assumption;
  return evidence === "benchmark" && benchmarkKey === null ? "say which benchmark is the source" : null;
}

function nameOf({ name, id }: PlanLine): string {
  return capitalised(isBlank(name) ? `line ${id}` : name);
}
