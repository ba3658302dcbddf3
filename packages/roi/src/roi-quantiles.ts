import { compareDecimals, divideDecimals } from "@liftledger/numerics/decimal";
import { difference, leaf, product, sum, type Explanation } from "./explanation.ts";

/** One initiative's ROI, a ratio as decimal text. */
export interface NamedRoi {
  name: string;
  ratio: string;
}

/** The middle of several ROIs, and the quarters they fall into. Ratios as decimal text. */
export interface RoiQuantiles {
  median: { ratio: string; tree: Explanation };
  /** From four on: of fewer they would be the initiatives themselves. */
  quartiles: {
    lower: { ratio: string; tree: Explanation };
    upper: { ratio: string; tree: Explanation };
  } | null;
}

const fewestForQuartiles = 4;

/**
 * Median and quartiles of ROIs, beside the pooled figure that they are no substitute for. By linear interpolation
 * between the two nearest (Hyndman and Fan's type 7, as in R and spreadsheets), exact. Null for none.
 *
 * @example roiQuantiles([{ name: "Chat", ratio: "0.2" }, { name: "Leads", ratio: "0.5" }])?.median.ratio // "0.35"
 */
export function roiQuantiles(rois: readonly NamedRoi[]): RoiQuantiles | null {
  if (rois.length === 0) return null;
  const sorted = sortedByRatio(rois);
  return {
    median: quantile(sorted, 2, "Median return"),
    quartiles:
      rois.length < fewestForQuartiles
        ? null
        : { lower: quantile(sorted, 1, "Lower quartile"), upper: quantile(sorted, 3, "Upper quartile") },
  };
}

/** Doubles keep the order of decimals; where two of them are one, the decimals decide. */
function sortedByRatio(rois: readonly NamedRoi[]): NamedRoi[] {
  return rois
    .map((roi) => ({ roi, about: Number(roi.ratio) }))
    .toSorted((one, other) => one.about - other.about || compareDecimals(one.roi.ratio, other.roi.ratio))
    .map(({ roi }) => roi);
}

/** The quantile at so many quarters. Quarters of whole numbers are exact. */
function quantile(sorted: readonly NamedRoi[], quarters: number, label: string) {
  const place = quarters * (sorted.length - 1);
  const below = Math.floor(place / 4);
  const [low, high] = [roiLeaf(sorted, below), roiLeaf(sorted, Math.min(below + 1, sorted.length - 1))];
  const between = leaf("Of the way between them", divideDecimals(String(place % 4), "4", 20), "ratio", {
    kind: "measured",
    text: `place ${place / 4 + 1} of ${sorted.length}`,
  });
  const step = product("Step", "ratio", [between, difference("Distance", "ratio", high, low)]);
  const tree = sum(label, "ratio", [low, step]);
  return { ratio: tree.value ?? "0", tree };
}

function roiLeaf(sorted: readonly NamedRoi[], place: number): Explanation {
  const { name, ratio } = sorted[place] ?? { name: "", ratio: "0" };
  return leaf(name, ratio, "ratio", { kind: "measured", text: "return on investment (net)" });
}
