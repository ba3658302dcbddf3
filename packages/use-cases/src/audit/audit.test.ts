import { randomUUID } from "node:crypto";
import { listAuditEntries as listStored } from "@liftledger/database/audit-entries";
import { auditHash } from "@liftledger/database/audit-hash";
import { openDatabase } from "@liftledger/database/open-database";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { runSql } from "@liftledger/database/testing/run-sql";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { erasePerson } from "../people/erase-person.ts";
import { createSeries } from "../series/create-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { exampleInitiative } from "../testing/example-initiative.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { exportAudit } from "./export-audit.ts";
import { listAuditEntries } from "./list-audit-entries.ts";
import { verifyAudit } from "./verify-audit.ts";

const shop = { kpiKey: "conversion-rate", scope: "Shop" };
const page = { limit: 500 };

async function entriesOf(ctx: Context) {
  return (await listStored(ctx.db.read, ctx.organisationId, { limit: 10_000 })).rows.toReversed();
}

async function headOf(ctx: Context): Promise<string> {
  const verified = await verifyAudit(ctx);
  if (verified.kind === "broken" || verified.head === null) throw new Error("the chain should be whole");
  return verified.head;
}

describeOnEveryDatabase("auditIn", (open) => {
  it("records who changed what, when and under which request, with before and after", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, shop);
    const log = (numerator: string) =>
      logSnapshots(at({ ...ctx, requestId: `log ${numerator}` }, "2026-06-24T13:00:00.000Z"), {
        snapshots: [{ seriesId, period: "2026-W20", numerator, denominator: "100" }],
        source: "shop",
      });
    await log("1");
    await log("2");
    const [newest] = (await listAuditEntries(ctx, page)).rows;
    expect(newest).toMatchObject({
      // The first took the instant of both.
      recordedAt: "2026-06-24T13:00:00.001Z",
      actorId: "local-administrator",
      actor: "Local administrator",
      action: "logSnapshots",
      noun: "snapshots",
      objectId: seriesId,
      before: { snapshots: [{ period: "2026-W20", revision: 1, numerator: "1", denominator: "100" }] },
      after: { snapshots: [{ period: "2026-W20", revision: 2, numerator: "2", denominator: "100" }] },
      reason: null,
      requestId: "log 2",
      names: { [seriesId]: "Conversion rate (Shop)" },
    });
  });

  it("names the people, the team and the initiative of what it tells, but nobody who was erased", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await createInitiative(ctx, exampleInitiative);
    const told = async () =>
      (await listAuditEntries(ctx, page)).rows.find(({ action }) => action === "createInitiative");
    const before = await told();
    expect(Object.values(before?.names ?? {})).toEqual(
      expect.arrayContaining(["Ada", "Growth", "Lead scoring"]),
    );
    expect(before?.names[initiativeId]).toBe(exampleInitiative.name);
    const ada = Object.entries(before?.names ?? {}).find(([, name]) => name === "Ada")?.[0] ?? "";
    await erasePerson(ctx, { personId: ada });
    expect(Object.values((await told())?.names ?? {})).not.toContain("Ada");
    expect(JSON.stringify((await told())?.after)).toContain(ada);
  });

  it("records nothing of a change that failed, of a repeat, nor of values that were there already", async () => {
    const ctx = await openLedger(open);
    const keyed = { ...ctx, idempotency: { key: "k", endpoint: "e", bodyDigest: "b", status: 201 } };
    const { seriesId } = await createSeries(keyed, shop);
    const before = await entriesOf(ctx);
    await createSeries(keyed, shop);
    await expect(createSeries(ctx, shop)).rejects.toMatchObject({ kind: "conflict" });
    const snapshots = [{ seriesId, period: "2026-W20", numerator: "1", denominator: "2" }];
    await logSnapshots(ctx, { snapshots, source: "shop" });
    await logSnapshots(ctx, { snapshots, source: "shop" });
    expect(await entriesOf(ctx)).toHaveLength(before.length + 1);
  });

  it("makes one chain without a gap of fifty changes at once, on two connections with differing clocks", async () => {
    const ctx = await openLedger(open);
    const other = openDatabase(ctx.db.location);
    const { length } = await entriesOf(ctx);
    const scopes = Array.from({ length: 50 }, (_, place) => `Shop ${place}`);
    const handles = [ctx, { ...at(ctx, "2026-06-24T11:59:58.000Z"), db: other }] as const;
    const newId = () => randomUUID();
    await Promise.all(
      scopes.map((scope, place) =>
        createSeries({ ...(handles[place % 2] ?? ctx), newId }, { ...shop, scope }),
      ),
    );
    await other.close();
    const entries = await entriesOf(ctx);
    const instants = entries.map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual(instants.toSorted());
    expect(entries.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: length + 50 }, (_, place) => place + 1),
    );
    expect(await verifyAudit(ctx)).toMatchObject({ kind: "whole", entries: length + 50 });
  });

  it("holds no name of a person, so that a name can be erased while the chain stays whole", async () => {
    const ctx = await openLedger(open);
    await createInitiative(ctx, { ...exampleInitiative, owner: "Grace Unmistakable" });
    const told = (await entriesOf(ctx)).find(({ noun, sequence }) => noun === "person" && sequence > 2);
    expect(JSON.stringify(await entriesOf(ctx))).not.toContain("Unmistakable");
    expect(JSON.parse(told?.after ?? "{}")).toEqual({
      personId: told?.objectId,
      displayNameDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await runSql(
      ctx.db,
      `update people set display_name = 'erased', salt = null where person_id = '${told?.objectId}'`,
    );
    expect(await verifyAudit(ctx)).toMatchObject({ kind: "whole" });
  });
});

