import type { HoldOut } from "@liftledger/database/hold-outs";
import type { Kpi } from "@liftledger/kpis/kpi";
import { holdOutMeasurement as measured } from "@liftledger/roi/measured-apart";
import type { HoldOutResult } from "@liftledger/roi/measurement";
import { comparisonOf, treatedParts } from "../hold-outs/hold-out-comparison.ts";
import { termsOf } from "../hold-outs/hold-out-view.ts";
import type { PersonNames } from "../people/person-names.ts";

/**
 * A hold-out as the engine takes a benefit's lift from it. Undefined where its arms cannot be compared, which is
 * refused when it is logged: then the series is measured against its own baseline.
 */
export function holdOutMeasurement(
  holdOut: HoldOut,
  { kpi, nameOf }: { kpi: Kpi; nameOf: PersonNames },
): HoldOutResult | undefined {
  const terms = termsOf(holdOut);
  const { holdOutId, seriesId, revision, recordedAt, recordedBy } = holdOut;
  const found = measured(comparisonOf(terms, kpi), {
    ...treatedParts(terms),
    source: {
      kind: "measured",
      text: `hold-out, revision ${revision}: ${terms.source}`,
      holdOutId,
      seriesId,
      revision,
      recordedAt,
      recordedBy: nameOf(recordedBy),
    },
  });
  return found.kind === "no-value" ? undefined : found;
}
