import { compareDecimals, divideDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { difference, leaf, quotient, type Explanation, type ExplanationSource } from "./explanation.ts";

/**
 * What is divided by what. net: (value − cost) ÷ cost. gross: value ÷ cost. net_pv: the same as net, of present
 * values. campaign-gain: how much better campaigns return, which is no return on AI spend. unstated: the source
 * does not say. ambiguous: it says two things.
 */
export type RoiBasis = "net" | "gross" | "net_pv" | "campaign-gain" | "unstated" | "ambiguous";

/** Which time it covers. run-rate: the present pace carried on. forward: what is still to come. */
export type RoiSpan = "cumulative" | "in-phase" | "annualised" | "run-rate" | "forward" | "unstated";

/** Whether saved capacity counts beside money. */
export type RoiTier = "cash" | "cash-plus-capacity" | "unstated";

/** Whether it happened or is meant to. */
export type RoiOrigin = "measured" | "planned" | "unstated";

/** The type of an ROI: two figures may be held against each other only when their types agree. */
export interface RoiType {
  basis: RoiBasis;
  span: RoiSpan;
  tier: RoiTier;
  origin: RoiOrigin;
}

/** An ROI with its type. `ratio` is decimal text: "0.3" is 30%. */
export interface RoiFigure extends RoiType {
  kind: "roi";
  ratio: string;
  tree: Explanation;
}

export type RoiAnswer = RoiFigure | { kind: "no-value"; reason: string };

/** The type of the headline: cumulative, net, in money, as it happened. */
export const headlineType: RoiType = { basis: "net", span: "cumulative", tier: "cash", origin: "measured" };

/** The types of an initiative's three returns: no two of them may be held against each other. */
export const initiativeRoiTypes = {
  netRoi: headlineType,
  cashPlusCapacityRoi: { ...headlineType, tier: "cash-plus-capacity" },
  inPhaseRoi: { ...headlineType, span: "in-phase" },
} as const satisfies Record<string, RoiType>;

/** Digits of a ratio that does not come out even. */
const digits = 20;

/**
 * An ROI of a value and a cost, with its type and its explanation. Net and net_pv are value ÷ cost − 1, gross is
 * value ÷ cost. Amounts are decimal text in one currency. Without a cost above zero there is no ROI: the reason
 * says so. Throws a RangeError for a basis that is read from a source and never computed.
 *
 * @example
 * roiFigure({ value: "750000", cost: "425000", currency: "EUR", type: headlineType }) // ratio "0.76470588…"
 */
export function roiFigure(question: {
  value: string;
  cost: string;
  currency: string;
  type: RoiType;
  sources?: { value: ExplanationSource; cost: ExplanationSource };
}): RoiAnswer {
  const { value, cost, currency, type, sources } = question;
  if (!["net", "gross", "net_pv"].includes(type.basis))
    throw new RangeError(`An ROI on the basis "${type.basis}" is read from a source, never computed`);
  if (compareDecimals(cost, "0") <= 0)
    return { kind: "no-value", reason: "There is no cost above zero, so there is no return on it." };
  const source: ExplanationSource = {
    kind: type.origin === "planned" ? "assumption" : "measured",
    text: "given",
  };
  const [worth, spent] = [
    leaf("Value", value, currency, sources?.value ?? source),
    leaf("Cost", cost, currency, sources?.cost ?? source),
  ];
  const tree =
    type.basis === "gross"
      ? quotient("Return on investment (gross)", "ratio", worth, spent)
      : quotient(
          "Return on investment (net)",
          "ratio",
          difference("Net benefit", currency, worth, spent),
          spent,
        );
  return { kind: "roi", ratio: tree.value ?? "0", tree, ...type };
}

/**
 * A gross ROI on the net basis: 5.44 back for each 1 spent is 4.44, or 444%, net. A net one stays as it is; of
 * any other basis the net reading is not known.
 *
 * @example asNet({ ratio: "5.44", basis: "gross" }) // "4.44"
 */
export function asNet({ ratio, basis }: { ratio: string; basis: RoiBasis }): string | null {
  if (basis === "net") return ratio;
  return basis === "gross" ? subtractDecimals(ratio, "1") : null;
}

/** What came back for each 1 spent, from a net ROI. @example returnPerUnitSpent("4.44") // "5.44" */
export function returnPerUnitSpent(netRatio: string): string {
  return subtractDecimals(netRatio, "-1");
}

/** A published ROI in percent as a ratio. @example ratioOfPercent("544") // "5.44" */
export function ratioOfPercent(percent: string): string {
  return divideDecimals(percent, "100", digits);
}
