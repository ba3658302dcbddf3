import { ratePerPeriod } from "@liftledger/finance/discount-rate";
import { liftTermsOf } from "@liftledger/roi/business-case/benefit-actuals";
import { costCategories } from "@liftledger/finance/cost-category";
import type { CasePlan, LineField, PlanScenario } from "@liftledger/roi/business-case/case-plan";
import { caseLines, type CaseLine } from "@liftledger/roi/business-case/case-lines";
import { applyScenario } from "@liftledger/roi/business-case/apply-scenario";
import { planColumns } from "@liftledger/roi/business-case/plan-columns";
import {
  assumptionOf,
  isBenefitLine,
  lineFieldNames,
  linePaths,
  planLines,
  type PlanLine,
} from "@liftledger/roi/business-case/plan-line";
import { pathValue, runsIn } from "@liftledger/roi/business-case/plan-path";
import {
  benefitClassNames,
  changeText,
  liftTermNames,
  pathText,
  riskText,
} from "@liftledger/roi/business-case/plan-words";
import { engineVersion } from "@liftledger/roi/engine-version";
import type {
  CaseWorkbookInput,
  WorkbookBenchmark,
  WorkbookLine,
  WorkbookProvenance,
  WorkbookQuantity,
} from "./case-workbook-input.ts";

/** What a workbook says beside the plan. */
export type PlanWorkbookWords = Pick<CaseWorkbookInput, "title" | "organisation" | "subtitle" | "asOf"> & {
  /** The name of a person of the plan, by id. */
  readonly nameOf: (personId: string) => string;
  readonly benchmarks: readonly WorkbookBenchmark[];
};

type Values = readonly (string | null)[];

/** The plan under each scenario, the base first. */
type Variants = readonly {
  readonly name: string;
  readonly plan: CasePlan;
  readonly lines: readonly CaseLine[];
}[];

/**
 * A business case as `caseWorkbook` takes it: each field of a line a quantity over the columns, what scenarios change
 * beside it, lines switched off where they do not come and where they rest on an estimate that nobody has accepted,
 * sources and owners in words. It opens with the benefits that count as cash, as the case's headline does.
 *
 *     await caseWorkbook(planWorkbookInput(plan, { title: "Lead scoring", … }))
 */
export function planWorkbookInput(plan: CasePlan, words: PlanWorkbookWords): CaseWorkbookInput {
  const { nameOf, benchmarks, ...about } = words;
  const columns = planColumns(plan);
  const variants: Variants = [null, ...plan.scenarios].map((scenario) => ({
    name: scenario?.name ?? "Base",
    plan: scenario === null ? plan : applyScenario(plan, scenario).plan,
    lines: caseLines(plan, scenario),
  }));
  const { currency, period, timing, prices, discountRate, start, mirrRates } = plan;
  const { setBy, setOn } = discountRate;
  const set = setBy === null ? "" : `; set by ${nameOf(setBy)}${setOn === null ? "" : ` on ${setOn}`}`;
  return {
    ...about,
    engineVersion,
    currency,
    period,
    timing,
    prices,
    columns: columns.map(({ label }) => label),
    dates: columns.map(({ day }) => day),
    valuationDate: `${start}-01`,
    annualRate: discountRate.annual,
    rateSource: `${discountRate.source}${set}`,
    ...(mirrRates && {
      financeRate: ratePerPeriod(mirrRates.finance, period),
      reinvestRate: ratePerPeriod(mirrRates.reinvest, period),
    }),
    scenarios: [
      { name: "Base", description: "The plan itself" },
      ...plan.scenarios.map((scenario) => ({
        name: scenario.name,
        description: scenarioWords(plan, scenario),
      })),
    ],
    basis: "cash",
    lines: planLines(plan).map((line, index) => workbookLine(plan, line, variants, index, nameOf)),
    benchmarks,
    provenance: [
      ...mirrProvenance(plan),
      ...planLines(plan).flatMap((line) => lineProvenance(plan, line, nameOf)),
    ],
  };
}

function scenarioWords(plan: CasePlan, { changes }: PlanScenario): string {
  const words = changes.map(({ lineId, field, change }) => {
    const name =
      lineId === null ? "" : ` of ${planLines(plan).find(({ id }) => id === lineId)?.name ?? lineId}`;
    return `${field === "delay" ? `start, by ${plan.period}` : lineFieldNames[field]}${name} ${changeText(change)}`;
  });
  return words.length === 0 ? "Nothing" : words.join("; ");
}

function workbookLine(
  plan: CasePlan,
  line: PlanLine,
  variants: Variants,
  index: number,
  nameOf: PlanWorkbookWords["nameOf"],
): WorkbookLine {
  const { name, ownerId, risk } = line;
  const base = variants[0]?.lines[index];
  const tier = base?.tier ?? null;
  const isBenefit = isBenefitLine(line);
  return {
    name,
    kind: isBenefit ? "benefit" : "cost",
    group: isBenefit
      ? benefitClassNames[line.class]
      : (costCategories.find(({ key }) => key === line.category)?.name ?? line.category),
    ...(tier !== null && { tier }),
    ...(ownerId !== null && { owner: nameOf(ownerId) }),
    ...(risk !== null && { risk: { share: risk.share, reason: risk.reason } }),
    quantities: [
      ...switches(plan, base, variants, index),
      ...linePaths(line).map(([field]) => quantityOf(plan, line, field, variants, index, nameOf)),
      ...budgetRate(plan, line),
    ],
  };
}

