import { bandsOf } from "./benchmark-set.ts";
import { bandOf, bandText, positionOf, type Band } from "./benchmark.ts";
import type { Distribution } from "./distribution.ts";
import { foundationVerdict } from "./foundation-verdict.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { gap } from "./missing.ts";
import { phaseVerdict, type Chances } from "./phase-verdict.ts";
import { unjudged } from "./unjudged.ts";
import { qualifiersOf } from "./verdict-qualifiers.ts";

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
  const { phase, previousPhase, ownHurdle, missing, realisedValue, cost, roi, worsenedGuardrails } =
    judgement;
  const bandFor = bandsOf(judgement.benchmarks);
  const band = bandFor(phase.phase);
  const cannotCompare = band?.notComparable ?? null;
  const position = roi === null || cannotCompare !== null ? "unknown" : positionOf(roi, band, bandFor);
  if (band === null) return foundationVerdict(judgement, position);
  if (missing.length > 0 || realisedValue === null || roi === null || cost <= 0)
    return unjudged(missing, position);
  if (cannotCompare !== null) return unjudged([notComparable(band, cannotCompare)], position);
  const chances = chancesOf(realisedValue, cost, band);
  const against = (other: Band | null) =>
    other === null
      ? null
      : {
          band: other,
          ...phaseVerdict(chancesOf(realisedValue, cost, other), roi, other, worsenedGuardrails),
        };
  return {
    ...phaseVerdict(chances, roi, band, worsenedGuardrails),
    missing: [],
    qualifiers: qualifiersOf(judgement, {
      band,
      roi,
      againstPrevious: against(previousPhase === null ? null : comparable(bandFor(previousPhase.phase))),
      againstOwn: against(ownHurdle ?? null),
      againstPublished: against(band.set === undefined ? null : bandOf(phase.phase)),
    }),
    position,
    probabilities: chances,
  };
}

function comparable(band: Band | null): Band | null {
  return (band?.notComparable ?? null) === null ? band : null;
}

function notComparable(band: Band, why: string) {
  const what = `The benchmark of ${bandText(band)} is not held against what came back since the first spend. ${why}`;
  return gap("not-comparable", "Not comparable with its benchmark", what);
}

/**
 * The chances on which a verdict turns, from a distribution of the value realised and the cost (both in the
 * currency's major unit): of paying back, of the band's floor and ceiling, and of lying in the band. Throws a
 * RangeError without a cost above zero, on which there is no return, and for a value that is no number.
 */
export function chancesOf(value: Distribution, cost: number, band: Pick<Band, "floor" | "ceiling">): Chances {
  if (!(Number.isFinite(cost) && cost > 0)) throw new RangeError(`On a cost of ${cost} there is no return`);
  if (!Number.isFinite(value.mean)) throw new RangeError(`A value of ${value.mean} has no chances`);
  // A mixture's weights add up to 1 but for rounding.
  const atLeast = (ratio: number) => Math.min(1, Math.max(0, value.probabilityAtLeast((1 + ratio) * cost)));
  const atLeastFloor = atLeast(band.floor);
  const atLeastCeiling = band.ceiling === null ? null : atLeast(band.ceiling);
  return {
    netBenefitPositive: atLeast(0),
    atLeastFloor,
    atLeastCeiling,
    inBand: Math.max(0, atLeastFloor - (atLeastCeiling ?? 0)),
  };
}
