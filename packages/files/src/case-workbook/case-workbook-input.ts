import type { FlowTiming, PeriodType, PriceBasis } from "@liftledger/finance/cash-flow";

/** One assumption of a line, by column: decimal text, null where nobody has said it yet. */
export type WorkbookQuantity = {
  readonly name: string;
  readonly unit: string;
  /** Evidence, source and owner, as people read them. */
  readonly source: string;
  /**
   * How it enters the line's amount: `times` multiplies, `less-share` multiplies by 1 less it, `switch` is 1 or 0 and
   * says whether the line counts in the column at all.
   */
  readonly role: "times" | "less-share" | "switch";
  readonly format: "money" | "share" | "number";
  /** Quantities of one key are one assumption: the first is typed, the others follow it. */
  readonly sharedAs?: string;
  readonly values: readonly (string | null)[];
  /** What other scenarios say instead, by name of the scenario. */
  readonly inScenarios?: Readonly<Record<string, readonly (string | null)[]>>;
};

/** How a benefit counts: as money, as freed capacity, as the expectation of a loss that stays away. */
export type BenefitTier = "cash" | "capacity" | "risk-avoided";

/** Which benefits the figures count: money; capacity too; expected losses too. */
export type WorkbookBasis = "cash" | "cash-plus-capacity" | "all";

/** A benefit or a cost of the case: the product of its quantities. */
export type WorkbookLine = {
  readonly name: string;
  readonly kind: "benefit" | "cost";
  /** The class of a benefit, the category of a cost, in words. */
  readonly group: string;
  /** How a benefit counts; left out where the case does not tell cash and capacity apart. */
  readonly tier?: BenefitTier;
  readonly owner?: string;
  readonly quantities: readonly WorkbookQuantity[];
  /** A share: a benefit × (1 − share), a cost × (1 + share). */
  readonly risk?: {
    readonly share: string;
    readonly reason: string;
    readonly inScenarios?: Readonly<Record<string, string>>;
  };
};

/** A published or own figure to hold the case against. */
export type WorkbookBenchmark = {
  readonly name: string;
  readonly figure: string;
  readonly basis: string;
  readonly span: string;
  /** What it says to this case, comparability first. */
  readonly saysToThisCase: string;
  readonly source: string;
  readonly caveat: string;
};

/** Where a number comes from. */
export type WorkbookProvenance = {
  readonly subject: string;
  readonly field: string;
  readonly value: string;
  readonly evidence: string;
  readonly source: string;
  readonly owner: string;
};

/** A business case to be written as a workbook. Plain values; decimals are text in the major unit. */
export type CaseWorkbookInput = {
  readonly title: string;
  readonly organisation: string;
  /** What the case is of and how it stands: "Service assistant, version 3, approved by …". */
  readonly subtitle: string;
  /** The instant of which the figures are, ISO text. */
  readonly asOf: string;
  readonly engineVersion: string;
  readonly currency: string;
  readonly period: PeriodType;
  readonly timing: FlowTiming;
  readonly prices: PriceBasis;
  /** Each column's heading, the start first: "Start", "Year 1". */
  readonly columns: readonly string[];
  /** The day of each column, for the dated figures. */
  readonly dates?: readonly string[];
  readonly valuationDate?: string;
  /** Effective a year, "0.1" for 10 percent. */
  readonly annualRate: string;
  readonly rateSource: string;
  /** Per period; the discount rate unless told. */
  readonly financeRate?: string;
  readonly reinvestRate?: string;
  /** The first is the base, over which the others change quantities. */
  readonly scenarios: readonly { readonly name: string; readonly description: string }[];
  /** The one the workbook opens with; the first unless told. */
  readonly chosenScenario?: string;
  /** Whether it opens with the figures after risk, as it does unless told. */
  readonly opensAfterRisk?: boolean;
  /** Which benefits count as the workbook opens, where they say how; cash unless told. */
  readonly basis?: WorkbookBasis;
  readonly lines: readonly WorkbookLine[];
  readonly benchmarks: readonly WorkbookBenchmark[];
  readonly provenance: readonly WorkbookProvenance[];
};

/** Columns a workbook is written with at most: fifty years of months. */
const mostColumns = 600;

/**
 * Throws a RangeError unless columns, dates, quantities and scenarios fit together: a workbook with a hole in it would
 * be believed.
 */
export function requireWholeCase(input: CaseWorkbookInput): void {
  const { columns, dates, lines, scenarios } = input;
  require(columns.length > 0 && columns.length <= mostColumns, `A case has 1 to ${mostColumns} columns`);
  require(dates === undefined || dates.length === columns.length, "Each column has its date, or none has");
  require(dates === undefined || isSorted(dates), "Columns are in the order of their dates");
  require(scenarios.length > 0, "A case has a base scenario");
  const names = scenarios.map(({ name }) => name);
  require(new Set(names.map((name) => name.toLowerCase())).size ===
    names.length, "Two scenarios share a name");
  require(names.includes(
    input.chosenScenario ?? names[0] ?? "",
  ), "The chosen scenario is none of the case's");
  const benefits = lines.filter(({ kind }) => kind === "benefit");
  const told = benefits.filter(({ tier }) => tier !== undefined).length;
  require(told === 0 || told === benefits.length, "Every benefit says how it counts, or none does");
  for (const line of lines) requireWholeLine(line, names, columns.length);
}

function requireWholeLine(line: WorkbookLine, scenarios: readonly string[], columns: number): void {
  const about = `The line "${line.name}"`;
  require(line.quantities.some(({ role }) => role === "times"), `${about} has nothing to be multiplied`);
  const changed = [line.risk?.inScenarios, ...line.quantities.map(({ inScenarios }) => inScenarios)].flatMap(
    (changes) => Object.keys(changes ?? {}),
  );
  for (const name of changed) {
    require(scenarios.indexOf(name) > 0, `${about} changes "${name}", which is no scenario over the base`);
  }
  for (const { name, values, inScenarios = {} } of line.quantities) {
    const lengths = [values, ...Object.values(inScenarios)].map((row) => row.length);
    require(lengths.every(
      (length) => length === columns,
    ), `${about} has a value of "${name}" for each of the ${columns} columns`);
  }
}

function isSorted(dates: readonly string[]): boolean {
  return dates.every((date, index) => index === 0 || (dates[index - 1] ?? "") < date);
}

function require(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new RangeError(rule);
}
