import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
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
  if (last === undefined) return formatPeriod(period);
  return t`${formatPeriod(period)} by ${last.recordedBy}, ${formatInstant(last.recordedAt)} (${last.source})`;
}
