import { evaluateHoldOut } from "@liftledger/baselines/hold-out/evaluate-hold-out";
import {
  NewHoldOut,
  type HoldOut as WireHoldOut,
  type HoldOutResult,
  type HoldOutTerms,
} from "@liftledger/contracts/hold-out";
import type { HoldOut } from "@liftledger/database/hold-outs";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { headlineLevel } from "@liftledger/roi/engine-version";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { comparisonOf, shareDuring, unitsOf } from "./hold-out-comparison.ts";

/** What was logged of a hold-out, as it is kept. */
export function termsOf({ terms }: Pick<HoldOut, "terms">): HoldOutTerms {
  return NewHoldOut.parse(terms);
}

/** Hold-outs as they cross the wire; with `asOf`, knowing nothing of what became of them later. */
export async function holdOutViews(
  ctx: Context,
  db: Reader,
  holdOuts: readonly HoldOut[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<WireHoldOut[]> {
  const ids = [...new Set(holdOuts.map(({ seriesId }) => seriesId))];
  const kpis = await kpisOfSeries(ctx, db, await listSeriesByIds(db, ctx.organisationId, ids));
  const nameOf = await personNames(ctx, db);
  return holdOuts.map((holdOut) =>
    holdOutView(asOf === undefined ? holdOut : asKnown(holdOut, asOf), {
      kpi: entryOf(kpis, holdOut.seriesId),
      nameOf,
    }),
  );
}

/** A hold-out that was read with `asOf`, without what came after. */
export function asKnown(holdOut: HoldOut, asOf: string): HoldOut {
  const { revision, retractedAt } = holdOut;
  const isLater = retractedAt !== null && retractedAt > asOf;
  return { ...holdOut, version: revision, retractedAt: isLater ? null : retractedAt };
}

/** One hold-out as it crosses the wire. */
export function holdOutView(
  holdOut: HoldOut,
  { kpi, nameOf }: { kpi: Kpi; nameOf: PersonNames },
): WireHoldOut {
  const { terms: _kept, recordedBy, createdBy, ...row } = holdOut;
  const terms = termsOf(holdOut);
  return {
    ...row,
    ...terms,
    ...unitsOf(terms, kpi),
    treatedShareDuring: shareDuring(terms),
    recordedBy: nameOf(recordedBy),
    createdBy: nameOf(createdBy),
    result: resultOf(terms, kpi),
  };
}

function resultOf(terms: HoldOutTerms, kpi: Kpi): HoldOutResult | null {
  const answer = evaluateHoldOut({ ...comparisonOf(terms, kpi), level: headlineLevel });
  // What cannot be compared is not logged; a later engine may be stricter than the one that took it.
  if (answer.kind === "no-value") return null;
  const { method, controlMean, treatmentMean, difference, interval, pValue, chanceToWin } = answer;
  const { relative, sampleRatio, evidenceGrade, reasons, sentence } = answer;
  return {
    method,
    treated: treatmentMean,
    heldOut: controlMean,
    difference,
    interval,
    pValue,
    chanceToWin,
    relative: relative.kind === "value" ? { value: relative.value, interval: relative.interval } : null,
    split:
      sampleRatio.kind === "checked"
        ? { asPlanned: sampleRatio.passed, pValue: sampleRatio.pValue, sentence: sampleRatio.sentence }
        : { asPlanned: false, pValue: null, sentence: sampleRatio.reason },
    grade: evidenceGrade,
    reasons: [...reasons],
    sentence,
  };
}
