import { compareDecimals, multiplyDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { requireShare } from "./share.ts";

/** What an uplift applies to: the money spent on building it, the time that takes, or running it. */
export type OptimismBiasMeasure = "capital" | "duration" | "operating";

type Bounds = { readonly lower: string; readonly upper: string };

type OptimismBiasPreset = { readonly name: string } & Partial<Record<OptimismBiasMeasure, Bounds>>;

type Row = readonly [lower: string, upper: string];

/** What is built, from its two rows of the table. */
function built(
  name: string,
  [shortest, longest]: Row,
  [cheapest, dearest]: Row,
): { readonly name: string; readonly duration: Bounds; readonly capital: Bounds } {
  return {
    name,
    duration: { lower: shortest, upper: longest },
    capital: { lower: cheapest, upper: dearest },
  };
}

/**
 * Uplifts by project type, as shares. Source: HM Treasury, Supplementary Green Book Guidance: Optimism Bias,
 * table 1 (from Mott MacDonald, Review of Large Public Procurement in the UK, 2002).
 *
 * Caveat: 50 large public projects before 2002, none of them AI. "Equipment and development" is
 * the nearest to software; its range, 10 to 200 percent, says how little is known. Own finished
 * projects are better evidence as soon as there are some. The guidance gives no figures for benefits.
 */
export const OPTIMISM_BIAS_PRESETS = {
  standardBuildings: built("Standard buildings", ["0.01", "0.04"], ["0.02", "0.24"]),
  nonStandardBuildings: built("Non-standard buildings", ["0.02", "0.39"], ["0.04", "0.51"]),
  standardCivilEngineering: built("Standard civil engineering", ["0.01", "0.2"], ["0.03", "0.44"]),
  nonStandardCivilEngineering: built("Non-standard civil engineering", ["0.03", "0.25"], ["0.06", "0.66"]),
  equipmentAndDevelopment: built("Equipment and development", ["0.1", "0.54"], ["0.1", "2"]),
  outsourcing: { name: "Outsourcing", operating: { lower: "0", upper: "0.41" } },
} as const satisfies Record<string, OptimismBiasPreset>;

/**
 * The uplift to apply: upper bound × (1 − managed), never under the lower bound. `managed` is the share of
 * the causes of optimism that is under control, with evidence; "0" gives the upper bound, which is where an
 * appraisal starts. Throws a RangeError where the guidance has no figure for what is asked.
 *
 *     optimismBiasUplift({ project: "nonStandardBuildings", measure: "duration", managed: "0.238" })
 *     // "0.29718": the guidance's own example, 29.7 percent
 */
export function optimismBiasUplift(input: {
  readonly project: keyof typeof OPTIMISM_BIAS_PRESETS;
  readonly measure: OptimismBiasMeasure;
  readonly managed: string;
}): string {
  const preset: OptimismBiasPreset = OPTIMISM_BIAS_PRESETS[input.project];
  const bounds = preset[input.measure];
  if (bounds === undefined) {
    throw new RangeError(`The guidance has no figure for ${preset.name} (${input.measure})`);
  }
  const remaining = subtractDecimals("1", requireShare(input.managed, "managed share"));
  const uplift = multiplyDecimals(bounds.upper, remaining);
  return compareDecimals(uplift, bounds.lower) < 0 ? bounds.lower : uplift;
}
