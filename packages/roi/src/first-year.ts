import { changeBetween } from "@liftledger/kpis/change";
import { numberToDecimal } from "@liftledger/numerics/decimal";
import { againstPublished, type AgainstPublished } from "./against-published.ts";
import { firstYearGain } from "./benchmark-library/return-figures.ts";
import { headlineType } from "./roi-figure.ts";

/**
 * A net ROI beside the published first-year figure of 15-40%: never comparable, since that is a gain in the ROI of
 * campaigns and not a return on AI spend. The answer says so, in place of a number that would mislead.
 */
export function firstYearComparison(netRoi: string): AgainstPublished {
  return againstPublished({ ...headlineType, ratio: netRoi }, firstYearGain);
}

/**
 * What may be held against it: by how much the ROI of campaigns rose, relatively, from before AI to after. Both are
 * ratios (1.2 is 120%). From an ROI of zero or below no percentage leads away, and there is no answer.
 *
 * @example campaignGain(1.2, 1.5) // a gain of 25%, within the published 15% to 40%
 */
export function campaignGain(roiBefore: number, roiAfter: number): AgainstPublished {
  const { relative } = changeBetween(roiBefore, roiAfter);
  if (relative.kind === "no-value") return { kind: "not-comparable", reason: relative.reason };
  // Twelve digits: 0.3 / 2 must not miss 15% by the last bit of a double.
  const ratio = numberToDecimal(relative.value, 12);
  return againstPublished({ ...headlineType, basis: "campaign-gain", ratio }, firstYearGain);
}
