import type { BenefitResult } from "./evaluate-benefit.ts";
import {
  absent,
  difference,
  labelled,
  leaf,
  product,
  rounded,
  sum,
  type Explanation,
  type ExplanationSource,
} from "./explanation.ts";
import { stretchesOver, stretchLabel, type ValuedStretch } from "./factor-stretches.ts";
import type { IncrementalUnits } from "./incremental-units.ts";
import { gainLabel, unitOf } from "./lift-measure.ts";
import { capacityShare, countedShares } from "./realisation.ts";
import { periodsBy, standingOn } from "./standing.ts";
import { whenAsked } from "./when-asked.ts";

/** The explained amounts of one benefit that carries money. */
export interface BenefitTrees {
  incrementalUnits: Explanation;
  measured: Explanation;
  /** Realised: turned into money. */
  cashed: Explanation;
  /** Cashed, and capacity put to other use. */
  cashedAndRedeployed: Explanation;
}

/** A day and the money in which amounts are explained. */
export interface TreeContext {
  day: string;
  currency: string;
  /** Digits after the point of the currency's minor unit. */
  places: number;
}

/**
 * The explanation of a benefit's money at the end of a day, from the snapshots up: U by the measure of the benefit
 * (s·(ΣN − Σc·D) unless it names another), then U × unit value × share × confidence, then the part that was
 * realised, rounded to the minor unit last. Where other factors count from a period on, each stretch is such a product of
 * its own and they are added up before that. What is not valued has no amount and says why.
 */
export function benefitTrees(result: BenefitResult, context: TreeContext): BenefitTrees {
  const { day, currency, places } = context;
  const standing = standingOn(result, day);
  const { input, measure } = result;
  if (standing.kind !== "valued" || measure.kind !== "measured") {
    return withoutAmounts(result, context, standing.kind === "valued" ? "not valued yet" : standing.reason);
  }
  const { periods } = standing;
  const units = measure.tree(periods, currency);
  const facts = input.realisation ?? {};
  const amount = (label: string, stage: (stretch: ValuedStretch) => Explanation[]) =>
    rounded(
      label,
      currency,
      places,
      amountOfStretches(`${label}, before rounding`, currency, result, {
        periods,
        factors: (stretch) => [
          ...moneyNodes(measure, stretch, { currency, units: stretch.end === periods ? units : undefined }),
          ...shareLeaves(stretch),
          ...stage(stretch),
        ],
      }),
    );
  const stage = (name: string, text: string, { source }: ValuedStretch) => [
    leaf(name, text, "ratio", source),
  ];
  const counted = ({ value }: ValuedStretch) => countedShares(value.factors.realisation, facts);
  const trees: BenefitTrees = whenAsked(
    { incrementalUnits: units },
    {
      measured: () => amount("Measured value", () => []),
      cashed: () =>
        amount("Value turned into money", (stretch) =>
          stage("Turned into money", counted(stretch).cashed, stretch),
        ),
      cashedAndRedeployed: () =>
        sum("Value turned into money or put to other use", currency, [
          trees.cashed,
          amount("Capacity put to other use", (stretch) =>
            stage("Put to other use", capacityShare(counted(stretch), facts), stretch),
          ),
        ]),
    },
  );
  return trees;
}

/**
 * An amount of money over the first periods: the product of its factors, or the sum of the products of its stretches,
 * where another version of the factors counts from a period on. Stretches are shown apart although they say the same, so
 * that each names the version it stands on.
 */
export function amountOfStretches(
  label: string,
  currency: string,
  { stretches }: Pick<BenefitResult, "stretches">,
  { periods, factors }: { periods: number; factors: (stretch: ValuedStretch) => Explanation[] },
): Explanation {
  const counted = stretchesOver(stretches, periods).flatMap((stretch) =>
    stretch.value.kind === "complete" ? [{ ...stretch, value: stretch.value }] : [],
  );
  const [only] = counted;
  if (only !== undefined && counted.length === 1) return product(label, currency, factors(only));
  return sum(
    label,
    currency,
    counted.map((stretch) => product(stretchLabel(stretch), currency, factors(stretch))),
  );
}

/** What adds up period by period within a stretch, explained: all up to its end less what was before it. */
export function treeWithin(
  over: (periods: number) => Explanation,
  { first, end, ...stretch }: ValuedStretch,
): Explanation {
  const upTo = over(end);
  if (first === 0) return upTo;
  const before = over(first);
  const label = `${upTo.label}, ${stretchLabel(stretch)}`;
  return difference(
    label,
    upTo.unit,
    labelled(upTo, `${upTo.label}, up to its end`),
    labelled(before, `${before.label}, before ${stretch.from}`),
  );
}

function withoutAmounts(result: BenefitResult, { day, currency }: TreeContext, reason: string): BenefitTrees {
  const { measure, input } = result;
  const { kpi } = input;
  const none = (label: string) => absent(label, currency, reason);
  const label = gainLabel(kpi.direction, kpi.numerator.counts);
  const incrementalUnits =
    measure.kind === "measured"
      ? measure.tree(periodsBy(result, day), currency)
      : absent(label, unitOf(kpi.numerator, currency), measure.reason);
  return {
    incrementalUnits,
    measured: none("Measured value"),
    cashed: none("Value turned into money"),
    cashedAndRedeployed: none("Value turned into money or put to other use"),
  };
}

/** Units at their worth, with the certain money that stands beside them where there is any. */
function moneyNodes(
  { counted, beside, tree }: IncrementalUnits,
  stretch: ValuedStretch,
  { currency, units: known }: { currency: string; units: Explanation | undefined },
): Explanation[] {
  const units = treeWithin(
    (periods) => (known !== undefined && periods === stretch.end ? known : tree(periods, currency)),
    stretch,
  );
  const worth = worthLeaf(counted, stretch.value.factors.unitValue, { currency, source: stretch.source });
  if (beside === null) return [units, worth];
  const ofUnits = product(`${units.label} at their worth`, currency, [units, worth]);
  const extra = treeWithin((periods) => beside.tree(periods, currency), stretch);
  return [sum("Value of the lift", currency, [ofUnits, extra])];
}

/** What one of what is counted is worth. */
export function worthLeaf(
  { measure, unit }: IncrementalUnits["counted"],
  unitValue: string,
  { currency, source }: { currency: string; source: ExplanationSource },
): Explanation {
  const isRevenue = measure === "revenue";
  const label = isRevenue ? "Contribution margin" : `Worth of one ${unit}`;
  return leaf(label, unitValue, isRevenue ? "ratio" : currency, source);
}

function shareLeaves({ value: { factors }, source }: ValuedStretch): Explanation[] {
  return [
    leaf("Our share", factors.attribution, "ratio", source),
    leaf("Confidence", factors.confidence, "ratio", source),
  ];
}
