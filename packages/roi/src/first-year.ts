import { changeBetween } from "@liftledger/kpis/change";
import { numberToDecimal } from "@liftledger/numerics/decimal";
import { againstPublished, type AgainstPublished } from "./against-published.ts";
import { firstYearGain } from "./benchmark-library/return-figures.ts";
import { difference, leaf, quotient, type Explanation } from "./explanation.ts";
import { headlineType } from "./roi-figure.ts";

/**
 * A net ROI beside the published first-year figure of 15-40%: never comparable, since that is a gain in the ROI of
 * campaigns and not a return on AI spend. The answer says so, in place of a number that would mislead.
 */
export function firstYearComparison(netRoi: string): AgainstPublished {
  return againstPublished({ ...headlineType, ratio: netRoi }, firstYearGain);
}

/** By how much the ROI of campaigns rose, held against the published gain; with the gain where there is one. */
export type CampaignGain = AgainstPublished & { gain: string | null; tree: Explanation | null };

/**
 * What may be held against it: by how much the ROI of campaigns rose, relatively, from before AI to after. Both are
 * ratios (1.2 is 120%). From an ROI of zero or below no percentage leads away, and there is no answer. Throws a
 * RangeError for an ROI that is no number.
 *
 * @example campaignGain(1.2, 1.5) // a gain of 25%, within the published 15% to 40%
 */
export function campaignGain(roiBefore: number, roiAfter: number): CampaignGain {
  const { relative } = changeBetween(roiBefore, roiAfter);
  if (relative.kind === "no-value")
    return { kind: "not-comparable", reason: relative.reason, gain: null, tree: null };
  const roi = (label: string, ratio: number) =>
    leaf(label, numberToDecimal(ratio), "ratio", { kind: "measured", text: "given" });
  const [before, after] = [roi("Campaign ROI before AI", roiBefore), roi("Campaign ROI since", roiAfter)];
  // In decimals: 0.3 / 2 must not miss 15% by the last bit of a double.
  const risen = difference("Campaign ROI gained", "ratio", after, before);
  const tree = quotient("Gain in campaign ROI", "ratio", risen, before);
  const gain = tree.value ?? "0";
  return {
    ...againstPublished({ ...headlineType, basis: "campaign-gain", ratio: gain }, firstYearGain),
    gain,
    tree,
  };
}
