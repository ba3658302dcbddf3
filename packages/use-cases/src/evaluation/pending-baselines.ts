import { listBaselinesOfSeries, type Baseline } from "@liftledger/database/baselines";
import type { Benefit } from "@liftledger/database/benefits";
import type { Reader } from "@liftledger/database/transaction";
import type { PendingBaseline } from "@liftledger/roi/benefit-input";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import type { PersonNames } from "../people/person-names.ts";
import type { KnownBaseline } from "./known-baselines.ts";

/** A baseline that somebody has to freeze, or to take into use, before a benefit can be judged. */
export interface KnownPending extends PendingBaseline {
  baselineId: string;
  at: string;
}

/** What was known at an instant. */
interface Known {
  asOf: string;
  benefits: readonly Benefit[];
  /** What each benefit stands on, by its id. */
  baselines: ReadonlyMap<string, KnownBaseline>;
  /** Benefits with a comparison of their own, which wait for none. */
  holdOuts: ReadonlyMap<string, unknown>;
  nameOf: PersonNames;
}

/**
 * By benefit id, the baseline whose turn it is: the draft that it stands on, or, where it stands on none, the latest of
 * its series that nobody took into use for it, drafted or frozen. A draft that one of the same start was frozen after
 * waits no more, nor does one with nothing before the start to freeze.
 */
export async function readPendingBaselines(
  ctx: Context,
  db: Reader,
  { asOf, benefits, baselines, holdOuts, nameOf }: Known,
): Promise<Map<string, KnownPending>> {
  const without = benefits.filter(
    ({ benefitId }) => !holdOuts.has(benefitId) && baselines.get(benefitId) === undefined,
  );
  const seriesIds = [...new Set(without.map(({ seriesId }) => seriesId))];
  const rows = seriesIds.length === 0 ? [] : await listBaselinesOfSeries(db, ctx.organisationId, seriesIds);
  const ofSeries = Map.groupBy(rows, ({ seriesId }) => seriesId);
  const pending = (row: Baseline, status: PendingBaseline["status"]): KnownPending => {
    const isFrozen = status === "frozen" && row.frozenAt !== null && row.frozenBy !== null;
    const at = isFrozen ? (row.frozenAt as string) : row.createdAt;
    const by = nameOf(isFrozen ? (row.frozenBy as string) : row.createdBy);
    return { baselineId: row.baselineId, status, by, at, on: dayOf(ctx, at) };
  };
  return new Map(
    benefits.flatMap(({ benefitId, seriesId }) => {
      const used = baselines.get(benefitId);
      if (used?.status === "draft") return [[benefitId, pending(used.row, "draft")]];
      if (used !== undefined || holdOuts.has(benefitId)) return [];
      const latest = latestPending(ofSeries.get(seriesId) ?? [], asOf);
      return latest === null ? [] : [[benefitId, pending(latest.row, latest.status)]];
    }),
  );
}

/** The latest of a series' baselines, oldest first, that waits to be frozen or stands frozen at an instant. */
function latestPending(
  rows: readonly Baseline[],
  asOf: string,
): { row: Baseline; status: PendingBaseline["status"] } | null {
  const happened = (instant: string | null): instant is string => instant !== null && instant <= asOf;
  const isFrozen = ({ frozenAt }: Baseline) => happened(frozenAt);
  const isOver = ({ status, supersededAt }: Baseline) =>
    happened(supersededAt) || (status === "superseded" && supersededAt === null);
  const isFollowed = ({ interventionStart, createdAt }: Baseline) =>
    rows.some(
      (other) =>
        other.interventionStart === interventionStart &&
        isFrozen(other) &&
        (other.frozenAt ?? "") >= createdAt,
    );
  const row = rows.findLast((one) => {
    if (one.createdAt > asOf) return false;
    return isFrozen(one) ? !isOver(one) : one.preFrom !== null && !isFollowed(one);
  });
  return row === undefined ? null : { row, status: isFrozen(row) ? "frozen" : "draft" };
}
