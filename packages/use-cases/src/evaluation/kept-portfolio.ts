import { setImmediate as nextTurn } from "node:timers/promises";
import type { Portfolio } from "@liftledger/contracts/portfolio";
import { auditEntriesFrom, findAuditHead } from "@liftledger/database/audit-entries";
import { listInitiativeIds } from "@liftledger/database/initiatives";
import {
  keepEvaluations,
  listKeptEvaluations,
  listKeptPlaces,
  type KeptEvaluation,
} from "@liftledger/database/kept-evaluations";
import type { Database } from "@liftledger/database/open-database";
import { inSnapshot, inTransaction, type Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { engineVersion } from "@liftledger/roi/engine-version";
import { createPortfolioPool, type PortfolioPool } from "@liftledger/roi/portfolio-pool";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { evaluateOrganisation } from "./evaluate-organisation.ts";
import { entryText, readEntry } from "./kept-entry.ts";
import { portfolioAnswer } from "./portfolio-answer.ts";
import { entryShape, portfolioEntries, type PortfolioEntry } from "./portfolio-entry.ts";
import { rememberPlacebo } from "./remembered-placebos.ts";
import { touchedInitiatives } from "./touched-initiatives.ts";

/** Evaluated in one go: the thread and the connection that reads are held no longer than that takes. */
const initiativesAtOnce = 3;
/** The same where nobody waits for it. */
const initiativesAtOnceAhead = 1;
/** Taken up in one go: each brings its draws to the sums. */
const takenUpAtOnce = 16;
/** Milliseconds without an update after which what was evaluated is written: who logs a week logs the next one soon. */
const quietBeforeKept = 250;
/** So many are written even where it never becomes quiet. */
const mostUnkept = 64;
/** Written in one transaction, and made text in one go. */
const writtenAtOnce = 8;
/** Of more changes than these it is quicker to evaluate everything than to ask of each what it touched. */
const mostChangesFollowed = 5000;

/** What an evaluation was kept by: the arithmetic, and the shape it is kept in. */
const keptBy = `${engineVersion}/${entryShape}`;

/** A place in the audit chain; the hash tells a chain that was begun anew from the one it was. */
interface Place {
  sequence: number;
  hash: string;
}

/**
 * What is kept of one organisation on one day. All entries hold up to `place` in the audit chain: who moves it forward
 * first lets go of the entries that the changes since may have touched.
 */
interface Kept {
  readonly until: string;
  place: Place | null;
  entries: Map<string, PortfolioEntry>;
  /** The sum of what the entries bring; null until the organisation's currency was read. */
  pool: PortfolioPool | null;
  answer: Portfolio | null;
  /** The initiatives whose entries are not written yet, and what will write them. */
  readonly unkept: Set<string>;
  timer: NodeJS.Timeout | null;
  /** Ends when whoever brings it up to date now has done so. */
  busy: Promise<unknown>;
}

const keptOf = new WeakMap<Database, Map<string, Kept>>();

/**
 * Today's portfolio as the ledger stands at this moment, from evaluations that were kept. No change is missed: all of
 * them stand in the audit chain, so what was kept at one of its entries is compared with the entries since, and
 * evaluated again where they may have touched it. `kept_evaluations` lets it outlive the process.
 */
export async function keptPortfolio(ctx: Context): Promise<Portfolio> {
  const kept = keptToday(ctx);
  const found = await inSnapshot(ctx.db, (db) => unchangedAnswer(ctx, db, kept));
  if (found !== null) return found;
  const updated = kept.busy.then(async () => broughtUpToDate(ctx, kept));
  // An update that fails does not fail those that wait for it: they try themselves.
  kept.busy = updated.then(
    () => keepOnceQuiet(ctx, kept),
    () => {},
  );
  return updated;
}

/**
 * Evaluates what today's portfolio needs before somebody asks for it, a little at a time: requests are answered in
 * between, and who asks for the portfolio meanwhile does the rest at once. Answers how many were evaluated here.
 */
export async function evaluateAhead(
  ctx: Context,
  signal: AbortSignal,
): Promise<{ initiatives: number; evaluated: number }> {
  const kept = keptToday(ctx);
  for (let count = 0; ;) {
    signal.throwIfAborted();
    const step = kept.busy.then(async () => {
      if (kept.place === null) await takeUp(ctx, kept);
      return inSnapshot(ctx.db, (db) => oneStep(ctx, db, kept, initiativesAtOnceAhead));
    });
    kept.busy = step.then(
      async () => keepForLater(ctx, kept),
      () => {},
    );
    const { evaluated, answer } = await step;
    await kept.busy;
    count += evaluated.length;
    if (answer !== null) return { initiatives: answer.rows.length, evaluated: count };
    await nextTurn();
  }
}

function keptToday(ctx: Context): Kept {
  const byOrganisation = keptOf.get(ctx.db) ?? new Map<string, Kept>();
  keptOf.set(ctx.db, byOrganisation);
  const known = byOrganisation.get(ctx.organisationId);
  if (known?.until === ctx.today) return known;
  const made: Kept = {
    until: ctx.today,
    place: null,
    entries: new Map(),
    pool: null,
    answer: null,
    unkept: new Set(),
    timer: null,
    busy: Promise.resolve(),
  };
  byOrganisation.set(ctx.organisationId, made);
  return made;
}

async function unchangedAnswer(ctx: Context, db: Reader, kept: Kept): Promise<Portfolio | null> {
  if (kept.answer === null) return null;
  const head = await findAuditHead(db, ctx.organisationId);
  const isUnchanged = head?.sequence === kept.place?.sequence && head?.hash === kept.place?.hash;
  return isUnchanged ? kept.answer : null;
}

/** Evaluates what is missing, some at a time so that others get their turn, until all of one state is there. */
async function broughtUpToDate(ctx: Context, kept: Kept): Promise<Portfolio> {
  if (kept.place === null) await takeUp(ctx, kept);
  for (;;) {
    const { answer } = await inSnapshot(ctx.db, (db) => oneStep(ctx, db, kept));
    if (answer !== null) return answer;
    await keepForLater(ctx, kept);
    await nextTurn();
  }
}

async function oneStep(ctx: Context, db: Reader, kept: Kept, atOnce = initiativesAtOnce) {
  const organisation = await getOrganisation(ctx, db);
  await followChanges(ctx, db, kept);
  const ids = await listInitiativeIds(db, ctx.organisationId);
  const missing = ids.filter((id) => !kept.entries.has(id));
  if (missing.length === 0 && kept.answer !== null) return { evaluated: [], answer: kept.answer };
  const request = { until: kept.until };
  const now = await evaluateOrganisation(ctx, db, request, missing.slice(0, atOnce));
  const evaluated = await portfolioEntries(ctx, db, now);
  const pool = poolOf(kept, now.clocks);
  for (const entry of evaluated) {
    put(kept, pool, entry);
    kept.unkept.add(entry.row.initiativeId);
  }
  const isComplete = missing.length <= atOnce;
  if (isComplete) {
    const entries = ids.map((id) => entryOf(kept.entries, id));
    kept.answer = portfolioAnswer(ctx, organisation, now.clocks, entries, pool);
  }
  return { evaluated, answer: isComplete ? kept.answer : null };
}

/** Lets go of what the changes since may have touched, and moves the place to the head of the chain. */
async function followChanges(ctx: Context, db: Reader, kept: Kept): Promise<void> {
  const from = kept.place ?? { sequence: 0, hash: "" };
  const limit = mostChangesFollowed + 1;
  const entries = await auditEntriesFrom(db, ctx.organisationId, { sequence: from.sequence, limit });
  const isSameChain = from.sequence === 0 || entries[0]?.hash === from.hash;
  const since = entries.filter(({ sequence }) => sequence > from.sequence);
  const canFollow = isSameChain && entries.length < limit;
  const touched = canFollow ? await touchedInitiatives(db, ctx.organisationId, since) : "all";
  const head = await findAuditHead(db, ctx.organisationId);
  if (touched === "all") letGoOfAll(kept);
  else for (const id of touched) kept.entries.delete(id);
  // Where nothing was touched it still is known as of a later instant.
  if (head?.hash !== from.hash) kept.answer = null;
  kept.place = head ?? null;
}

/** Takes up what an earlier process of this version kept of this day, at the earliest place that all of it holds. */
async function takeUp(ctx: Context, kept: Kept): Promise<void> {
  const isOfToday = (row: Pick<KeptEvaluation, "until" | "engineVersion">) =>
    row.until === kept.until && row.engineVersion === keptBy;
  const places = await inSnapshot(ctx.db, (db) => listKeptPlaces(db, ctx.organisationId));
  const found = places.filter(isOfToday);
  const first = found.toSorted((a, b) => a.sequence - b.sequence)[0];
  // What an attempt that failed had taken up may have been replaced since.
  letGoOfAll(kept);
  if (first === undefined) return;
  for (let from = 0; from < found.length; from += takenUpAtOnce) {
    const ids = found.slice(from, from + takenUpAtOnce).map(({ initiativeId }) => initiativeId);
    await inSnapshot(ctx.db, async (db) => {
      const { currency } = await getOrganisation(ctx, db);
      const pool = poolOf(kept, { currency, seed: ctx.seed });
      // Another process may meanwhile have kept some of a later place: they hold what the earlier ones do, and more.
      for (const row of await listKeptEvaluations(db, ctx.organisationId, ids))
        if (isOfToday(row)) putTakenUp(kept, pool, readEntry(row.evaluation));
    });
    await nextTurn();
  }
  kept.place = { sequence: first.sequence, hash: first.hash };
}

function put(kept: Kept, pool: PortfolioPool, entry: PortfolioEntry): void {
  kept.entries.set(entry.row.initiativeId, entry);
  pool.set(entry.row.initiativeId, entry.contribution);
}

function putTakenUp(kept: Kept, pool: PortfolioPool, entry: PortfolioEntry): void {
  put(kept, pool, entry);
  for (const checked of entry.checks) rememberPlacebo(checked);
}

function poolOf(kept: Kept, { currency, seed }: { currency: string; seed: number }): PortfolioPool {
  const { until } = kept;
  kept.pool ??= createPortfolioPool({ until, currency, places: currencyExponent(currency), seed });
  return kept.pool;
}

function letGoOfAll(kept: Kept): void {
  kept.entries.clear();
  kept.pool = null;
}

/** Writes what was evaluated once nobody asks for more of it, so that a later process finds it. */
function keepOnceQuiet(ctx: Context, kept: Kept): void {
  if (kept.timer !== null) clearTimeout(kept.timer);
  kept.timer = null;
  if (kept.unkept.size === 0) return;
  // A few at a time: whoever asks for the portfolio meanwhile waits for no more than those.
  const write = () => {
    kept.busy = kept.busy.then(async () => {
      await keepSome(ctx, kept);
      keepOnceQuiet(ctx, kept);
    });
  };
  if (kept.unkept.size >= mostUnkept) write();
  // A process that ends before then leaves it to the next one to evaluate that again.
  else kept.timer = setTimeout(write, quietBeforeKept).unref();
}

async function keepForLater(ctx: Context, kept: Kept): Promise<void> {
  while (kept.unkept.size > 0) {
    await keepSome(ctx, kept);
    await nextTurn();
  }
}

async function keepSome(ctx: Context, { unkept, entries, place, until }: Kept): Promise<void> {
  const ids = [...unkept].slice(0, writtenAtOnce);
  for (const id of ids) unkept.delete(id);
  // An entry that was let go of meanwhile is not there.
  const found = ids.flatMap((id) => entries.get(id) ?? []);
  if (found.length > 0 && place !== null) await writeEntries(ctx, found, { until, place });
}

async function writeEntries(
  ctx: Context,
  entries: readonly PortfolioEntry[],
  { until, place }: { until: string; place: Place },
): Promise<void> {
  const rows = entries.map((entry) => ({
    initiativeId: entry.row.initiativeId,
    until,
    engineVersion: keptBy,
    ...place,
    evaluation: entryText(entry),
  }));
  try {
    await inTransaction(ctx.db, async (tx) => keepEvaluations(tx, ctx.organisationId, rows));
  } catch {
    // A full disk, a lost connection: whoever needs them evaluates again.
  }
}
