import { describe, expect, it } from "vitest";
import {
  caseActualFigureId,
  readCaseActualFigureId,
  type CaseActualFigure,
} from "./case-actual-figure-id.ts";

const version = { caseId: "0198f2a0-7c00-7000-8000-0000000000c1", number: 2, basis: "all" } as const;
const figures: CaseActualFigure[] = [
  { of: "whole", key: "forecast" },
  { of: "bar", cause: "lift", part: null },
  { of: "bar", cause: "cost", part: "security-compliance" },
  { of: "line", line: "more-orders", key: "difference" },
  { of: "month", period: "Start", key: "plan" },
  { of: "coverage", side: "costs" },
];

describe("readCaseActualFigureId", () => {
  it.each(figures)("reads what caseActualFigureId writes of $of", (figure) => {
    expect(readCaseActualFigureId(caseActualFigureId(version, figure))).toEqual({ version, figure });
  });

  it.each([
    "case/c1/2/0/cash/adjusted/net-roi",
    "case/c1/2/actual/cash",
    "case/c1/2/actual/cash/whole",
    "case/c1/2/actual/cash/whole/constructor",
    "case/c1/2/actual/cash/whole/plan/more",
    "case/c1/2/actual/cash/bar/lift/line/more",
    "case/c1/2/actual/cash/line/a",
    "case/c1/2/actual/gold/whole/plan",
    "case/c1/x/actual/cash/whole/plan",
    "portfolio/c1/2/actual/cash/whole/plan",
  ])("knows no figure %s", (figureId) => {
    expect(readCaseActualFigureId(figureId)).toBeUndefined();
  });
});
