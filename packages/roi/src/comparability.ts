import type { RoiBasis, RoiSpan, RoiType } from "./roi-figure.ts";

/** Whether two ROIs may be held against each other, and why. */
export type Comparability =
  | { kind: "comparable"; reason: string }
  /** They may, once what the source leaves open is read in the way the reason says. */
  | { kind: "read-as"; reason: string }
  | { kind: "not-comparable"; reason: string };

const basisNames: Record<RoiBasis, string> = {
  net: "net (value less cost, over cost)",
  gross: "gross (value over cost)",
  net_pv: "net on present values",
  "campaign-gain": "a gain in the ROI of campaigns",
  unstated: "unstated",
  ambiguous: "ambiguous",
};

const spanNames: Record<RoiSpan, string> = {
  cumulative: "cumulative since the first spend",
  "in-phase": "of one phase",
  annualised: "a year's",
  "run-rate": "the present pace carried on",
  forward: "of what is still to come",
  unstated: "unstated",
};

/**
 * Whether two typed ROIs may be compared: only when basis, span, tier and origin agree. What a source leaves
 * open is read as the headline has it (net, cumulative, in money, as it happened), and the answer says so; a
 * source that says two things is read at its low end. The order of the two does not matter.
 *
 * @example
 * comparability(headlineType, { ...headlineType, basis: "gross" }).kind // "not-comparable"
 */
export function comparability(one: RoiType, other: RoiType): Comparability {
  const refused =
    refuseGain(one, other) ??
    refuseBasis(one, other) ??
    refuseSpan(one, other) ??
    refuseTierOrOrigin(one, other);
  if (refused !== null) return { kind: "not-comparable", reason: refused };
  const read = [...new Set([...readings(one), ...readings(other)])];
  if (read.length > 0) return { kind: "read-as", reason: `The source ${read.join("; it ")}.` };
  return { kind: "comparable", reason: "Both have the same basis, span and tier." };
}

function refuseGain(one: RoiType, other: RoiType): string | null {
  if (one.basis === other.basis || ![one.basis, other.basis].includes("campaign-gain")) return null;
  return "A gain in the ROI of campaigns is not a return on AI spend.";
}

function refuseBasis(one: RoiType, other: RoiType): string | null {
  const [a, b] = [readBasis(one.basis), readBasis(other.basis)];
  if (a === b) return null;
  return `One is ${basisNames[a]}, the other ${basisNames[b]}: convert one of them first.`;
}

function refuseSpan(one: RoiType, other: RoiType): string | null {
  const [a, b] = [one, other].map(({ span }) => (span === "unstated" ? "cumulative" : span)) as [
    RoiSpan,
    RoiSpan,
  ];
  return a === b ? null : `One is ${spanNames[a]}, the other ${spanNames[b]}.`;
}

function refuseTierOrOrigin(one: RoiType, other: RoiType): string | null {
  if (one.tier !== other.tier && one.tier !== "unstated" && other.tier !== "unstated")
    return "One counts money only, the other also counts capacity put to other use.";
  if (one.origin !== other.origin && one.origin !== "unstated" && other.origin !== "unstated")
    return "One is planned, the other measured: the bridge from plan to actual compares those.";
  return null;
}

function readBasis(basis: RoiBasis): RoiBasis {
  return basis === "unstated" || basis === "ambiguous" ? "net" : basis;
}

/** How what is left open is read. */
function readings({ basis, span }: RoiType): string[] {
  const read: string[] = [];
  if (basis === "unstated" && span === "unstated") return ["states no basis; read as cumulative net"];
  if (basis === "unstated") read.push("states no basis; read as net");
  if (basis === "ambiguous") read.push("says two things; the lower net reading is used");
  if (span === "unstated") read.push("states no span; read as cumulative");
  return read;
}