/** Where the line comes, and whether it counts yet: 1 or 0, only where either is not always 1. */
function switches(
  plan: CasePlan,
  base: CaseLine | undefined,
  variants: Variants,
  index: number,
): readonly WorkbookQuantity[] {
  const notCredited = base?.notCredited ?? null;
  const columns = planColumns(plan);
  const runs = quantity(variants, (variant) => {
    const run = planLines(variant.plan)[index]?.run;
    return columns.map(({ column }) => (run === undefined || runsIn(run, column) ? "1" : "0"));
  });
  const shared = { unit: "1 or 0", role: "switch", format: "number" } as const;
  const always = [runs.values, ...Object.values(runs.inScenarios)].every((row) => !row.includes("0"));
  return [
    ...(always ? [] : [{ ...shared, name: "Comes in this column", source: "The plan's run", ...runs }]),
    ...(notCredited === null
      ? []
      : [{ ...shared, name: "Accepted", source: notCredited, values: columns.map(() => "0") }]),
  ];
}

function quantityOf(
  plan: CasePlan,
  line: PlanLine,
  field: LineField,
  variants: Variants,
  index: number,
  nameOf: PlanWorkbookWords["nameOf"],
): WorkbookQuantity {
  const isMoney = field === "gross" || field === "amount" || field === "unitValue";
  const isShare = !isMoney && field !== "lift" && field !== "volume";
  const assumption = assumptionOf(line, field);
  const ownerId = assumption?.ownerId ?? null;
  const owner = ownerId === null ? [] : [nameOf(ownerId)];
  const source =
    assumption === undefined ? ["no source given"] : [assumption.evidence, assumption.source, ...owner];
  return {
    name: capitalised(lineFieldNames[field]),
    unit: isMoney ? (line.currency ?? plan.currency) : isShare ? "share" : unitOf(line, field),
    source: source.join("; "),
    role: field === "overlap" ? "less-share" : "times",
    format: isShare ? "share" : field === "gross" || field === "amount" ? "money" : "number",
    ...quantity(variants, (variant) => pathValues(variant.plan, index, field)),
  };
}

/** What a number counts: of a lift, in which words it is planned. */
function unitOf(line: PlanLine, field: LineField): string {
  if (field !== "lift" || !isBenefitLine(line)) return "number";
  const terms = liftTermsOf(line);
  return terms === "amount" ? "number" : liftTermNames[terms];
}

/** A field by column. Where the line does not come, what it will be: it counts for nothing there. */
function pathValues(plan: CasePlan, index: number, field: LineField): Values {
  const line = planLines(plan)[index];
  const path = line === undefined ? [] : (linePaths(line).find(([name]) => name === field)?.[1] ?? []);
  const first = path.find(({ value }) => value !== null)?.value ?? null;
  return planColumns(plan).map(({ column }) => {
    const value = pathValue(path, column);
    return line !== undefined && !runsIn(line.run, column) ? (value ?? first ?? "0") : value;
  });
}

/** The values of the base, and of each scenario in which they are others. */
function quantity(variants: Variants, valuesOf: (variant: Variants[number]) => Values) {
  const [base, ...others] = variants.map((variant) => ({ name: variant.name, values: valuesOf(variant) }));
  const values = base?.values ?? [];
  const changed = others.filter((other) => other.values.some((value, column) => value !== values[column]));
  return { values, inScenarios: Object.fromEntries(changed.map((other) => [other.name, other.values])) };
}

function budgetRate(plan: CasePlan, { currency }: PlanLine): readonly WorkbookQuantity[] {
  const rate = plan.budgetRates.find(({ from }) => from === currency);
  if (rate === undefined) return [];
  return [
    {
      name: `Budget rate, ${rate.from} to ${plan.currency}`,
      unit: `${plan.currency} for 1 ${rate.from}`,
      source: `Locked on ${rate.lockedOn}`,
      role: "times",
      format: "number",
      sharedAs: `rate ${rate.from}`,
      values: planColumns(plan).map(() => rate.rate),
    },
  ];
}

/** Whose the rates of the modified return are, where the plan has its own. */
function mirrProvenance({ mirrRates }: CasePlan): readonly WorkbookProvenance[] {
  if (mirrRates === undefined) return [];
  const told = (field: string, value: string) => ({
    subject: "The case",
    field,
    value,
    evidence: "assumption",
    source: mirrRates.source,
    owner: "",
  });
  return [
    told("Finance rate a year", mirrRates.finance),
    told("Reinvestment rate a year", mirrRates.reinvest),
  ];
}

function lineProvenance(
  plan: CasePlan,
  line: PlanLine,
  nameOf: PlanWorkbookWords["nameOf"],
): readonly WorkbookProvenance[] {
  const owner = line.ownerId === null ? "" : nameOf(line.ownerId);
  const fields = linePaths(line).map(([field, path]): WorkbookProvenance => {
    const assumption = assumptionOf(line, field);
    const { signedBy = null, note = null, ownerId = line.ownerId } = assumption ?? {};
    const signed = signedBy === null ? "" : `; accepted by ${nameOf(signedBy)}`;
    const noted = note === null ? "" : `; ${note}`;
    return {
      subject: line.name,
      field: capitalised(lineFieldNames[field]),
      value: pathText(plan, path),
      evidence: assumption?.evidence ?? "none",
      source: assumption === undefined ? "No source given" : `${assumption.source}${noted}${signed}`,
      owner: ownerId === null ? owner : nameOf(ownerId),
    };
  });
  const risk = {
    subject: line.name,
    field: "Risk",
    value: riskText(line.risk),
    evidence: "assumption",
    owner,
  };
  return [...fields, { ...risk, source: line.risk?.reason ?? "None is set" }];
}

function capitalised(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
