import {
  difference,
  leaf,
  product,
  rounded,
  sum,
  type Explanation,
  type ExplanationSource,
} from "./explanation.ts";
import { countedVolume, inducedVolumeValue, type InducedVolumeFacts } from "./induced-volume.ts";

/**
 * The value of `inducedVolumeValue` and the change in cash beside it, as explanations that give them. Throws a
 * RangeError where that function does.
 *
 * @example
 * inducedVolumeTrees(facts, { currency: "EUR", places: 2, source }).value.value // "19500"
 */
export function inducedVolumeTrees(
  facts: InducedVolumeFacts,
  { currency, places, source }: { currency: string; places: number; source: ExplanationSource },
): { value: Explanation; changeInCash: Explanation } {
  // Refuses a negative volume.
  inducedVolumeValue(facts, places);
  const fact = (label: string, text: string, unit = "count") => leaf(label, text, unit, source);
  const worth = fact("Worth of one unit", facts.unitValue, currency);
  const expectedVolume = fact("Volume expected without the initiative", facts.expectedVolume);
  const actualVolume = fact("Volume seen", facts.actualVolume);
  const expectedRatio = fact("Expected for each", facts.expectedRatio);
  const actualRatio = fact("Seen for each", facts.actualRatio);
  const gain = (label: string, actual: Explanation, expected: Explanation) =>
    facts.direction === "higher"
      ? difference(label, "count", actual, expected)
      : difference(label, "count", expected, actual);
  const counted = countedVolume(facts.actualVolume, facts.expectedVolume);
  const saving = product("Saving on the volume that counts", currency, [
    gain("Gained for each", actualRatio, expectedRatio),
    fact("Volume that counts, at most the expected one", counted),
    worth,
  ]);
  const additional = product("Additional volume at its own margin", currency, [
    difference("Additional volume", "count", actualVolume, expectedVolume),
    fact("Margin of one more", facts.additionalMargin ?? "0", currency),
  ]);
  const parts = facts.additionalMargin === undefined ? [saving] : [saving, additional];
  const now = product("Units paid for now", "count", [actualRatio, actualVolume]);
  const before = product("Units the expected volume would have taken", "count", [
    expectedRatio,
    expectedVolume,
  ]);
  const less = gain("Units gained, all volume included", now, before);
  return {
    value: rounded("Value", currency, places, sum("Value, before rounding", currency, parts)),
    changeInCash: rounded(
      "Change in cash",
      currency,
      places,
      product("Change in cash, before rounding", currency, [less, worth]),
    ),
  };
}
