import type { CaseWorkbookInput, WorkbookLine } from "../case-workbook/case-workbook-input.ts";

/** A whole case for tests: three scenarios, a factor line, capacity, risks, monthly columns with dates. */
export const sampleCase: CaseWorkbookInput = {
  title: "Service assistant",
  organisation: "Example & Söhne",
  subtitle: "Initiative Service assistant, version 3, submitted",
  asOf: "2026-11-22T21:30:00.000Z",
  engineVersion: "0.1.0",
  currency: "EUR",
  period: "year",
  timing: "t0_then_end",
  prices: "nominal",
  columns: ["Start", "Year 1", "Year 2", "Year 3"],
  dates: ["2026-01-01", "2027-01-01", "2028-01-01", "2029-01-01"],
  annualRate: "0.1",
  rateSource: "Set by finance on 2 January 2026",
  scenarios: [
    { name: "Base", description: "The plan itself" },
    { name: "Conservative", description: "Adoption half as far, risk of the saving 40 %" },
    { name: "Optimistic", description: "A higher lift from the second year" },
  ],
  basis: "cash-plus-capacity",
  lines: [
    {
      name: "More orders",
      kind: "benefit",
      group: "Revenue margin",
      tier: "cash",
      owner: "Ana",
      quantities: [
        quantity("Runs", "switch", ["0", "1", "1", "1"]),
        {
          ...quantity("Lift", "times", ["0.012", "0.012", "0.012", "0.012"]),
          inScenarios: { Optimistic: ["0.012", "0.012", "0.015", "0.015"] },
        },
        quantity("Visits", "times", ["400000", "400000", "440000", "480000"]),
        quantity("Worth of one", "times", ["38.5", "38.5", "38.5", "38.5"]),
        {
          ...quantity("Adoption", "times", ["0.6", "0.6", "0.8", "0.9"]),
          inScenarios: { Conservative: ["0.3", "0.3", "0.4", "0.45"] },
        },
        quantity("Counted by another benefit", "less-share", ["0.1", "0.1", "0.1", "0.1"]),
      ],
      risk: { share: "0.15", reason: "The season may hide it" },
    },
    {
      name: "Hours saved",
      kind: "benefit",
      group: "Capacity",
      tier: "capacity",
      quantities: [quantity("Amount", "times", ["0", "25000", "40000", "-1500"])],
      risk: { share: "0.2", reason: "Not all is redeployed", inScenarios: { Conservative: "0.4" } },
    },
    cost("Licences", "Licences", ["20000", "48000", "48000", "48000"], "0.05"),
    cost("Build", "People", ["90000", "12000.5", "0", "0"], "0.2"),
  ],
  benchmarks: [
    {
      name: "Pilots, 30–70 %",
      figure: "30 % to 70 %",
      basis: "source states none; read as net",
      span: "cumulative",
      saysToThisCase: "Comparable; the case lies above it",
      source: "The published phase model",
      caveat: "No sample size is stated",
    },
  ],
  provenance: [
    {
      subject: "More orders",
      field: "Lift",
      value: "1.2 points",
      evidence: "measured",
      source: "Hold-out of May 2026",
      owner: "Ana",
    },
  ],
};

function quantity(
  name: string,
  role: WorkbookLine["quantities"][number]["role"],
  values: readonly string[],
): WorkbookLine["quantities"][number] {
  const format = name === "Amount" ? "money" : "number";
  return { name, unit: "each", source: "measured; analytics", role, format, values };
}

function cost(name: string, group: string, values: readonly string[], share: string): WorkbookLine {
  const risk = { share, reason: "Prices may rise" };
  return { name, kind: "cost", group, quantities: [quantity("Amount", "times", values)], risk };
}
