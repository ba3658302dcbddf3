import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { useQuery } from "@tanstack/react-query";
import { snapshotsQuery } from "../../ledger-queries.ts";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";

/** Who logged the last period of a benefit's series, and when. */
export function LastLogged({ benefit }: { benefit: Pick<BenefitEvaluation, "seriesId" | "points"> }) {
  const organisationId = useOrganisationId();
  const period = benefit.points.findLast((point) => point.numerator !== null)?.period;
  const snapshots = useQuery({
    ...snapshotsQuery(organisationId, benefit.seriesId, { from: period, to: period }),
    enabled: period !== undefined,
  });
  const last = snapshots.data?.rows.at(-1);
  if (period === undefined) return t`never`;
  const named = capitalised(formatPeriod(period));
  if (last === undefined) return named;
  return t`${named} by ${last.recordedBy}, ${formatInstant(last.recordedAt)} (${last.source})`;
}
