import type { PlaceboCheck } from "@liftledger/baselines/placebo-check";
import type { EvaluatedBenefit } from "@liftledger/roi/evaluate-initiative";
import type { KnownBaseline } from "./known-baselines.ts";

/** Each is a dozen numbers: a million would be a portfolio far beyond any. */
const mostRemembered = 100_000;

const placebos = new Map<string, PlaceboCheck>();

/** The placebo check of a frozen baseline, if this process made it before. */
export function rememberedPlacebo(baseline: KnownBaseline): PlaceboCheck | undefined {
  const key = contentOf(baseline);
  return key === null ? undefined : placebos.get(key);
}

/** Remembers the check that an evaluation made of a frozen baseline. */
export function rememberPlacebo(baseline: KnownBaseline | undefined, benefit: EvaluatedBenefit): void {
  // A benefit that brings its own comparison is checked on that, not on the baseline of its series.
  if (baseline === undefined || benefit.placebo === null || benefit.input.measurement !== undefined) return;
  const key = contentOf(baseline);
  if (key === null) return;
  if (placebos.size >= mostRemembered) placebos.clear();
  placebos.set(key, benefit.placebo);
}

/** What the check depends on: the revisions, of which a frozen baseline keeps the digest, and the design. */
function contentOf({ status, row }: KnownBaseline): string | null {
  return status === "frozen" && row.digest !== null ? `${row.digest} ${JSON.stringify(row.design)}` : null;
}
