import type { BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { listBenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import type { Reader } from "@liftledger/database/transaction";
import { addPeriods, comparePeriods, type Period } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";

/** The periods that one version of assumptions counts for. */
export interface AssumptionStretch<Version = BenefitAssumptions> {
  /** Null from the claim's start on. */
  readonly from: Period | null;
  /** Null where it goes on. */
  readonly until: Period | null;
  readonly version: Version;
}

/**
 * Which of the versions of a benefit, first to last, counts for which periods: each from its own first period on, until a
 * later version takes over. The last version is the last of them; what lies before the first of them is not claimed.
 *
 * @example assumptionStretches([{ validFrom: null }, { validFrom: "2026-07" }]) // the first until 2026-06, then the second
 */
export function assumptionStretches<Version extends { readonly validFrom: Period | null }>(
  versions: readonly Version[],
): AssumptionStretch<Version>[] {
  const inForce: Version[] = [];
  for (const version of versions) {
    while (inForce.length > 0 && !isBefore(inForce.at(-1)?.validFrom ?? null, version.validFrom))
      inForce.pop();
    inForce.push(version);
  }
  return inForce.map((version, place) => {
    const next = inForce[place + 1]?.validFrom ?? null;
    return { from: version.validFrom, until: next === null ? null : addPeriods(next, -1), version };
  });
}

/** Whether one start lies before another; null is the claim's start. */
function isBefore(one: Period | null, other: Period | null): boolean {
  if (other === null) return false;
  return one === null || comparePeriods(one, other) < 0;
}

/** The stretches of benefits, by benefit id, as known at `asOf` where given; those without a version are left out. */
export async function knownStretches(
  ctx: Context,
  db: Reader,
  benefitIds: readonly string[],
  which: { asOf?: string | undefined } = {},
): Promise<Map<string, AssumptionStretch[]>> {
  const versions = await listBenefitAssumptions(db, ctx.organisationId, benefitIds, which);
  return new Map(
    [...Map.groupBy(versions, ({ benefitId }) => benefitId)].map(([benefitId, own]) => [
      benefitId,
      assumptionStretches(own),
    ]),
  );
}

/** The stretches that lie within the periods of a claim, cut to them, in their order. */
export function stretchesWithin<Version>(
  stretches: readonly AssumptionStretch<Version>[],
  { from, until }: { from: Period; until: Period | null },
): (AssumptionStretch<Version> & { readonly from: Period })[] {
  return stretches.flatMap((stretch) => {
    const begins = stretch.from === null || comparePeriods(stretch.from, from) < 0 ? from : stretch.from;
    const isOpen = stretch.until === null || (until !== null && comparePeriods(stretch.until, until) > 0);
    const ends = isOpen ? until : stretch.until;
    if (ends !== null && comparePeriods(begins, ends) > 0) return [];
    return [{ ...stretch, from: begins, until: ends }];
  });
}
