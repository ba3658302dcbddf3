import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { leadScoringPlan } from "@liftledger/roi/testing/example-case-plan";
import { planWorkbookInput } from "../src/case-workbook/plan-workbook.ts";
import type { CaseWorkbookInput, WorkbookLine } from "../src/case-workbook/case-workbook-input.ts";

/** A case to be written, recalculated and compared, with what it is called in the report. */
export type CheckedCase = { readonly id: string; readonly input: CaseWorkbookInput };

type Shape = Partial<CaseWorkbookInput> & {
  readonly annualRate: string;
  readonly columns: readonly string[];
  readonly lines: readonly WorkbookLine[];
};

/** A case around some lines: what a workbook needs beside them, the same for all. */
export function caseOf(title: string, shape: Shape): CaseWorkbookInput {
  return {
    title,
    organisation: "Check",
    subtitle: title,
    asOf: "2026-01-31T00:00:00.000Z",
    engineVersion: "check",
    currency: "USD",
    period: "year",
    timing: "t0_then_end",
    prices: "nominal",
    rateSource: "as given",
    scenarios: [{ name: "Base", description: "The plan itself" }],
    benchmarks: [],
    provenance: [],
    ...shape,
  };
}

/** A line of plain amounts, which other scenarios may replace. */
function amountLine(
  kind: WorkbookLine["kind"],
  name: string,
  values: readonly string[],
  inScenarios: Readonly<Record<string, readonly string[]>> = {},
): WorkbookLine {
  const quantity = {
    name: "Amount",
    unit: "USD",
    source: "as given",
    role: "times",
    format: "money",
  } as const;
  return { name, kind, group: "as given", quantities: [{ ...quantity, values, inScenarios }] };
}

const years = (last: number, from: number = 0): string[] =>
  Array.from({ length: last - from + 1 }, (_, index) =>
    from + index === 0 ? "Start" : `Year ${from + index}`,
  );

const repeat = (value: string, times: number): string[] => Array.from({ length: times }, () => value);

/** The published tables whose facts stand in finance/published-tables.test.ts, each as a case. */
export function publishedCases(): readonly CheckedCase[] {
  const cisco = [
    ["on-going administrative cost", "106872"],
    ["RF monitoring", "40000"],
    ["help desk", "88800"],
    ["end-user productivity", "18000"],
    ["guest access", "8640"],
    ["visitor productivity", "27000"],
  ] as const;
  const westchester =
    "0.5 1.5 2.7 4.1 5.9 9.5 9.9 10.3 10.7 11.1 11.4 11.8 12.1 12.5 12.8 13.0 13.3 13.5 13.7 13.9 14.0 14.1 14.2 14.2 14.2 14.2 14.1 14.0 13.8 13.7 13.4 13.2 12.9 12.6 12.2 11.9 11.5 11.0 10.6 10.2".split(
      " ",
    );
  const coding = { "Low realisation": "20700", "High realisation": "62100", "Review-heavy": "13800" };
  return [
    {
      id: "forrester-scenario-2-subscription",
      input: caseOf("Five tips, scenario 2", {
        annualRate: "0.10",
        columns: years(3),
        lines: [
          amountLine("benefit", "Benefits", ["0", ...repeat("15000", 3)]),
          amountLine("cost", "Costs", ["10000", ...repeat("5000", 3)]),
        ],
      }),
    },
    {
      id: "tei-cisco-uwn-table15",
      input: caseOf("TEI of a wireless network, table 15", {
        annualRate: "0.10",
        columns: years(3),
        lines: cisco.map(([name, yearly]) => amountLine("benefit", name, ["0", ...repeat(yearly, 3)])),
      }),
    },
    {
      id: "lightcast-a8-1",
      input: caseOf("A single student", {
        annualRate: "0.04",
        timing: "excel_npv",
        columns: years(10, 1),
        lines: [
          amountLine("benefit", "Earnings", ["0", ...repeat("5000", 9)]),
          amountLine("cost", "Cost", ["21500", ...repeat("0", 9)]),
        ],
      }),
    },
    {
      id: "lightcast-wcc-student",
      input: caseOf("The student perspective", {
        // What the printed present value of the benefits implies.
        annualRate: "0.04418",
        columns: years(39),
        lines: [
          amountLine("benefit", "Earnings", westchester),
          amountLine("cost", "Cost", ["46.0", ...repeat("0.2", 15), ...repeat("0", 24)]),
        ],
      }),
    },
    {
      id: "classroom-worksheet",
      input: caseOf("A worksheet at 12 %", {
        annualRate: "0.12",
        columns: years(5),
        lines: [
          amountLine("benefit", "Benefits", ["0", ...repeat("50000", 5)]),
          amountLine("cost", "Costs", ["42500", ...repeat("28500", 5)]),
        ],
      }),
    },
    {
      id: "ai-coding-realisation",
      input: caseOf("AI coding with review", {
        annualRate: "0",
        columns: years(1),
        scenarios: ["Base", ...Object.keys(coding)].map((name) => ({ name, description: "as published" })),
        lines: [
          amountLine(
            "benefit",
            "Hours",
            ["0", "41400"],
            Object.fromEntries(Object.entries(coding).map(([name, value]) => [name, ["0", value]])),
          ),
          amountLine("cost", "Cost", ["25800", "0"]),
        ],
      }),
    },
  ];
}

/** A case as the product stores it, by month, with scenarios, capacity and a delay. */
export function plannedCases(): readonly CheckedCase[] {
  const input = planWorkbookInput(leadScoringPlan(), {
    title: "Lead scoring",
    organisation: "Check",
    subtitle: "a plan",
    asOf: "2026-01-31T00:00:00.000Z",
    nameOf: (id) => id,
    benchmarks: [],
  });
  return [{ id: "plan-lead-scoring", input }];
}

type ReferenceCase = {
  readonly id: string;
  readonly annualRate: string;
  readonly dates: readonly string[];
  readonly costs: readonly string[];
  readonly benefits: readonly string[];
  readonly financeRateMonthly: string;
  readonly reinvestRateMonthly: string;
};

/** The end-to-end cases beside the repository; none where they are not there. */
export function referenceCases(): readonly CheckedCase[] {
  const file = join(import.meta.dirname, "../../../../shared/reference/finance/workbook_cases.json");
  if (!existsSync(file)) return [];
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: readonly ReferenceCase[] };
  return cases.map((reference) => ({
    id: reference.id,
    input: caseOf(reference.id, {
      annualRate: reference.annualRate,
      period: "month",
      columns: reference.dates.map((date) => date.slice(0, 7)),
      dates: reference.dates,
      financeRate: reference.financeRateMonthly,
      reinvestRate: reference.reinvestRateMonthly,
      lines: [
        amountLine("benefit", "Benefits", reference.benefits),
        amountLine("cost", "Costs", reference.costs),
      ],
    }),
  }));
}
