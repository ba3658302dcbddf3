import type { ProblemDetail } from "@liftledger/contracts/errors";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { RetractedSnapshots } from "@liftledger/contracts/snapshot-retraction";
import { insertSnapshots, isValue, revisionsOfSeries, type Snapshot } from "@liftledger/database/snapshots";
import { insertSnapshotsBeside, revisionsBeside } from "@liftledger/database/snapshots-beside";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import { countedPeriods } from "../claims/counted-periods.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustOwnSeries } from "../own-things.ts";
import { dayOf } from "../organisations/day-of.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { refuseClosed } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { besideAfter, revisionAfter, type TakeBack } from "./take-back.ts";

type Request = EndpointRequest<"retractSnapshots">["body"];
type Row = Request["snapshots"][number];

/** A revision that was taken back, and the one that says so. */
interface Taken {
  before: Snapshot;
  after: Snapshot;
}

/** What is known of one place, first revision to last. */
interface Known {
  counted: readonly Snapshot[];
  beside: readonly Snapshot[];
}

/**
 * Takes logged numbers back, each by a further revision: the period then has no value, or, with `restore`, the one it
 * had before. What was known before this instant still shows the number. A number that was changed meanwhile is a
 * "conflict", one of a closed month "period-closed"; what another source says is left alone.
 */
export async function retractSnapshots(
  ctx: Context,
  { snapshots, restore, reason }: Request,
): Promise<RetractedSnapshots> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await refuseUnknown(ctx, tx, snapshots);
    await mustOwnSeries(ctx, tx, [...new Set(snapshots.map(({ seriesId }) => seriesId))]);
    const knownOf = await readKnown(ctx, tx, snapshots);
    refuseChanged(ctx, snapshots, knownOf, await personNames(ctx, tx));
    const addsUp = await countedPeriods(ctx, tx, snapshots);
    const counted = snapshots.flatMap((one, row) =>
      one.beside === undefined
        ? [{ period: one.period, row, field: `snapshots[${row}].period`, addsUp: addsUp(one) }]
        : [],
    );
    await refuseClosed(ctx, tx, counted);
    const how: TakeBack = {
      recordedAt: ctx.now,
      recordedBy: ctx.actor.personId,
      reason,
      restore,
      undone: new Set(),
    };
    const done = snapshots.map((row) => ({ row, ...takenBack(row, knownOf(row), how) }));
    await write(ctx, tx, done);
    tell(audit, done, reason);
    return { rows: done.map(({ row, taken }) => answerOf(row, taken.after)) };
  });
}

type Done = { row: Row; taken: Taken; alsoBeside: Snapshot | undefined };

function takenBack(row: Row, known: Known, how: TakeBack): Omit<Done, "row"> {
  const revisions = revisionsMeant(row, known);
  const before = revisions.at(-1);
  if (before === undefined) throw new Error("What is taken back was looked for before.");
  const alsoBeside = row.beside === undefined ? besideAfter(known.beside, before, how) : undefined;
  return { taken: { before, after: revisionAfter(revisions, before, how) }, alsoBeside };
}

async function write(ctx: Context, tx: Writer, done: readonly Done[]): Promise<void> {
  const counted = done.filter(({ row }) => row.beside === undefined);
  const beside = done.filter(({ row }) => row.beside !== undefined);
  await insertSnapshots(
    tx,
    ctx.organisationId,
    counted.map(({ taken }) => taken.after),
  );
  await insertSnapshotsBeside(tx, ctx.organisationId, [
    ...beside.map(({ taken }) => taken.after),
    ...counted.flatMap(({ alsoBeside }) => alsoBeside ?? []),
  ]);
}

/** One entry for each series and kind: what counted, and what stood beside. */
function tell(audit: Audit, done: readonly Done[], reason: string): void {
  for (const [seriesId, ofSeries] of Map.groupBy(done, ({ row }) => row.seriesId)) {
    for (const [isBeside, some] of Map.groupBy(ofSeries, ({ row }) => row.beside !== undefined)) {
      const before = some.map(({ taken }) => taken.before);
      const after = some.map(({ taken }) => taken.after);
      audit({
        action: "retractSnapshots",
        noun: "snapshots",
        id: seriesId,
        before: isBeside ? { beside: before } : { snapshots: before },
        after: isBeside ? { beside: after } : { snapshots: after },
        reason,
      });
    }
  }
}

