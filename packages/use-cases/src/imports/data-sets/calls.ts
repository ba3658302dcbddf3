import { answerImportQuestion } from "@liftledger/contracts/import-answer";
import { expect } from "vitest";
import {
  type DataSet,
  type Kept,
  own,
  expectedOf,
  sum,
  rows,
  rowsWhere,
  sumsBy,
  ofKpi,
  totalOf,
  ratioOf,
  byWeek,
} from "./data-set.ts";

/** Calls, and what came of them. */
export const callSets: DataSet[] = [
  {
    folder: "call_centre_xlsx",
    file: "01_Call-Center-Dataset.xlsx",
    recipe: () => {
      const recipe = own("call_centre_xlsx");
      const where = { column: "Answered (Y/N)", equals: ["Y"] };
      return {
        ...recipe,
        measures: [
          ...recipe.measures,
          { kpi: "resolution", where, numerator: rowsWhere("Resolved", "Y"), denominator: rows },
          { kpi: "rating", where, numerator: sum("Satisfaction rating"), denominator: rows },
          {
            kpi: "seconds",
            where,
            numerator: { kind: "duration", column: "AvgTalkDuration", unit: "seconds" },
            denominator: rows,
          },
        ],
      };
    },
    check: (kept, read) => {
      const folder = "call_centre_xlsx";
      interface Week {
        calls: number;
        answered: number;
        resolved: number;
      }
      expect(read).toMatchObject({ rows: expectedOf(folder, "rows"), refused: 0 });
      const week = ({ period }: Kept) => period;
      const agent = ({ scope }: Kept) => scope;
      const answers = ofKpi(kept, "answer-rate");
      const resolutions = ofKpi(kept, "resolution");
      expect(sumsBy(answers, week)).toEqual(
        byWeek<Week>(folder, "weekly", ({ answered, calls }) => [answered, calls]),
      );
      expect(sumsBy(resolutions, week)).toEqual(
        byWeek<Week>(folder, "weekly", ({ resolved, answered }) => [resolved, answered]),
      );
      const agents = expectedOf<Record<string, [number, number, number]>>(folder, "by_agent");
      expect(sumsBy(answers, agent)).toEqual(
        Object.fromEntries(
          Object.entries(agents).map(([name, [all, some]]) => [name, [`${some}`, `${all}`]]),
        ),
      );
      expect(sumsBy(resolutions, agent)).toEqual(
        Object.fromEntries(
          Object.entries(agents).map(([name, [, all, some]]) => [name, [`${some}`, `${all}`]]),
        ),
      );
      expect(new Set(answers.map(week)).size).toBe(expectedOf(folder, "weeks"));
      expect(totalOf(kept, "answer-rate")[0]).toBe(String(expectedOf(folder, "answered")));
      expect(ratioOf(totalOf(kept, "answer-rate"))).toBe(expectedOf(folder, "answer_rate"));
      expect(totalOf(kept, "resolution")[0]).toBe(String(expectedOf(folder, "resolved")));
      expect(ratioOf(totalOf(kept, "resolution"))).toBe(expectedOf(folder, "resolution_per_answered"));
      expect(ratioOf(totalOf(kept, "rating"))).toBe(expectedOf(folder, "csat_mean"));
      expect(ratioOf(totalOf(kept, "seconds")).toFixed(3)).toBe(`${expectedOf(folder, "aht_seconds_mean")}`);
    },
  },
  ...(["month", "contact"] as const).map(callSet),
];

function callSet(segmentColumn: "month" | "contact"): DataSet {
  return {
    folder: "uci_bank_semicolon",
    file: "bank-additional.csv",
    of: `calls by ${segmentColumn}`,
    recipe: () => ({
      ...answerImportQuestion(own("uci_bank_semicolon"), "report-date", "2010-11-30"),
      segmentColumn,
    }),
    check: (kept, { rows: read }) => {
      const folder = "uci_bank_semicolon";
      expect(read).toBe(expectedOf(folder, "rows"));
      expect(totalOf(kept, "conversion-rate")[0]).toBe(String(expectedOf(folder, "yes")));
      expect(ratioOf(totalOf(kept, "conversion-rate"))).toBe(expectedOf(folder, "conversion"));
      const published =
        segmentColumn === "contact"
          ? Object.entries(expectedOf<Record<string, [number, number]>>(folder, "by_contact"))
          : Object.entries(expectedOf<Record<string, { n: number; yes: number }>>(folder, "by_month")).map(
              ([month, { n, yes }]) => [month, [n, yes]] as const,
            );
      expect(sumsBy(kept, ({ scope }) => scope)).toEqual(
        Object.fromEntries(published.map(([scope, [all, yes]]) => [scope, [String(yes), String(all)]])),
      );
    },
  };
}
