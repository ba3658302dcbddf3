/** The figures of a version that can be explained. */
export const caseFigureKeys = ["net-benefit", "net-present-value", "net-roi"] as const;

/** Which figure of which version, under which scenario. */
export interface CaseFigure {
  caseId: string;
  number: number;
  /** 0 is the base, then the scenarios in the plan's order. */
  scenario: number;
  basis: "cash" | "cash-plus-capacity" | "all";
  /** Before the risk of lines, or after it. */
  risk: "unadjusted" | "adjusted";
  key: (typeof caseFigureKeys)[number];
}

/**
 * The id by which `explainFigure` tells how a figure of a case came about.
 *
 * @example
 * caseFigureId({ caseId, number: 2, scenario: 0, basis: "cash", risk: "adjusted", key: "net-roi" })
 * // "case/…/2/0/cash/adjusted/net-roi"
 */
export function caseFigureId({ caseId, number, scenario, basis, risk, key }: CaseFigure): string {
  return ["case", caseId, number, scenario, basis, risk, key].join("/");
}

/** The figure of an id; undefined where it is that of no case. */
export function readCaseFigureId(figureId: string): CaseFigure | undefined {
  const [subject, caseId = "", number, scenario, basis, risk, key, ...more] = figureId.split("/");
  const isKnown =
    subject === "case" &&
    more.length === 0 &&
    isOne(["cash", "cash-plus-capacity", "all"], basis) &&
    isOne(["unadjusted", "adjusted"], risk) &&
    isOne(caseFigureKeys, key);
  if (!isKnown || !isCount(number) || !isCount(scenario)) return undefined;
  return {
    caseId,
    number: Number(number),
    scenario: Number(scenario),
    basis: basis as CaseFigure["basis"],
    risk: risk as CaseFigure["risk"],
    key: key as CaseFigure["key"],
  };
}

function isOne(values: readonly string[], text: string | undefined): boolean {
  return text !== undefined && values.includes(text);
}

function isCount(text: string | undefined): boolean {
  return text !== undefined && /^\d{1,6}$/.test(text);
}
