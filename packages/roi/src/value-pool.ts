import {
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from "@liftledger/numerics/decimal";
import { scaleShares, sharePercent, totalShare, whoHoldsWhat, type HeldShare } from "./claim-shares.ts";

/** A claim on a series that draws on a value pool. */
export interface PoolClaim extends HeldShare {
  /** The money: "new customers". */
  pool: string;
  /** Which part of it, from the whole down: [] is all of it, ["EMEA", "search"] a segment of a segment. */
  segment: readonly string[];
  /** The series that is claimed: its conversion, its CAC, its revenue are the same money. */
  series: string;
  period: string;
}

/** A part of a pool in a period that is claimed more than once over. */
export interface PoolConflict {
  pool: string;
  segment: readonly string[];
  period: string;
  claimed: string;
  held: PoolClaim[];
  reason: string;
}

export type PoolCheck =
  | {
      kind: "accepted";
      unclaimed: { pool: string; segment: readonly string[]; period: string; share: string }[];
    }
  | { kind: "refused"; conflicts: PoolConflict[]; reason: string };

/** Digits after the point of a divided share. */
const dividedDigits = 12;

/**
 * Whether claims draw on each part of a value pool at most once. Two series of one pool in one period are the
 * same money, whoever claims them; a claim on a parent covers every segment of it, so that parent and segment
 * are the same money too, while two segments are not. Refused with who holds what; accepted with the unclaimed
 * rest of every part that is claimed.
 */
export function checkValuePools(claims: readonly PoolClaim[]): PoolCheck {
  const parts = poolParts(claims);
  const conflicts = parts
    .filter(({ claimed }) => compareDecimals(claimed, "1") > 0)
    .map((part) => ({ ...part, reason: conflictText(part) }));
  if (conflicts.length > 0)
    return { kind: "refused", conflicts, reason: conflicts.map(({ reason }) => reason).join(" ") };
  return {
    kind: "accepted",
    unclaimed: parts.map(({ pool, segment, period, claimed }) => ({
      pool,
      segment,
      period,
      share: subtractDecimals("1", claimed),
    })),
  };
}

/**
 * The same claims divided so that no part of a pool is drawn on more than once: each is scaled by the fullest
 * part it covers. Where all claims of a pool and period are on one part they add up to exactly 100%; else
 * shares are rounded down at the twelfth digit, so that no part ever exceeds it. Each change is recorded.
 */
export function divideValuePools(claims: readonly PoolClaim[]): {
  claims: PoolClaim[];
  divided: (PoolClaim & { asked: string; reason: string })[];
} {
  const parts = poolParts(claims);
  const granted = claims.map((claim) => {
    const covered = parts.filter(
      (part) => isSamePool(part, claim) && coversSegment(claim.segment, part.segment),
    );
    const fullest = covered.reduce((most, part) =>
      compareDecimals(part.claimed, most.claimed) > 0 ? part : most,
    );
    if (compareDecimals(fullest.claimed, "1") <= 0) return claim;
    return { ...claim, share: dividedShare(claim, fullest, claims) };
  });
  const divided = granted.flatMap((claim, place) => {
    const { share: asked } = claims[place] as PoolClaim;
    if (claim.share === asked) return [];
    const reason = `${sharePercent(asked)} was asked for of money that is claimed more than once (${poolName(claim)}, ${claim.period}): divided pro rata.`;
    return [{ ...claim, asked, reason }];
  });
  return { claims: granted, divided };
}

type PoolPart = Omit<PoolConflict, "reason">;

/** Every part of a pool that is claimed in a period, with all claims that cover it. */
function poolParts(claims: readonly PoolClaim[]): PoolPart[] {
  const seen = new Map<string, PoolPart>();
  for (const { pool, segment, period } of claims) {
    const key = JSON.stringify([pool, segment, period]);
    if (seen.has(key)) continue;
    const held = claims.filter(
      (claim) => isSamePool(claim, { pool, period }) && coversSegment(claim.segment, segment),
    );
    seen.set(key, { pool, segment, period, held, claimed: totalShare(held) });
  }
  return [...seen.values()];
}

function dividedShare(claim: PoolClaim, fullest: PoolPart, claims: readonly PoolClaim[]): string {
  const siblings = claims.filter((other) => isSamePool(other, claim));
  if (siblings.length === fullest.held.length && siblings.every((other) => isSamePart(other, claim)))
    return scaleShares(siblings)[siblings.indexOf(claim)]?.share ?? "0";
  const scale = `1${"0".repeat(dividedDigits)}`;
  const units = BigInt(wholePart(divideDecimals(multiplyDecimals(claim.share, scale), fullest.claimed, 60)));
  return divideDecimals(String(units), scale, dividedDigits + 1);
}

function wholePart(decimal: string): string {
  return decimal.split(".")[0] ?? "0";
}

function isSamePool(a: Pick<PoolClaim, "pool" | "period">, b: Pick<PoolClaim, "pool" | "period">): boolean {
  return a.pool === b.pool && a.period === b.period;
}

function isSamePart(a: Pick<PoolClaim, "segment">, b: Pick<PoolClaim, "segment">): boolean {
  return coversSegment(a.segment, b.segment) && coversSegment(b.segment, a.segment);
}

/** Whether a segment is the other or holds it. */
export function coversSegment(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.every((name, depth) => inner[depth] === name);
}

function poolName({ pool, segment }: Pick<PoolClaim, "pool" | "segment">): string {
  return [pool, ...segment].join(", ");
}

function conflictText(part: PoolPart): string {
  const series = [...new Set(part.held.map((claim) => claim.series))];
  const same = series.length === 1 ? "" : ` ${series.join(" and ")} are the same money.`;
  return `${poolName(part)} in ${part.period} is claimed at ${sharePercent(part.claimed)}: ${whoHoldsWhat(part.held)}.${same}`;
}
