import { sql } from "kysely";
import { auditHash, canonicalJson, genesisHash, type ChainedEntry } from "./audit-hash.ts";
import { OvertakenError } from "./errors.ts";
import type { Database } from "./open-database.ts";
import type { Page, PageRequest } from "./page.ts";
import { pageFrom, sortedPage, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** That somebody changed something, as it is told; it takes its place in the chain when the transaction ends. */
export interface AuditRecord {
  recordedAt: string;
  actorId: string;
  action: string;
  noun: string;
  objectId: string;
  /** Null where there was nothing before, or is nothing after. */
  before: object | null;
  after: object | null;
  reason: string | null;
  requestId: string;
}

/** An entry in its place. */
export interface AuditEntry extends ChainedEntry {
  hash: string;
}

/** Which entries; days are inclusive. */
export interface AuditFilter {
  noun?: string | undefined;
  objectId?: string | undefined;
  actorId?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

type Pending = { organisationId: string; record: AuditRecord }[];

const pendingOf = new WeakMap<Writer, Pending>();
/** The instants that were handed out in a transaction, by organisation: its rows bear them already. */
const handedOut = new WeakMap<Writer, Map<string, string>>();
const rowsInOneInsert = 500;
const rowsInOneRead = 1000;

/**
 * Tells of a change, inside its transaction. It is written at the transaction's end, after everything else,
 * because the head of the chain is the one thing that all who change an organisation need.
 */
export function recordAudit(tx: Writer, organisationId: string, records: readonly AuditRecord[]): void {
  const pending = pendingOf.get(tx) ?? [];
  pending.push(...records.map((record) => ({ organisationId, record })));
  pendingOf.set(tx, pending);
}

/** How many changes were told of in a transaction so far; `forgetAuditSince` goes back to it. */
export function auditMark(tx: Writer): number {
  return pendingOf.get(tx)?.length ?? 0;
}

/** Forgets what was told of since a mark, by a change that then failed without having written anything. */
export function forgetAuditSince(tx: Writer, mark: number): void {
  pendingOf.get(tx)?.splice(mark);
}

/**
 * The instant that a transaction's rows bear: the one given or, where that is not later than everything recorded so
 * far, the next one. So instants follow the order of the commits whatever the clocks say, and what was known at an
 * instant stays what was known at it. Where another process commits a later one before this transaction does, it is
 * undone and begins again.
 */
export async function nextInstant(
  db: Database,
  tx: Writer,
  organisationId: string,
  now: string,
): Promise<string> {
  const given = handedOut.get(tx) ?? new Map<string, string>();
  handedOut.set(tx, given);
  // Changes in one transaction become known together, and may share an instant.
  const earlier = given.get(organisationId);
  const instant =
    earlier === undefined
      ? laterThan(await latestCommitted(db, tx, organisationId), now)
      : latestOf(earlier, now);
  given.set(organisationId, instant);
  return instant;
}

/** Writes what was told of in a transaction, in the order it was told. Called once, right before the commit. */
export async function writePendingAudit(db: Database, tx: Writer): Promise<void> {
  const pending = pendingOf.get(tx);
  if (pending === undefined) return;
  pendingOf.delete(tx);
  const byOrganisation = Map.groupBy(pending, ({ organisationId }) => organisationId);
  for (const [organisationId, told] of byOrganisation) {
    await takeTurn(db, tx, organisationId);
    const head = await findAuditHead(db.kind === "sqlite" ? tx : db.committed, organisationId);
    const latest = await latestCommitted(db, tx, organisationId);
    const instant = handedOut.get(tx)?.get(organisationId);
    if (instant !== undefined && latest !== undefined && instant <= latest) {
      throw new OvertakenError(`A change known from ${latest} on was committed before one of ${instant}.`);
    }
    // Where no row bears the instant of what is told, as of a sign-in, the entry alone says when.
    let known = laterThan(latest, "");
    const records = told.map(({ record }) => {
      known = latestOf(known, record.recordedAt);
      return { ...record, recordedAt: known };
    });
    await insertEntries(tx, chain(organisationId, head, records));
  }
}

/** The last entry of a chain, or undefined. */
export async function findAuditHead(
  db: Reader,
  organisationId: string,
): Promise<{ sequence: number; hash: string } | undefined> {
  return db
    .selectFrom("audit_entries")
    .select(["sequence", "hash"])
    .where("organisation_id", "=", organisationId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
}

const sorting: Sorting = {
  columns: { sequence: "sequence" },
  key: ["sequence"],
  first: "-sequence",
  integers: ["sequence"],
};

/** A page of the entries that a filter asks for, newest first unless another order is asked for. */
export async function listAuditEntries(
  db: Reader,
  organisationId: string,
  request: PageRequest & AuditFilter,
): Promise<Page<AuditEntry>> {
  const { noun, objectId, actorId, from, until } = request;
  let query = entriesOf(db, organisationId);
  if (noun !== undefined) query = query.where("noun", "=", noun);
  if (objectId !== undefined) query = query.where("object_id", "=", objectId);
  if (actorId !== undefined) query = query.where("actor_id", "=", actorId);
  if (from !== undefined) query = query.where("recorded_at", ">=", from);
  // Any time of the day sorts before the letter that follows "T".
  if (until !== undefined) query = query.where("recorded_at", "<", `${until}U`);
  return pageFrom(await sortedPage(query, sorting, request).execute(), sorting, request);
}

/** The whole chain in its order, a thousand entries in memory at a time; up to the head it had at the beginning. */
export async function* auditChain(db: Reader, organisationId: string): AsyncGenerator<AuditEntry> {
  const head = await findAuditHead(db, organisationId);
  if (head === undefined) return;
  let after = -1;
  for (;;) {
    const entries = await entriesOf(db, organisationId)
      .where("sequence", ">", after)
      .where("sequence", "<=", head.sequence)
      .orderBy("sequence")
      .limit(rowsInOneRead)
      .execute();
    yield* entries;
    const last = entries.at(-1);
    if (last === undefined) return;
    after = last.sequence;
  }
}

/** The entries from a place in the chain on, that place included, in their order; at most so many. */
export async function auditEntriesFrom(
  db: Reader,
  organisationId: string,
  { sequence, limit }: { sequence: number; limit: number },
): Promise<AuditEntry[]> {
  return entriesOf(db, organisationId)
    .where("sequence", ">=", sequence)
    .orderBy("sequence")
    .limit(limit)
    .execute();
}

/** The latest instant that any entry bears; undefined where there is no entry. */
export async function latestRecordedAt(db: Reader, organisationId: string): Promise<string | undefined> {
  const found = await db
    .selectFrom("audit_entries")
    .select("recorded_at as recordedAt")
    .where("organisation_id", "=", organisationId)
    .orderBy("recorded_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.recordedAt;
}

// A transaction's own view may be older, on PostgreSQL, than what it waited for.
async function latestCommitted(
  db: Database,
  tx: Writer,
  organisationId: string,
): Promise<string | undefined> {
  return latestRecordedAt(db.kind === "sqlite" ? tx : db.committed, organisationId);
}

function laterThan(latest: string | undefined, now: string): string {
  return latest === undefined || now > latest ? now : new Date(Date.parse(latest) + 1).toISOString();
}

function latestOf(one: string, other: string): string {
  return one > other ? one : other;
}

/**
 * From here on nobody else can move the head until this transaction ends. On SQLite a transaction has the whole file
 * to itself. On PostgreSQL a lock makes one wait for the other. The table comes first, as in `holdAudit`: who waits
 * for it must not hold the lock.
 */
async function takeTurn(db: Database, tx: Writer, organisationId: string): Promise<void> {
  if (db.kind === "sqlite") return;
  await sql`lock table audit_entries in row exclusive mode`.execute(tx);
  const name = `liftledger audit ${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/**
 * Lets nobody commit a change until this transaction ends, on PostgreSQL. As its first statement: the transaction
 * sees the state from after it, with all that it waited for.
 */
export async function holdAudit(db: Database, tx: Writer): Promise<void> {
  if (db.kind === "sqlite") return;
  await sql`lock table audit_entries in share row exclusive mode`.execute(tx);
}

function chain(
  organisationId: string,
  head: { sequence: number; hash: string } | undefined,
  records: readonly AuditRecord[],
): AuditEntry[] {
  let { sequence, hash } = head ?? { sequence: 0, hash: genesisHash };
  return records.map((record) => {
    sequence += 1;
    const before = record.before === null ? null : canonicalJson(record.before);
    const after = record.after === null ? null : canonicalJson(record.after);
    const entry = { ...record, organisationId, sequence, before, after, previousHash: hash };
    hash = auditHash(entry);
    return { ...entry, hash };
  });
}

async function insertEntries(tx: Writer, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    organisation_id: entry.organisationId,
    sequence: entry.sequence,
    recorded_at: entry.recordedAt,
    actor_id: entry.actorId,
    action: entry.action,
    noun: entry.noun,
    object_id: entry.objectId,
    before: entry.before,
    after: entry.after,
    reason: entry.reason,
    request_id: entry.requestId,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  }));
  for (let start = 0; start < rows.length; start += rowsInOneInsert) {
    await tx
      .insertInto("audit_entries")
      .values(rows.slice(start, start + rowsInOneInsert))
      .execute();
  }
}

function entriesOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("audit_entries")
    .select([
      "organisation_id as organisationId",
      "sequence",
      "recorded_at as recordedAt",
      "actor_id as actorId",
      "action",
      "noun",
      "object_id as objectId",
      "before",
      "after",
      "reason",
      "request_id as requestId",
      "previous_hash as previousHash",
      "hash",
    ])
    .where("organisation_id", "=", organisationId);
}
