import { compareDecimals } from "@liftledger/numerics/decimal";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import { planLines } from "@liftledger/roi/business-case/plan-line";
import type { CaseWorkbookInput, WorkbookLine, WorkbookQuantity } from "./case-workbook-input.ts";
import { isMidMonth, pooledColumns, type PooledColumns } from "./pooled-columns.ts";
import type { PortfolioInitiative, PortfolioWorkbookInput } from "./portfolio-workbook.ts";

/** A case that is to be pooled with others: its plan, and what its own workbook takes. */
export type PooledCase = {
  readonly caseId: string;
  readonly name: string;
  /** When it was approved: of two cases that plan one benefit the later one counts it. */
  readonly approvedAt: string;
  readonly initiative: {
    readonly id: string;
    readonly name: string;
    readonly owner: string;
    readonly phase: string;
  };
  readonly plan: CasePlan;
  readonly input: CaseWorkbookInput;
};

/** What the pool is reckoned by. */
export type PoolTerms = Pick<
  CaseWorkbookInput,
  "title" | "organisation" | "subtitle" | "asOf" | "currency" | "annualRate" | "rateSource" | "prices"
> & {
  /** How much one unit of a currency is worth in the pool's, and whose word that is; undefined where nobody has said. */
  readonly rateOf: (currency: string) => { readonly rate: string; readonly source: string } | undefined;
};

/** A case that is not in the pool, and why. */
export type LeftOutCase = { readonly name: string; readonly reason: string };

export type CasePool = {
  readonly portfolio: PortfolioWorkbookInput;
  readonly leftOut: readonly LeftOutCase[];
};

/** Of a workbook: fifty years of months. */
const mostColumns = 600;

/** The scenarios that cases share by kind; own ones are of one case alone. */
const sharedKinds = { conservative: "Conservative", optimistic: "Optimistic" } as const;

/**
 * The cases of a portfolio over shared columns, in one currency, at one discount rate. Every flow keeps its day; a case
 * without a scenario of a kind stands in it as planned; a benefit that two cases plan counts in the one approved last.
 * What cannot be added to the others (other prices, no exchange rate, flows in the middle of months beside flows at
 * their end) is left out and named. Null where nothing is left.
 */
export function poolCases(cases: readonly PooledCase[], terms: PoolTerms): CasePool | null {
  const reasons = new Map<string, string>();
  const leaveOut = (
    some: readonly PooledCase[],
    reasonOf: (one: PooledCase) => string | null,
  ): PooledCase[] =>
    some.filter((one) => {
      const reason = reasonOf(one);
      if (reason !== null) reasons.set(one.caseId, reason);
      return reason === null;
    });
  const addable = leaveOut(cases, (one) => cannotBeAdded(one, terms));
  const middle = addable.filter(({ plan }) => isMidMonth(plan)).length;
  const keepsMiddle = middle > addable.length / 2;
  const inStep = leaveOut(addable, ({ plan }) =>
    isMidMonth(plan) === keepsMiddle
      ? null
      : `its flows lie ${keepsMiddle ? "at the end of periods, those of most cases in the middle of months" : "in the middle of months, those of other cases at the end of periods"}`,
  );
  if (inStep.length === 0) return null;
  const { placesOf } = pooledColumns(inStep.map(({ plan }) => plan));
  const pooled = leaveOut(inStep, ({ plan }) =>
    (placesOf(plan).at(-1) ?? 0) < mostColumns
      ? null
      : `it ends after the ${mostColumns} columns that a workbook has, counted from the start of the first case`,
  );
  const leftOut = cases.flatMap(({ caseId, name }) => {
    const reason = reasons.get(caseId);
    return reason === undefined ? [] : [{ name, reason }];
  });
  return pooled.length === 0 ? null : { portfolio: portfolioOf(pooled, terms, leftOut), leftOut };
}

