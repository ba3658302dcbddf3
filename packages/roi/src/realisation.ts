import { allocate } from "@liftledger/finance/allocate";
import { compareDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";

/**
 * Shares of a measured value by the furthest stage that each reached, decimal text, at most 1 together; the rest is
 * only claimed. *Accepted*: the owner of the budget agrees. *Redeployed*: capacity put to other use. *Cashed*:
 * money that arrived or was not spent.
 */
export interface RealisationShares {
  accepted: string;
  redeployed: string;
  cashed: string;
}

/** What else decides how a stage counts. */
export interface RealisationFacts {
  /** Redeployed time whose output is claimed as a benefit of its own: it must not count here too. */
  redeployedOutputClaimed?: boolean | undefined;
  /** Saved time only: how it turns into cash (a hire avoided, overtime cut, output sold); null while there is none. */
  cashMechanism?: string | null | undefined;
}

/** A measured value by stage, in minor units; the four stages add up to it exactly. */
export interface RealisedAmounts {
  claimed: bigint;
  accepted: bigint;
  redeployed: bigint;
  cashed: bigint;
  /** What enters cash ROI, and cash-plus-capacity ROI. */
  cash: bigint;
  cashPlusCapacity: bigint;
  /** What neither headline holds; it is shown apart. */
  apart: bigint;
}

/**
 * Walks a measured value up the ladder claimed → accepted → redeployed → cashed. Only cashed enters cash ROI;
 * redeployed enters cash-plus-capacity, and not when its extra output is claimed elsewhere. Time that was cashed
 * with no mechanism on record is capacity. Throws a RangeError on shares that are negative or exceed the whole.
 *
 * @example
 * realisedAmounts(19_500_00n, { accepted: "0", redeployed: "0.5", cashed: "0.5" })
 * // cash 9,750.00, cash plus capacity 19,500.00, nothing apart
 */
export function realisedAmounts(
  measuredMinor: bigint,
  shares: RealisationShares,
  facts: RealisationFacts = {},
): RealisedAmounts {
  const fault = realisationFault(shares);
  if (fault !== null) throw new RangeError(fault);
  const { accepted, redeployed, cashed } = countedShares(shares, facts);
  const rest = subtractDecimals("1", sumDecimals([accepted, redeployed, cashed]));
  const [one = 0n, two = 0n, three = 0n, four = 0n] = allocate(measuredMinor, [
    rest,
    accepted,
    redeployed,
    cashed,
  ]);
  const capacity = facts.redeployedOutputClaimed === true ? 0n : three;
  return {
    claimed: one,
    accepted: two,
    redeployed: three,
    cashed: four,
    cash: four,
    cashPlusCapacity: four + capacity,
    apart: measuredMinor - four - capacity,
  };
}

/** What is wrong with realised shares, in a plain sentence; null where nothing is. */
export function realisationFault({ accepted, redeployed, cashed }: RealisationShares): string | null {
  const shares = Object.entries({ accepted, redeployed, cashed });
  const negative = shares.find(([, share]) => compareDecimals(share, "0") < 0);
  if (negative !== undefined) return `The share that is ${negative[0]} is negative: ${negative[1]}.`;
  const total = sumDecimals(shares.map(([, share]) => share));
  if (compareDecimals(total, "1") <= 0) return null;
  return `Accepted, redeployed and cashed add up to ${total}, more than the whole.`;
}

/** The shares as they count: time without a way to become cash is capacity, however it was entered. */
export function countedShares(shares: RealisationShares, facts: RealisationFacts): RealisationShares {
  if (hasWayToCash(facts)) return shares;
  return {
    accepted: shares.accepted,
    redeployed: sumDecimals([shares.redeployed, shares.cashed]),
    cashed: "0",
  };
}

/** Whether what was cashed may count as cash: it is no saved time, or there is a mechanism with a word in it. */
export function hasWayToCash({ cashMechanism }: RealisationFacts): boolean {
  return cashMechanism === undefined || (cashMechanism ?? "").trim() !== "";
}

/** The share that enters cash-plus-capacity ROI. */
export function capacityShare(
  shares: RealisationShares,
  { redeployedOutputClaimed }: RealisationFacts,
): string {
  return redeployedOutputClaimed === true ? "0" : shares.redeployed;
}