describeOnEveryDatabase("listAuditEntries", (open) => {
  it("pages newest first, and filters by noun, object, actor and day", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, shop);
    await createSeries(at(ctx, "2026-06-25T00:00:00.000Z"), { ...shop, scope: "App" });
    const all = await listAuditEntries(ctx, page);
    const first = await listAuditEntries(ctx, { limit: 2 });
    const second = await listAuditEntries(ctx, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 4));
    expect((await listAuditEntries(ctx, { ...page, noun: "series" })).rows).toHaveLength(2);
    const ofOne = await listAuditEntries(ctx, { ...page, objectId: seriesId });
    expect(ofOne.rows.map(({ action }) => action)).toEqual(["createSeries"]);
    expect((await listAuditEntries(ctx, { ...page, actorId: "nobody" })).rows).toEqual([]);
    expect((await listAuditEntries(ctx, { ...page, until: "2026-06-24" })).rows).toEqual(all.rows.slice(1));
    const later = await listAuditEntries(ctx, { ...page, from: "2026-06-25" });
    expect(later.rows).toEqual(all.rows.slice(0, 1));
  });

  it("shows nothing of another organisation, and nothing to a contributor", async () => {
    const ctx = await openLedger(open);
    expect((await listAuditEntries({ ...ctx, organisationId: "other" }, page)).rows).toEqual([]);
    const contributor: Context = { ...ctx, actor: { ...ctx.actor, role: "contributor" } };
    for (const ask of [
      listAuditEntries(contributor, page),
      verifyAudit(contributor),
      exportAudit(contributor),
    ])
      await expect(ask).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describeOnEveryDatabase("verifyAudit", (open) => {
  const columns = {
    recordedAt: "recorded_at",
    actorId: "actor_id",
    action: "action",
    noun: "noun",
    objectId: "object_id",
    before: "before",
    after: "after",
    reason: "reason",
    requestId: "request_id",
    previousHash: "previous_hash",
    hash: "hash",
  } as const;

  it("names the entry of which any column was changed", async () => {
    const ctx = await openLedger(open);
    await createSeries(ctx, shop);
    const [entry] = (await entriesOf(ctx)).slice(-5);
    if (entry === undefined) throw new Error("there should be five entries");
    const set = (column: string, value: string | null) => {
      const text = value === null ? "null" : `'${value.replaceAll("'", "''")}'`;
      return runSql(
        ctx.db,
        `update audit_entries set ${column} = ${text} where sequence = ${entry.sequence}`,
      );
    };
    for (const [field, column] of Object.entries(columns)) {
      await set(column, "x");
      const broken = { kind: "broken", sequence: entry.sequence, rule: "changed" };
      expect([column, await verifyAudit(ctx)]).toMatchObject([column, broken]);
      await set(column, entry[field as keyof typeof columns]);
    }
    expect(await verifyAudit(ctx)).toMatchObject({ kind: "whole" });
  });

  it("names an entry that is missing, one moved to another place, and an entry whose hash was made to fit", async () => {
    const ctx = await openLedger(open);
    const run = (statement: string) => runSql(ctx.db, statement);
    await run(`update audit_entries set sequence = sequence + 1000 where sequence = 5`);
    expect(await verifyAudit(ctx)).toMatchObject({ kind: "broken", sequence: 5, rule: "missing" });
    await run(`update audit_entries set sequence = 5 where sequence = 1005`);
    const forged = (await entriesOf(ctx))[4];
    if (forged === undefined) throw new Error("there should be a fifth entry");
    const hash = auditHash({ ...forged, after: "{}" });
    await run(`update audit_entries set after = '{}', hash = '${hash}' where sequence = 5`);
    expect(await verifyAudit(ctx)).toMatchObject({ kind: "broken", sequence: 6, rule: "not-linked" });
  });

  it("names the first of a pair that was swapped", async () => {
    const ctx = await openLedger(open);
    const move = (from: number, to: number) =>
      runSql(ctx.db, `update audit_entries set sequence = ${to} where sequence = ${from}`);
    await move(7, 10_007);
    await move(8, 7);
    await move(10_007, 8);
    expect(await verifyAudit(ctx)).toMatchObject({ kind: "broken", sequence: 7, rule: "changed" });
  });

  it("sees a tail that was cut off only by a head that was noted elsewhere", async () => {
    const ctx = await openLedger(open);
    await createSeries(ctx, shop);
    const head = await headOf(ctx);
    await createSeries(ctx, { ...shop, scope: "App" });
    expect(await verifyAudit(ctx, { head })).toMatchObject({ kind: "whole" });
    const { sequence } = (await entriesOf(ctx)).at(-1) ?? { sequence: 0 };
    await runSql(ctx.db, `delete from audit_entries where sequence >= ${sequence - 1}`);
    expect(await verifyAudit(ctx)).toMatchObject({ kind: "whole", entries: sequence - 2 });
    const cut = { kind: "broken", sequence: sequence - 1, rule: "head-missing" };
    expect(await verifyAudit(ctx, { head })).toMatchObject(cut);
    await createSeries(ctx, { ...shop, scope: "Another" });
    const anew = await verifyAudit(ctx, { head });
    expect(anew).toMatchObject({ ...cut, message: expect.stringContaining("written anew") });
  });

  it("is whole and has no head where nothing was recorded", async () => {
    const ctx = await openLedger(open);
    const empty = await verifyAudit({ ...ctx, organisationId: "other" });
    expect(empty).toEqual({ kind: "whole", entries: 0, head: null });
  });
});

describeOnEveryDatabase("exportAudit", (open) => {
  it("gives every entry in its order, each with a hash that can be computed from the line alone", async () => {
    const ctx = await openLedger(open);
    const lines = [];
    for await (const line of await exportAudit(ctx)) lines.push(line);
    expect(lines).toEqual(await entriesOf(ctx));
    let previousHash = "0".repeat(64);
    for (const { hash, ...line } of lines) {
      expect(line.previousHash).toBe(previousHash);
      expect(auditHash(line)).toBe(hash);
      previousHash = hash;
    }
  });
});
