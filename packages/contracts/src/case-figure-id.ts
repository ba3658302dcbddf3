/** The figures of a version that can be explained. */
export const caseFigureKeys = [
  "benefits",
  "costs",
  "net-benefit",
  "net-present-value",
  "net-roi",
  "net-roi-pv",
  "gross-multiple",
  "benefit-cost-ratio",
  "payback",
  "durable-payback",
  "discounted-payback",
  "durable-discounted-payback",
  "internal-rate-of-return",
  "modified-rate-of-return",
  "equivalent-annuity",
] as const;
export type CaseFigureKey = (typeof caseFigureKeys)[number];

/** Which figure of which version, under which scenario. */
export interface CaseFigure {
  caseId: string;
  number: number;
  /** 0 is the base, then the scenarios in the plan's order. */
  scenario: number;
  basis: "cash" | "cash-plus-capacity" | "all";
  /** Before the risk of lines, or after it. */
  risk: "unadjusted" | "adjusted";
  key: CaseFigureKey;
  /** Whether estimates that nobody has accepted count; at nothing where left out. */
  unsignedEstimates?: "nothing" | "credited" | undefined;
}

/**
 * The id by which `explainFigure` tells how a figure of a case came about.
 *
 * @example
 * caseFigureId({ caseId, number: 2, scenario: 0, basis: "cash", risk: "adjusted", key: "net-roi" })
 * // "case/…/2/0/cash/adjusted/net-roi"
 */
export function caseFigureId({
  caseId,
  number,
  scenario,
  basis,
  risk,
  key,
  unsignedEstimates,
}: CaseFigure): string {
  const estimates = unsignedEstimates === "credited" ? [unsignedEstimates] : [];
  return ["case", caseId, number, scenario, basis, risk, key, ...estimates].join("/");
}

/** The figure of an id; undefined where it is that of no case. */
export function readCaseFigureId(figureId: string): CaseFigure | undefined {
  const [subject, caseId = "", number, scenario, basis, risk, key, ...more] = figureId.split("/");
  const isCredited = more.length === 1 && more[0] === "credited";
  const isKnown =
    subject === "case" &&
    (more.length === 0 || isCredited) &&
    isOne(bases, basis) &&
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
    ...(isCredited ? { unsignedEstimates: "credited" } : {}),
  };
}

const bases = ["cash", "cash-plus-capacity", "all"] as const;

function isOne(values: readonly string[], text: string | undefined): boolean {
  return text !== undefined && values.includes(text);
}

function isCount(text: string | undefined): boolean {
  return text !== undefined && /^\d{1,6}$/.test(text);
}
