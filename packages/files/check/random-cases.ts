import { seededRandom } from "@liftledger/numerics/seeded-random";
import type {
  CaseWorkbookInput,
  WorkbookLine,
  WorkbookQuantity,
} from "../src/case-workbook/case-workbook-input.ts";
import type { PortfolioInitiative, PortfolioWorkbookInput } from "../src/case-workbook/portfolio-workbook.ts";
import { caseOf, type CheckedCase } from "./known-cases.ts";
import type { CheckedPortfolio } from "./pooled-known-cases.ts";

type Draw = {
  readonly whole: (from: number, to: number) => number;
  readonly chance: (share: number) => boolean;
  readonly oneOf: <Value>(values: readonly Value[]) => Value;
  /** A decimal between two, with so many digits after the point. */
  readonly decimal: (from: number, to: number, digits: number) => string;
};

/** Cases of every shape a case may have, the same for the same seed. */
export function randomCases(count: number, seed: number): readonly CheckedCase[] {
  return Array.from({ length: count }, (_, index) => {
    const draw = drawsOf(seed + index);
    return { id: `random-${seed + index}`, input: randomCase(draw, `Random ${seed + index}`) };
  });
}

/** Initiatives in a drawn portfolio: so many portfolios hold as many cases as are drawn one by one. */
export const casesInPortfolio = 7;

/** Portfolios of drawn initiatives that together hold so many cases, the same for the same seed. */
export function randomPortfolios(cases: number, seed: number): readonly CheckedPortfolio[] {
  return Array.from({ length: Math.ceil(cases / casesInPortfolio) }, (_, index) => ({
    id: `portfolio-${seed + index}`,
    input: randomPortfolio(seed + index),
  }));
}

/** A portfolio of drawn initiatives over the same months, one of them without a cost. */
function randomPortfolio(seed: number): PortfolioWorkbookInput {
  const draw = drawsOf(seed);
  const [count, names, size, tellsCash] = [13, ["Base", "Conservative"], 100_000, true];
  const shared = { count, names, size, tellsCash };
  const initiatives = Array.from({ length: casesInPortfolio }, (_, index): PortfolioInitiative => {
    const cost = randomLine(draw, { ...shared, kind: "cost", name: "Cost" });
    return {
      name: `Initiative ${index + 1}`,
      owner: "drawn",
      phase: draw.oneOf(["Pilots", "Scale"]),
      lines: [
        randomLine(draw, { ...shared, kind: "benefit", name: "Benefit" }),
        ...(index === 3 ? [] : [cost]),
      ],
    };
  });
  const { lines: _, ...around } = caseOf("Portfolio", {
    annualRate: "0.08",
    period: "month",
    currency: "EUR",
    columns: Array.from({ length: count }, (__, index) => `month ${index}`),
    dates: datesOf(draw, "month", count),
    scenarios: names.map((name) => ({ name, description: "drawn" })),
    lines: [],
  });
  return { ...around, initiatives };
}

function drawsOf(seed: number): Draw {
  const random = seededRandom(seed);
  const whole = (from: number, to: number): number => from + Math.floor(random.uniform() * (to - from + 1));
  return {
    whole,
    chance: (share) => random.uniform() < share,
    oneOf: (values) => values[whole(0, values.length - 1)] as (typeof values)[number],
    decimal: (from, to, digits) => (from + random.uniform() * (to - from)).toFixed(digits),
  };
}

function randomCase(draw: Draw, title: string): CaseWorkbookInput {
  const period = draw.oneOf(["month", "year"] as const);
  const count = draw.chance(0.05) ? 1 : draw.whole(2, period === "month" ? 26 : 10);
  const names = ["Base", "Conservative", "Optimistic", "Own words"].slice(0, draw.whole(1, 4));
  const hasDates = draw.chance(0.6);
  const tellsCash = draw.chance(0.5);
  const size = 10 ** draw.whole(1, 7);
  const benefits = Array.from({ length: draw.whole(draw.chance(0.1) ? 0 : 1, 4) }, (_, index) =>
    randomLine(draw, { kind: "benefit", name: `Benefit ${index + 1}`, count, names, size, tellsCash }),
  );
  const costs = Array.from({ length: draw.whole(draw.chance(0.1) ? 0 : 1, 3) }, (_, index) =>
    randomLine(draw, { kind: "cost", name: `Cost ${index + 1}`, count, names, size, tellsCash }),
  );
  return caseOf(title, {
    annualRate: draw.chance(0.1) ? "0" : draw.decimal(0.005, 0.3, 4),
    period,
    timing: draw.oneOf(["t0_then_end", "t0_then_end", "mid_period", "excel_npv"] as const),
    currency: draw.oneOf(["EUR", "JPY", "KWD"]),
    columns: Array.from({ length: count }, (_, index) => (index === 0 ? "Start" : `${period} ${index}`)),
    ...(hasDates && { dates: datesOf(draw, period, count) }),
    ...(draw.chance(0.3) && { financeRate: draw.decimal(0, 0.1, 4), reinvestRate: draw.decimal(0, 0.1, 4) }),
    scenarios: names.map((name) => ({ name, description: "drawn" })),
    chosenScenario: draw.oneOf(names),
    opensAfterRisk: draw.chance(0.7),
    basis: draw.oneOf(["cash", "cash", "cash-plus-capacity", "all"] as const),
    lines: [...benefits, ...costs],
  });
}

