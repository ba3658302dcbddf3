import { periodOf } from "@liftledger/kpis/period";
import { expect } from "vitest";
import {
  type DataSet,
  expectedOf,
  sum,
  rows,
  rowsWhere,
  sumsBy,
  ofKpi,
  totalOf,
  ratioOf,
  expectToDigits,
} from "./data-set.ts";

/** Lists of accounts and of initiatives, as of a day. */
export const registerSets: DataSet[] = [
  {
    folder: "us_ai_inventory_2024",
    file: "2024_consolidated_ai_inventory_raw_v2.csv",
    of: "uses, and those that bear on rights or safety,",
    recipe: () => ({
      name: "Uses by agency",
      source: "AI inventory",
      encoding: "windows-1252",
      reportDate: "2024-12-16",
      period: "month",
      segmentColumn: "Agency Abbreviation",
      scope: "All",
      measures: [
        {
          kpi: "conversion-rate",
          numerator: rowsWhere(
            "Is the AI use case rights-impacting, safety-impacting, both, or neither?",
            "Both",
            "Rights-Impacting",
            "Safety-impacting",
            "Safety-Impacting",
          ),
          denominator: rows,
        },
      ],
    }),
    check: (kept, { rows: read }) => {
      const folder = "us_ai_inventory_2024";
      expect(read).toBe(expectedOf(folder, "rows"));
      expect(totalOf(kept, "conversion-rate")[0]).toBe(
        String(expectedOf(folder, "rights_or_safety_impacting")),
      );
      const byAgency = sumsBy(kept, ({ scope }) => scope);
      const agencies = expectedOf<Record<string, number>>(folder, "rows_by_agency_top");
      expect(Object.keys(agencies).map((agency) => Number(byAgency[agency]?.[1]))).toEqual(
        Object.values(agencies),
      );
    },
  },
  {
    folder: "xlsx_serial_dates",
    file: "Sample_data.xlsx",
    of: "weeks by day numbers",
    recipe: () => billing({ dateColumn: "Last_Created_On", period: "week" }),
    check: (kept, { rows: read, refused }) => {
      const folder = "xlsx_serial_dates";
      expect([read, read - refused]).toEqual([
        expectedOf(folder, "rows"),
        expectedOf(folder, "serial_dates"),
      ]);
      const weeks = expectedOf<Record<string, { rows: number; net_billed: number }>>(folder, "weeks");
      const share = sumsBy(ofKpi(kept, "billed-share"), ({ period }) => period);
      const accounts = sumsBy(ofKpi(kept, "fully-billed"), ({ period }) => period);
      expect(Object.keys(share)).toHaveLength(Object.keys(weeks).length);
      for (const [monday, { rows: count, net_billed }] of Object.entries(weeks)) {
        const week = periodOf(monday, "week");
        expectToDigits(share[week]?.[0] ?? "", net_billed);
        expect(accounts[week]?.[1]).toBe(String(count));
      }
    },
  },
  {
    folder: "xlsx_serial_dates",
    file: "Sample_data.xlsx",
    of: "shares as of a day",
    recipe: () => billing({ reportDate: "2025-02-28", period: "month" }),
    check: (kept) => {
      const folder = "xlsx_serial_dates";
      expectToDigits(totalOf(kept, "billed-share")[0], expectedOf(folder, "net_billed_inr"));
      expectToDigits(totalOf(kept, "unbilled")[0], expectedOf(folder, "unbilled_inr"));
      expect(ratioOf(totalOf(kept, "billed-share"))).toBe(expectedOf(folder, "billed_share"));
      expect(ratioOf(totalOf(kept, "fully-billed"))).toBe(expectedOf(folder, "fully_billed_rate"));
      const regions = sumsBy(ofKpi(kept, "billed-share"), ({ scope }) => scope);
      expect(
        Object.fromEntries(Object.entries(regions).map(([region, pair]) => [region, ratioOf(pair)])),
      ).toEqual(expectedOf(folder, "by_region_share"));
    },
  },
];

function billing(when: object): object {
  const net = sum("Net_Billed_INR");
  const measures = [
    { kpi: "billed-share", numerator: net, denominator: sum("Net_Billed_INR", "Unbilled_INR") },
    { kpi: "unbilled", numerator: sum("Unbilled_INR"), denominator: rows },
    { kpi: "fully-billed", numerator: rowsWhere("Account Billing Status", "Billed"), denominator: rows },
  ];
  return { name: "Billing", source: "Workbook", segmentColumn: "CA Region", scope: "All", ...when, measures };
}
