import type { StudentMixture } from "@liftledger/baselines/student-mixture";
import { numberToDecimal } from "@liftledger/numerics/decimal";
import { mixtureDistribution, type Distribution } from "./distribution.ts";
import { createSimulation, type UncertainPart } from "./simulation.ts";

/** What a "chance" step needs beside the amount and what it has to reach: how uncertain the amount is. */
export interface ChanceParameter {
  seed: number;
  parts: readonly Omit<UncertainPart, "units">[];
}

/**
 * The chance that an amount with these uncertain parts is at least a threshold (the second value), as decimal text: the
 * same sum by the same seed from which the figure and its likely range are read.
 */
export function chanceStep([, threshold = "0"]: readonly string[], { seed, parts }: ChanceParameter): string {
  const uncertain = parts.map((part) => ({ ...part, units: mixtureDistribution(part.mixture) }));
  return chanceText(createSimulation(seed).sum(uncertain), threshold);
}

/** The parameter as it was written: JSON knows no infinity, which so many degrees of freedom come back as null. */
export function chanceParameter(text: string): ChanceParameter {
  const { seed, parts } = JSON.parse(text) as ChanceParameter;
  const withFreedom = ({ degreesOfFreedom, components }: StudentMixture): StudentMixture => ({
    degreesOfFreedom: (degreesOfFreedom as number | null) ?? Number.POSITIVE_INFINITY,
    components,
  });
  return { seed, parts: parts.map((part) => ({ ...part, mixture: withFreedom(part.mixture) })) };
}

/** The chance of at least a threshold by a distribution, as decimal text. */
export function chanceText(distribution: Distribution, threshold: string): string {
  // A mixture's weights add up to 1 but for rounding.
  const chance = Math.min(1, Math.max(0, distribution.probabilityAtLeast(Number(threshold))));
  return numberToDecimal(chance, 15);
}