function cannotBeAdded({ plan }: PooledCase, { prices, currency, rateOf }: PoolTerms): string | null {
  if (plan.prices !== prices)
    return `it is planned in ${plan.prices} prices, the portfolio is in ${prices} ones: the two are not added up`;
  if (plan.currency !== currency && rateOf(plan.currency) === undefined)
    return `there is no exchange rate from ${plan.currency} to ${currency}`;
  return null;
}

function portfolioOf(
  cases: readonly PooledCase[],
  { rateOf, ...terms }: PoolTerms,
  leftOut: readonly LeftOutCase[],
): PortfolioWorkbookInput {
  const shared = pooledColumns(cases.map(({ plan }) => plan));
  const counted = benefitsCounted(cases);
  const kinds = Object.entries(sharedKinds).filter(([kind]) =>
    cases.some(({ plan }) => plan.scenarios.some((scenario) => scenario.kind === kind)),
  );
  const engineVersion = cases[0]?.input.engineVersion ?? "";
  return {
    ...terms,
    engineVersion,
    period: shared.frame.period,
    timing: shared.frame.timing,
    columns: shared.columns.map(({ label }) => label),
    dates: shared.columns.map(({ day }) => day),
    valuationDate: `${shared.frame.start}-01`,
    scenarios: [
      { name: "Base", description: "Every plan itself" },
      ...kinds.map(([kind, name]) => ({ name, description: scenarioWords(cases, kind) })),
    ],
    basis: "cash",
    initiatives: initiativesOf(cases, (one) =>
      linesOf(one, shared, { currency: terms.currency, rateOf }, counted),
    ),
    benchmarks: [],
    provenance: [
      ...cases.flatMap((one) =>
        one.input.provenance.map((row) => ({ ...row, subject: `${one.name}: ${row.subject}` })),
      ),
      ...cases.map((one) => rateRow(one, terms.annualRate)),
      ...leftOut.map(({ name, reason }) => ({
        subject: name,
        field: "The whole case",
        value: "left out",
        evidence: "none",
        source: `Not added up: ${reason}`,
        owner: "",
      })),
    ],
  };
}

/** At which rate a case was approved, where the portfolio has another. */
function rateRow({ name, input }: PooledCase, annualRate: string) {
  const isSame = compareDecimals(input.annualRate, annualRate) === 0;
  return {
    subject: name,
    field: "Discount rate of the case",
    value: input.annualRate,
    evidence: "assumption",
    source: isSame
      ? "The portfolio's too"
      : `${input.rateSource}; the portfolio is discounted at ${annualRate}`,
    owner: "",
  };
}

function scenarioWords(cases: readonly PooledCase[], kind: string): string {
  const without = cases.filter(({ plan }) => plan.scenarios.every((scenario) => scenario.kind !== kind));
  const all = "Each case in its own scenario of this kind";
  return without.length === 0 ? all : `${all}; as planned: ${without.map(({ name }) => name).join(", ")}`;
}

/** The case in which each benefit that somebody measures counts: the one approved last. */
function benefitsCounted(cases: readonly PooledCase[]): ReadonlyMap<string, PooledCase> {
  const sorted = cases.toSorted((one, other) => (one.approvedAt < other.approvedAt ? -1 : 1));
  return new Map(
    sorted.flatMap((one) =>
      one.plan.benefits.flatMap(({ benefitId }) => (benefitId === null ? [] : [[benefitId, one] as const])),
    ),
  );
}

