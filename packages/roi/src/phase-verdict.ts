import { bandText, type Band } from "./benchmark.ts";
import { chance } from "./chance.ts";
import type { Verdict } from "./judgement.ts";
import { statedPercent } from "./percent-text.ts";

/** It is losing money under this chance of having paid back its cost. */
const losing = 0.1;
/** It is below its benchmark under this chance of reaching the floor. */
const below = 0.1;
/** It is on track from this chance of reaching the floor, … */
const onTrack = 0.5;
/** … and up to this chance of a loss. */
const lossAllowed = 0.2;
/** It is above its benchmark from this chance of reaching the ceiling. */
const above = 0.9;

/** Chances are sums and differences of doubles: 1 − 0.8 is a hair over 0.2, and means 0.2. */
const hair = 1e-12;

/** The chances on which a verdict turns, all read from one distribution of the value realised. */
export type Chances = NonNullable<Verdict["probabilities"]>;

/** The verdict's word and why, without what surrounds it. */
export type PhaseVerdict = Pick<Verdict, "status" | "headline" | "reason">;

/**
 * Questions two and three of the verdict, for one band. Does it pay? *Losing money* when P(net benefit ≥ 0) < 10%.
 * Does it meet its phase? *Below* when P(ROI ≥ floor) < 10%, *above* when P(ROI ≥ ceiling) ≥ 90%, *on track* when
 * P(ROI ≥ floor) ≥ 50% and P(net benefit < 0) ≤ 20%, else *watch*. A worsened guardrail caps it at watch.
 * `roi` (a ratio) only words it. Throws a RangeError for what is no chance.
 *
 * @example
 * phaseVerdict({ netBenefitPositive: 0.95, atLeastFloor: 0.6, atLeastCeiling: 0.2, inBand: 0.4 }, 0.4, bandOf("pilots"), [])
 * // { status: "on-track", … }
 */
export function phaseVerdict(
  chances: Chances,
  roi: number,
  band: Band,
  worsenedGuardrails: readonly string[],
): PhaseVerdict {
  const { netBenefitPositive: pays, atLeastFloor } = chances;
  for (const p of [pays, atLeastFloor, chances.atLeastCeiling ?? 0])
    if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no chance`);
  if (pays < losing - hair) {
    return {
      status: "losing-money",
      headline: "Losing money",
      reason: `The chance that it has paid back its cost is ${chance(pays)}.`,
    };
  }
  if (atLeastFloor < below - hair) {
    return {
      status: "below",
      headline: roi > 0 ? "Paying, under the benchmark" : "Below benchmark",
      reason: `The chance of at least ${statedPercent(band.floor)}, where the benchmark of ${bandText(band)} begins, is ${chance(atLeastFloor)}.`,
    };
  }
  const met = meetsBand(chances, band);
  if (met !== null && worsenedGuardrails.length > 0) {
    return {
      status: "watch",
      headline: "Watch: a guardrail worsened",
      reason: `By its return alone it would read “${met.headline}”, but ${worsenedGuardrails.join(" and ")} got worse since the start.`,
    };
  }
  return met ?? watch(chances, band);
}

/** Above or on track, or neither. */
function meetsBand(
  { netBenefitPositive, atLeastFloor, atLeastCeiling }: Chances,
  band: Band,
): PhaseVerdict | null {
  if (band.ceiling !== null && atLeastCeiling !== null && atLeastCeiling >= above - hair) {
    return {
      status: "above",
      headline: "Above benchmark",
      reason: `The chance of ${statedPercent(band.ceiling)} or more is ${chance(atLeastCeiling)}: ready for the next gate.`,
    };
  }
  const loss = 1 - netBenefitPositive;
  if (atLeastFloor < onTrack - hair || loss > lossAllowed + hair) return null;
  return {
    status: "on-track",
    headline: "On track",
    reason: `The chance of at least ${statedPercent(band.floor)} is ${chance(atLeastFloor)}, and that of a loss ${chance(loss)}.`,
  };
}

function watch({ netBenefitPositive, atLeastFloor }: Chances, band: Band): PhaseVerdict {
  const chanceOfFloor = `The chance of at least ${statedPercent(band.floor)} is ${chance(atLeastFloor)}`;
  return {
    status: "watch",
    headline: "Watch",
    reason:
      atLeastFloor >= onTrack - hair
        ? `${chanceOfFloor}, but that of a loss is ${chance(1 - netBenefitPositive)}, more than the 2 in 10 allowed.`
        : `${chanceOfFloor}: the benchmark of ${bandText(band)} is within reach, but less likely than not.`,
  };
}