function datesOf(draw: Draw, period: "month" | "year", count: number): string[] {
  const start = 2024 * 12 + draw.whole(0, 35);
  return Array.from({ length: count }, (_, index) => {
    const month = start + index * (period === "month" ? 1 : 12);
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  });
}

type LineShape = {
  readonly kind: WorkbookLine["kind"];
  readonly name: string;
  readonly count: number;
  readonly names: readonly string[];
  readonly size: number;
  readonly tellsCash: boolean;
};

function randomLine(draw: Draw, { kind, name, count, names, size, tellsCash }: LineShape): WorkbookLine {
  const isFactors = kind === "benefit" && draw.chance(0.5);
  const own = (make: () => string): Pick<WorkbookQuantity, "values" | "inScenarios"> => ({
    values: path(draw, count, make),
    inScenarios: Object.fromEntries(
      names.flatMap((scenario, index) =>
        index > 0 && draw.chance(0.4) ? [[scenario, path(draw, count, make)]] : [],
      ),
    ),
  });
  const quantities: WorkbookQuantity[] = isFactors
    ? [
        { ...shape("Runs", "switch"), ...own(() => draw.oneOf(["0", "1", "1"])) },
        { ...shape("Lift", "times"), ...own(() => draw.decimal(-0.01, 0.05, 4)) },
        { ...shape("Volume", "times"), ...own(() => draw.decimal(size / 10, size * 10, 0)) },
        { ...shape("Worth", "times"), ...own(() => draw.decimal(0.1, 60, 2)) },
        { ...shape("Adoption", "times"), ...own(() => draw.decimal(0, 1, 2)) },
        { ...shape("Overlap", "less-share"), ...own(() => draw.decimal(0, 0.5, 2)) },
      ]
    : [{ ...shape("Amount", "times"), ...own(() => amount(draw, kind, size)) }];
  const isMissing = kind === "benefit" && draw.chance(0.08);
  return {
    name,
    kind,
    group: "drawn",
    ...(kind === "benefit" &&
      tellsCash && { tier: draw.oneOf(["cash", "cash", "capacity", "risk-avoided"] as const) }),
    quantities: isMissing
      ? quantities.map((quantity) => ({ ...quantity, values: gapped(quantity.values) }))
      : quantities,
    ...(draw.chance(0.6) && {
      risk: {
        share: draw.decimal(0, kind === "benefit" ? 1 : 1.5, 2),
        reason: "drawn",
        inScenarios: names.length > 1 && draw.chance(0.3) ? { [names[1] ?? ""]: draw.decimal(0, 1, 2) } : {},
      },
    }),
  };
}

function amount(draw: Draw, kind: WorkbookLine["kind"], size: number): string {
  if (draw.chance(0.2)) return "0";
  return draw.decimal(kind === "benefit" && draw.chance(0.2) ? -size : 0, size * 2, 2);
}

function shape(name: string, role: WorkbookQuantity["role"]) {
  return { name, unit: "drawn", source: "drawn", role, format: "number" } as const;
}

/** Some values hold for several columns, as plans do. */
function path(draw: Draw, count: number, make: () => string): string[] {
  let value = make();
  return Array.from({ length: count }, () => {
    if (draw.chance(0.5)) value = make();
    return value;
  });
}

function gapped(values: readonly (string | null)[]): (string | null)[] {
  return values.map((value, index) => (index % 3 === 1 ? null : value));
}