function initiativesOf(
  cases: readonly PooledCase[],
  lines: (one: PooledCase) => readonly WorkbookLine[],
): readonly PortfolioInitiative[] {
  const taken = new Set<string>();
  return [...Map.groupBy(cases, ({ initiative }) => initiative.id)].map(([, own]) => {
    const { name, owner, phase } = (own[0] as PooledCase).initiative;
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`;
    taken.add(unique);
    return {
      name: unique,
      owner,
      phase,
      lines: own.flatMap((one) =>
        lines(one).map((line) => (own.length === 1 ? line : { ...line, name: `${one.name}, ${line.name}` })),
      ),
    };
  });
}

function linesOf(
  one: PooledCase,
  shared: PooledColumns,
  { currency, rateOf }: Pick<PoolTerms, "currency" | "rateOf">,
  counted: ReadonlyMap<string, PooledCase>,
): readonly WorkbookLine[] {
  const { caseId, plan, input } = one;
  const places = shared.placesOf(plan);
  const width = shared.columns.length;
  const rate = plan.currency === currency ? undefined : rateOf(plan.currency);
  const before = flowSwitch(one, places, width);
  const after = rate === undefined ? [] : [exchangeRate(plan.currency, currency, rate, width)];
  return planLines(plan).flatMap((planned, index): WorkbookLine[] => {
    const line = input.lines[index];
    if (line === undefined) return [];
    const benefitId = "benefitId" in planned ? planned.benefitId : null;
    const other = benefitId === null ? undefined : counted.get(benefitId);
    const twice = other === undefined || other.caseId === caseId ? [] : [countedElsewhere(other.name, width)];
    const own = line.quantities.map((quantity) => pooledQuantity(quantity, plan, caseId, places, width));
    return [{ ...line, quantities: [...before, ...twice, ...own, ...after] }];
  });
}

const oneOrNone = { unit: "1 or 0", role: "switch", format: "number" } as const;

/** Where a case has flows among the shared columns; nothing where it has them everywhere. */
function flowSwitch(
  { caseId, name }: PooledCase,
  places: readonly number[],
  width: number,
): readonly WorkbookQuantity[] {
  const values = Array.from({ length: width }, (_, place) => (places.includes(place) ? "1" : "0"));
  if (!values.includes("0")) return [];
  const source = `${name}: its start, period and horizon`;
  return [{ ...oneOrNone, name: "The case has a flow here", source, sharedAs: `flows ${caseId}`, values }];
}

function countedElsewhere(name: string, width: number): WorkbookQuantity {
  const source = `${name} plans the same benefit and was approved later: it counts there`;
  return { ...oneOrNone, name: "Counted here", source, values: Array.from({ length: width }, () => "0") };
}

function exchangeRate(
  from: string,
  to: string,
  { rate, source }: { readonly rate: string; readonly source: string },
  width: number,
): WorkbookQuantity {
  return {
    name: `Exchange rate, ${from} to ${to}`,
    unit: `${to} for 1 ${from}`,
    source,
    role: "times",
    format: "number",
    sharedAs: `exchange ${from}`,
    values: Array.from({ length: width }, () => rate),
  };
}

/** A quantity over the shared columns: between the columns of its case it stays, and the line is switched off. */
function pooledQuantity(
  quantity: WorkbookQuantity,
  { scenarios }: CasePlan,
  caseId: string,
  places: readonly number[],
  width: number,
): WorkbookQuantity {
  const spread = (values: readonly (string | null)[]): (string | null)[] => {
    const placed = new Map(places.map((place, column) => [place, values[column] ?? null]));
    let held = values.find((value) => value !== null) ?? "0";
    return Array.from({ length: width }, (_, place) => {
      const value = placed.get(place);
      if (value !== undefined && value !== null) held = value;
      return value === undefined ? held : value;
    });
  };
  const { inScenarios = {}, sharedAs, ...rest } = quantity;
  const changed = Object.entries(sharedKinds).flatMap(([kind, name]) => {
    const own = scenarios.find((scenario) => scenario.kind === kind)?.name;
    const values = own === undefined ? undefined : inScenarios[own];
    return values === undefined ? [] : [[name, spread(values)] as const];
  });
  return {
    ...rest,
    ...(sharedAs !== undefined && { sharedAs: `${sharedAs} ${caseId}` }),
    values: spread(quantity.values),
    ...(changed.length > 0 && { inScenarios: Object.fromEntries(changed) }),
  };
}
