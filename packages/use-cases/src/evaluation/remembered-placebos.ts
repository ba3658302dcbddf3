import type { PlaceboCheck } from "@liftledger/baselines/placebo-check";
import type { EvaluatedBenefit } from "@liftledger/roi/evaluate-initiative";
import type { KnownBaseline } from "./known-baselines.ts";

/** Each is a dozen numbers: a million would be a portfolio far beyond any. */
const mostRemembered = 100_000;

const placebos = new Map<string, PlaceboCheck>();

/** The placebo check of a frozen baseline, by what it depends on. */
export interface CheckedBaseline {
  /** The digest of the revisions, and the design. */
  content: string;
  check: PlaceboCheck;
}

/** The placebo check of a frozen baseline, if it was made or taken up before. */
export function rememberedPlacebo(baseline: KnownBaseline): PlaceboCheck | undefined {
  const content = contentOf(baseline);
  return content === null ? undefined : placebos.get(content);
}

/** The check that an evaluation made of a frozen baseline; null of one that may still change. */
export function checkedBaseline(
  baseline: KnownBaseline | undefined,
  { placebo, input }: EvaluatedBenefit,
): CheckedBaseline | null {
  // A benefit that brings its own comparison is checked on that, not on the baseline of its series.
  if (baseline === undefined || placebo === null || input.measurement !== undefined) return null;
  const content = contentOf(baseline);
  return content === null ? null : { content, check: placebo };
}

/** Remembers a check that this process made, or one that an earlier process kept. */
export function rememberPlacebo({ content, check }: CheckedBaseline): void {
  if (placebos.size >= mostRemembered) placebos.clear();
  placebos.set(content, check);
}

/** What the check depends on: the revisions, of which a frozen baseline keeps the digest, and the design. */
function contentOf({ status, row }: KnownBaseline): string | null {
  return status === "frozen" && row.digest !== null ? `${row.digest} ${JSON.stringify(row.design)}` : null;
}
