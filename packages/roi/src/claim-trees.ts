import { compareDecimals } from "@liftledger/numerics/decimal";
import { scaledPlaces, sharePercent, totalShare, type HeldShare } from "./claim-shares.ts";
import { difference, leaf, part, sum, type Explanation, type ExplanationSource } from "./explanation.ts";

/** What is claimed of one lift together, and the rest that nobody claims, as explanations of `checkClaims`. */
export function claimedTrees(
  held: readonly HeldShare[],
  source: ExplanationSource,
): { claimed: Explanation; unclaimed: Explanation } {
  const claimed = sum("Claimed", "ratio", shareLeaves(held, source));
  return { claimed, unclaimed: difference("Unclaimed", "ratio", whole(source), claimed) };
}

/**
 * The shares of `scaleClaims` on one series and period as explanations, in the order given: pro rata by largest
 * remainder where together they exceed 100%, else as they were asked for.
 *
 * @example scaledTrees([{ holder: "a", share: "0.9" }, { holder: "b", share: "0.6" }], source)[0]?.value // "0.6"
 */
export function scaledTrees(held: readonly HeldShare[], source: ExplanationSource): Explanation[] {
  const asked = shareLeaves(held, source);
  if (compareDecimals(totalShare(held), "1") <= 0) return asked;
  return held.map(({ holder }, place) =>
    part(`Share of ${holder}, pro rata`, "ratio", scaledPlaces, {
      amount: whole(source),
      weights: asked,
      place,
    }),
  );
}

/**
 * The amounts of `divideByClaims` as explanations: each holder's part of an amount and the unclaimed rest, which add
 * up to it. The amount has been rounded to `places`. Throws a RangeError where the shares exceed 100%.
 *
 * @example dividedTrees(value, [{ holder: "Chat", share: "0.6" }], { places: 2, source }).parts[0]?.tree
 */
export function dividedTrees(
  amount: Explanation,
  held: readonly HeldShare[],
  { places, source }: { places: number; source: ExplanationSource },
): { parts: { holder: string; tree: Explanation }[]; unclaimed: Explanation } {
  const total = totalShare(held);
  if (compareDecimals(total, "1") > 0)
    throw new RangeError(`claims of ${sharePercent(total)} cannot divide one amount`);
  const weights = [...shareLeaves(held, source), claimedTrees(held, source).unclaimed];
  const tree = (label: string, place: number) => part(label, amount.unit, places, { amount, weights, place });
  return {
    parts: held.map(({ holder }, place) => ({ holder, tree: tree(`Part of ${holder}`, place) })),
    unclaimed: tree("Part that nobody claims", held.length),
  };
}

function shareLeaves(held: readonly HeldShare[], source: ExplanationSource): Explanation[] {
  return held.map(({ holder, share }) => leaf(`Share of ${holder}`, share, "ratio", source));
}

function whole(source: ExplanationSource): Explanation {
  return leaf("The whole", "1", "ratio", source);
}
