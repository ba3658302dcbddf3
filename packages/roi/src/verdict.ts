import { bandOf, bandText, positionOf, type Band } from "./benchmark.ts";
import { chance } from "./chance.ts";
import type { Distribution } from "./distribution.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { percentText } from "./percent-text.ts";
import { foundationVerdict } from "./foundation-verdict.ts";
import { unjudged } from "./unjudged.ts";
import { qualifiersOf } from "./verdict-qualifiers.ts";

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

type Chances = NonNullable<Verdict["probabilities"]>;
type Answer = Pick<Verdict, "status" | "headline" | "reason">;

/**
 * The verdict, by three questions in this order. Can it be judged? Does it pay? (*Losing money* when
 * P(net benefit ≥ 0) < 10%.) Does it meet its phase, on cumulative net ROI to date? (*Below* when
 * P(ROI ≥ floor) < 10%, *above* when P(ROI ≥ ceiling) ≥ 90%, *on track* when P(ROI ≥ floor) ≥ 50% and
 * P(net benefit < 0) ≤ 20%, else *watch*; a worsened guardrail caps it at watch.) Foundation has no band, so
 * no return is expected of it. Where the point lies is `position`, which never replaces the verdict.
 *
 * @example
 * judge({ ...judgement, missing: [] }).status // "on-track"
 */
export function judge(judgement: Judgement): Verdict {
  const { phase, previousPhase, missing, realisedValue, cost, roi, worsenedGuardrails } = judgement;
  const band = bandOf(phase.phase);
  const position = roi === null ? "unknown" : positionOf(roi, band);
  if (band === null) return foundationVerdict(judgement, position);
  if (missing.length > 0 || realisedValue === null || roi === null || cost <= 0)
    return unjudged(missing, position);
  const chances = chancesOf(realisedValue, cost, band);
  const previousBand = previousPhase === null ? null : bandOf(previousPhase.phase);
  const previously =
    previousBand === null
      ? null
      : againstBand(chancesOf(realisedValue, cost, previousBand), roi, previousBand, worsenedGuardrails);
  return {
    ...againstBand(chances, roi, band, worsenedGuardrails),
    missing: [],
    qualifiers: qualifiersOf(judgement, {
      band,
      roi,
      againstPrevious:
        previousBand === null || previously === null
          ? null
          : { band: previousBand, headline: previously.headline },
    }),
    position,
    probabilities: chances,
  };
}

function chancesOf(value: Distribution, cost: number, band: Band): Chances {
  const atLeast = (ratio: number) => value.probabilityAtLeast((1 + ratio) * cost);
  const atLeastFloor = atLeast(band.floor);
  const atLeastCeiling = band.ceiling === null ? null : atLeast(band.ceiling);
  return {
    netBenefitPositive: atLeast(0),
    atLeastFloor,
    atLeastCeiling,
    inBand: atLeastFloor - (atLeastCeiling ?? 0),
  };
}

/** Questions two and three, for one band. */
function againstBand(
  chances: Chances,
  roi: number,
  band: Band,
  worsenedGuardrails: readonly string[],
): Answer {
  const { netBenefitPositive: pays, atLeastFloor } = chances;
  if (pays < losing) {
    return {
      status: "losing-money",
      headline: "Losing money",
      reason: `The chance that it has paid back its cost is ${chance(pays)}.`,
    };
  }
  if (atLeastFloor < below) {
    return {
      status: "below",
      headline: roi > 0 ? "Paying, under the benchmark" : "Below benchmark",
      reason: `The chance of at least ${percentText(band.floor)}, where the benchmark of ${bandText(band)} begins, is ${chance(atLeastFloor)}.`,
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
function meetsBand({ netBenefitPositive, atLeastFloor, atLeastCeiling }: Chances, band: Band): Answer | null {
  if (band.ceiling !== null && atLeastCeiling !== null && atLeastCeiling >= above) {
    return {
      status: "above",
      headline: "Above benchmark",
      reason: `The chance of ${percentText(band.ceiling)} or more is ${chance(atLeastCeiling)}: ready for the next gate.`,
    };
  }
  const loss = 1 - netBenefitPositive;
  if (atLeastFloor < onTrack || loss > lossAllowed) return null;
  return {
    status: "on-track",
    headline: "On track",
    reason: `The chance of at least ${percentText(band.floor)} is ${chance(atLeastFloor)}, and that of a loss ${chance(loss)}.`,
  };
}

function watch({ netBenefitPositive, atLeastFloor }: Chances, band: Band): Answer {
  const chanceOfFloor = `The chance of at least ${percentText(band.floor)} is ${chance(atLeastFloor)}`;
  return {
    status: "watch",
    headline: "Watch",
    reason:
      atLeastFloor >= onTrack
        ? `${chanceOfFloor}, but that of a loss is ${chance(1 - netBenefitPositive)}, more than the 2 in 10 allowed.`
        : `${chanceOfFloor}: the benchmark of ${bandText(band)} is within reach, but less likely than not.`,
  };
}
