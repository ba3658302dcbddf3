import { compareDecimals, multiplyDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import type { Amount } from "./amount.ts";
import { plainDecimal } from "./plain-decimal.ts";
import { requireShare } from "./share.ts";

/** A factor as decimal text or a number; null, undefined or left out while nobody has said what it is. */
type Factor = Amount | null | undefined;

/**
 * What a planned benefit is made of. Either `gross`, in money, or what makes it: the lift expected per unit
 * of volume (a gain is positive), the volume of a period, and the money one unit is worth, at margin. The
 * others are shares from 0 to 1; `overlap` is the share that another benefit already counts.
 */
export type PlannedFactors = {
  readonly gross?: Factor;
  readonly lift?: Factor;
  readonly volume?: Factor;
  readonly unitValue?: Factor;
  readonly adoption?: Factor;
  readonly attribution?: Factor;
  readonly confidence?: Factor;
  readonly realisation?: Factor;
  readonly overlap?: Factor;
};

/** One factor as it was applied, and what is left after it. `overlap` multiplies by 1 − its share. */
export type PlannedStep = {
  readonly factor: keyof PlannedFactors;
  readonly given: string;
  readonly multiplier: string;
  readonly product: string;
};

/** A planned benefit in the money of its unit value, exact, or what is still missing to value it. */
export type PlannedBenefit =
  | {
      readonly kind: "value";
      readonly amount: string;
      /** Before the shares: lift × volume × unit value. */
      readonly gross: string;
      readonly steps: readonly PlannedStep[];
    }
  | {
      readonly kind: "no-value";
      readonly missing: readonly (keyof PlannedFactors)[];
      readonly reason: string;
    };

const money = ["lift", "volume", "unitValue"] as const;
const shares = ["adoption", "attribution", "confidence", "realisation", "overlap"] as const;

const words: Record<keyof PlannedFactors, string> = {
  gross: "gross benefit",
  lift: "lift",
  volume: "volume",
  unitValue: "unit value",
  adoption: "adoption",
  attribution: "attribution",
  confidence: "confidence",
  realisation: "realisation",
  overlap: "overlap",
};

/**
 * The value of a planned benefit, exactly and in this order: lift × volume × unit value × adoption ×
 * attribution × confidence × realisation × (1 − overlap). A missing factor makes it "not valued yet" and is
 * named; it is never taken for 0 nor for 1. For plans only: in a measured benefit adoption is already in the
 * units and overlap in the claims.
 *
 * Throws a RangeError on a share outside 0 to 1, on a negative volume, on what is no decimal, and
 * where `gross` is given together with what makes it. Source: formula 10 of the finance definitions.
 *
 *     plannedBenefit({ gross: "108000", adoption: "1", attribution: "1", confidence: "1",
 *       realisation: "0.80", overlap: "0" }) // { kind: "value", amount: "86400", … }
 */
export function plannedBenefit(factors: PlannedFactors): PlannedBenefit {
  const order = [...moneyFactors(factors), ...shares];
  const missing = order.filter((factor) => factors[factor] === undefined || factors[factor] === null);
  if (missing.length > 0) {
    const names = missing.map((factor) => words[factor]).join(", ");
    return { kind: "no-value", missing, reason: `Not valued yet: ${names} missing.` };
  }
  let product = "1";
  const steps = order.map((factor): PlannedStep => {
    const given = readFactor(factor, factors[factor] ?? "");
    const multiplier = factor === "overlap" ? subtractDecimals("1", given) : given;
    product = multiplyDecimals(product, multiplier);
    return { factor, given, multiplier, product };
  });
  const gross = steps.at(-shares.length - 1)?.product ?? "0";
  return { kind: "value", amount: product, gross, steps };
}

/** What stands behind a planned figure: a measurement or a sourced benchmark, or only somebody's estimate. */
export type PlannedEvidence = "measured" | "benchmark" | "estimate";

/** How much of a planned benefit may be counted, and why not where it may not. */
export type CreditedBenefit =
  | { readonly kind: "credited"; readonly amount: string; readonly planned: string }
  | {
      readonly kind: "not-credited";
      readonly amount: "0";
      readonly planned: string;
      readonly reason: string;
    }
  | Extract<PlannedBenefit, { kind: "no-value" }>;

/**
 * What of a planned benefit counts: all of it where a measurement or a benchmark stands behind it, or where
 * somebody has signed the estimate; nothing, with the reason, while an estimate is unsigned. Phillips'
 * guiding principle: where there are no data, assume that nothing improved. The planned amount stays
 * visible beside it. `signedBy` is who accepted the estimate, null while nobody has.
 *
 *     creditedBenefit(factors, { evidence: "estimate", signedBy: null })
 *     // { kind: "not-credited", amount: "0", planned: "86400", reason: "An estimate … " }
 */
export function creditedBenefit(
  factors: PlannedFactors,
  { evidence, signedBy }: { readonly evidence: PlannedEvidence; readonly signedBy: string | null },
): CreditedBenefit {
  const benefit = plannedBenefit(factors);
  if (benefit.kind === "no-value") return benefit;
  const signed = signedBy !== null && signedBy.trim() !== "";
  if (evidence !== "estimate" || signed) {
    return { kind: "credited", amount: benefit.amount, planned: benefit.amount };
  }
  const reason = "An estimate without evidence is credited at nothing until somebody signs it.";
  return { kind: "not-credited", amount: "0", planned: benefit.amount, reason };
}

function moneyFactors(factors: PlannedFactors): readonly (keyof PlannedFactors)[] {
  if (factors.gross === undefined || factors.gross === null) return money;
  const doubled = money.filter((factor) => factors[factor] !== undefined && factors[factor] !== null);
  if (doubled.length > 0) {
    throw new RangeError(
      `Give either the gross benefit or what makes it, not both: ${doubled.map((factor) => words[factor]).join(", ")}`,
    );
  }
  return ["gross"];
}

function readFactor(factor: keyof PlannedFactors, amount: Amount): string {
  if (shares.some((share) => share === factor)) return requireShare(amount, words[factor]);
  const read = plainDecimal(amount, words[factor]);
  if (factor === "volume" && compareDecimals(read, "0") < 0) {
    throw new RangeError(`The volume counts something: it is not below 0, as ${read} is`);
  }
  return read;
}
