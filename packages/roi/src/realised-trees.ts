import { difference, leaf, part, sum, type Explanation, type ExplanationSource } from "./explanation.ts";
import {
  hasWayToCash,
  realisationFault,
  type RealisationFacts,
  type RealisationShares,
} from "./realisation.ts";

/** A measured value by stage, explained; the names are those of `RealisedAmounts`. */
export type RealisedTrees = Record<
  "claimed" | "accepted" | "redeployed" | "cashed" | "cash" | "cashPlusCapacity" | "apart",
  Explanation
>;

/**
 * The amounts of `realisedAmounts` as explanations, from a measured value that has been rounded to the minor unit: each
 * stage is a part of it by largest remainder, so that the stages add up to it. Throws a RangeError on shares that are
 * negative or exceed the whole, and on a value with more decimals than `places`.
 *
 * @example
 * const measured = leaf("Measured value", "19500", "EUR", source);
 * realisedTrees(measured, { accepted: "0", redeployed: "0.5", cashed: "0.5" }, {}, { places: 2, source }).cash.value // "9750"
 */
export function realisedTrees(
  measured: Explanation,
  shares: RealisationShares,
  facts: RealisationFacts,
  { places, source }: { places: number; source: ExplanationSource },
): RealisedTrees {
  const fault = realisationFault(shares);
  if (fault !== null) throw new RangeError(fault);
  const currency = measured.unit;
  const weights = stageWeights(shares, facts, source);
  const stage = (label: string, place: number) =>
    part(label, currency, places, { amount: measured, weights, place });
  const [claimed, accepted] = [stage("Only claimed", 0), stage("Accepted", 1)];
  const [redeployed, cashed] = [stage("Put to other use", 2), stage("Turned into money", 3)];
  // What is made of the time put to other use is claimed by itself: it must not count here too.
  const counted = facts.redeployedOutputClaimed === true ? [cashed] : [cashed, redeployed];
  const cashPlusCapacity = sum("Turned into money or put to other use", currency, counted);
  return {
    claimed,
    accepted,
    redeployed,
    cashed,
    cash: cashed,
    cashPlusCapacity,
    apart: difference("Shown apart", currency, measured, cashPlusCapacity),
  };
}

/** The weights in the order of the stages; what is in none of the three is only claimed. */
function stageWeights(
  shares: RealisationShares,
  facts: RealisationFacts,
  source: ExplanationSource,
): Explanation[] {
  const share = (label: string, text: string) => leaf(label, text, "ratio", source);
  const accepted = share("Share accepted", shares.accepted);
  const redeployed = share("Share put to other use", shares.redeployed);
  const cashed = share("Share turned into money", shares.cashed);
  const rest = difference(
    "Share only claimed",
    "ratio",
    share("The whole", "1"),
    sum("Share further than claimed", "ratio", [accepted, redeployed, cashed]),
  );
  if (hasWayToCash(facts)) return [rest, accepted, redeployed, cashed];
  const capacity = sum("Share that is capacity, with no way to become cash", "ratio", [redeployed, cashed]);
  return [rest, accepted, capacity, share("Share turned into money", "0")];
}