async function refuseUnknown(ctx: Context, tx: Writer, rows: readonly Row[]): Promise<void> {
  const ids = [...new Set(rows.map(({ seriesId }) => seriesId))];
  const found = new Set((await listSeriesByIds(tx, ctx.organisationId, ids)).map(({ seriesId }) => seriesId));
  const places = new Set<string>();
  refuseIfAny(
    rows.flatMap((one, row): ProblemDetail[] => {
      const at = (field: string) => ({ row, field: `snapshots[${row}].${field}` });
      if (!found.has(one.seriesId)) {
        return [{ ...at("seriesId"), message: "There is no such series.", seen: one.seriesId }];
      }
      const place = `${placeOf(one)} ${one.beside ?? ""}`;
      if (places.has(place)) {
        return [{ ...at("period"), message: "This is taken back by a row before.", seen: one.period }];
      }
      places.add(place);
      return [];
    }),
  );
}

async function readKnown(ctx: Context, tx: Writer, rows: readonly Row[]): Promise<(row: Row) => Known> {
  const ids = [...new Set(rows.map(({ seriesId }) => seriesId))];
  const periods = rows.map(({ period }) => period).toSorted();
  const range = { from: periods[0], to: periods.at(-1) };
  const counted = Map.groupBy(await revisionsOfSeries(tx, ctx.organisationId, ids, range), placeOf);
  const beside = Map.groupBy(await revisionsBeside(tx, ctx.organisationId, ids, range), placeOf);
  return (row) => ({ counted: counted.get(placeOf(row)) ?? [], beside: beside.get(placeOf(row)) ?? [] });
}

/** The revisions a row is about: of what counts, or of one source beside it. */
function revisionsMeant({ beside }: Row, known: Known): readonly Snapshot[] {
  return beside === undefined ? known.counted : known.beside.filter(({ source }) => source === beside);
}

/** Throws "conflict" where there is nothing to take back, or no longer what the request saw. */
function refuseChanged(
  ctx: Context,
  rows: readonly Row[],
  knownOf: (row: Row) => Known,
  nameOf: PersonNames,
): void {
  const details = rows.flatMap((row, index): ProblemDetail[] => {
    const message = whatIsInTheWay(ctx, row, knownOf(row), nameOf);
    if (message === undefined) return [];
    return [{ row: index, field: `snapshots[${index}].revision`, message, seen: String(row.revision) }];
  });
  const [first] = details;
  if (first === undefined) return;
  const more = details.length === 1 ? "" : ` (and ${details.length - 1} more)`;
  throw new ProblemError("conflict", `${first.message}${more}`, details);
}

function whatIsInTheWay(ctx: Context, row: Row, known: Known, nameOf: PersonNames): string | undefined {
  const { period, revision, beside } = row;
  const last = revisionsMeant(row, known).at(-1);
  const whose = beside === undefined ? "" : ` by ${beside}`;
  if (last === undefined) return `Nothing was logged for ${period}${whose}.`;
  const who = `${nameOf(last.recordedBy)} on ${dayOf(ctx, last.recordedAt)}`;
  if (!isValue(last)) return `${period} was taken back by ${who} already: nothing stands there${whose}.`;
  if (last.revision !== revision) {
    return `${period} is at revision ${last.revision} by ${who}, and you saw revision ${revision}. Look at it, then take that back.`;
  }
  const counts = known.counted.at(-1);
  if (beside !== undefined && counts?.source === beside && isValue(counts)) {
    return `What ${beside} says of ${period} counts by now: take back revision ${counts.revision} of what counts.`;
  }
  return undefined;
}

function answerOf({ beside }: Row, after: Snapshot): RetractedSnapshots["rows"][number] {
  const { seriesId, period, revision, numerator, denominator, source } = after;
  const now = isValue(after) ? { numerator, denominator, source } : null;
  return { seriesId, period, revision, beside: beside ?? null, now };
}

function placeOf({ seriesId, period }: { seriesId: string; period: string }): string {
  return `${seriesId} ${period}`;
}
