import { describe, expect, it } from "vitest";
import { caseFigureId, readCaseFigureId, type CaseFigure } from "./case-figure-id.ts";

const figure: CaseFigure = {
  caseId: "0198f2a0-7c00-7000-8000-0000000000c1",
  number: 2,
  scenario: 1,
  basis: "cash-plus-capacity",
  risk: "adjusted",
  key: "net-present-value",
};

describe("readCaseFigureId", () => {
  it("reads what caseFigureId writes", () => {
    expect(readCaseFigureId(caseFigureId(figure))).toEqual(figure);
    const credited: CaseFigure = { ...figure, key: "durable-payback", unsignedEstimates: "credited" };
    expect(readCaseFigureId(caseFigureId(credited))).toEqual(credited);
  });

  it.each([
    "portfolio/net-roi",
    "case/c1/2/0/cash/adjusted",
    "case/c1/2/0/cash/adjusted/net-roi/more",
    "case/c1/2/0/cash/adjusted/constructor",
    "case/c1/x/0/cash/adjusted/net-roi",
    "case/c1/2/-1/cash/adjusted/net-roi",
    "case/c1/2/0/gold/adjusted/net-roi",
  ])("knows no figure %s", (figureId) => {
    expect(readCaseFigureId(figureId)).toBeUndefined();
  });
});
