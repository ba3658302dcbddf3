import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertAccessLink } from "@liftledger/database/access-links";
import { insertAccount, insertSession } from "@liftledger/database/accounts";
import { findIdempotentAnswer, insertIdempotentAnswer } from "@liftledger/database/idempotency-keys";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { inTransaction, type Writer } from "@liftledger/database/transaction";
import { countTry } from "@liftledger/database/tries";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Context } from "../context.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { at, contextOn, openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { clearEndedAccess } from "./clear-ended-access.ts";
import { clearIdempotencyKeys } from "./clear-idempotency-keys.ts";
import { evaluatePortfolio } from "./evaluate-portfolio.ts";
import type { JobWork } from "./job-plan.ts";
import { removeLeftUploads } from "./remove-left-uploads.ts";
import { makeUploadFolder } from "./upload-folders.ts";

const hour = 3_600_000;
const before = (ctx: Context, milliseconds: number) =>
  new Date(Date.parse(ctx.now) - milliseconds).toISOString();
const workOf = (ctx: Context, more: Partial<JobWork> = {}): JobWork => ({
  ctx,
  signal: new AbortController().signal,
  temporaryFolder: "/nowhere",
  couriers: null,
  present: () => ctx.now,
  ...more,
});

describeOnEveryDatabase("clearIdempotencyKeys", (open) => {
  it("forgets those older than two days, of however many there are, and none that is younger", async () => {
    const ctx = await openLedger(open);
    const { organisationId, db } = ctx;
    const keep = (tx: Writer, key: string, createdAt: string) => {
      const answer = { key, endpoint: "logSnapshots", bodyDigest: "b", status: 200, response: "{}" };
      return insertIdempotentAnswer(tx, organisationId, { ...answer, createdAt });
    };
    await inTransaction(db, async (tx) => {
      for (let place = 0; place < 501; place++) await keep(tx, `old ${place}`, before(ctx, 49 * hour));
      await keep(tx, "two days", before(ctx, 48 * hour));
      await keep(tx, "a day", before(ctx, 24 * hour));
    });
    expect(await clearIdempotencyKeys(workOf(ctx))).toEqual({ keys: 501 });
    const kept = (key: string) => findIdempotentAnswer(db.read, organisationId, key);
    expect([await kept("old 500"), await kept("two days"), await kept("a day")]).toEqual([
      undefined,
      expect.objectContaining({ key: "two days" }),
      expect.objectContaining({ key: "a day" }),
    ]);
    expect(await clearIdempotencyKeys(workOf(ctx))).toEqual({ keys: 0 });
  });
});

describeOnEveryDatabase("clearEndedAccess", (open) => {
  it("deletes what ended more than a day ago, and nothing that counts", async () => {
    const ctx = await openLedger(open);
    const { db, organisationId, now } = ctx;
    const [ended, counts] = [before(ctx, 25 * hour), before(ctx, -hour)];
    await inTransaction(db, async (tx) => {
      await insertAccount(tx, { personId: "ada", name: "Ada", email: "ada@example.test" }, now);
      for (const expiresAt of [ended, counts]) {
        const id = expiresAt;
        const session = { sessionId: id, token: id, personId: "ada", createdAt: ended, expiresAt };
        await insertSession(tx, session);
        const link = { linkId: id, kind: "invitation", digest: "d", createdAt: ended, expiresAt } as const;
        await insertAccessLink(tx, organisationId, {
          ...link,
          createdBy: "ada",
          personId: "local-administrator",
        });
        await countTry(tx, `sign-in ${id}`, { now: id, milliseconds: 1 });
        const times = { created_at: ended, updated_at: ended, expires_at: id };
        await tx
          .insertInto("auth_verifications")
          .values({ id, identifier: id, value: "ada", ...times })
          .execute();
      }
    });
    expect(await clearEndedAccess(workOf(ctx))).toEqual({
      sessions: 1,
      verifications: 1,
      tries: 1,
      links: 1,
    });
    for (const table of ["auth_sessions", "auth_verifications"] as const) {
      expect(await db.read.selectFrom(table).select("id").execute()).toEqual([{ id: counts }]);
    }
    expect(await db.read.selectFrom("access_links").select("link_id").execute()).toEqual([
      { link_id: counts },
    ]);
    expect(await db.read.selectFrom("auth_rate_limits").select("id").execute()).toEqual([
      { id: `sign-in ${counts}` },
    ]);
  });
});

describeOnEveryDatabase("evaluatePortfolio", (open) => {
  it("evaluates what the day needs, so that who reads the portfolio finds it done, and again only what changed", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    const tomorrow = at(ctx, "2026-06-25T00:00:00.000Z");
    expect(await evaluatePortfolio(workOf(tomorrow))).toEqual({ initiatives: 1, evaluated: 1 });
    const read = await getPortfolio(at(ctx, "2026-06-25T08:00:00.000Z"), {});
    expect(await getPortfolio(tomorrow, {})).toBe(read);
    expect(await evaluatePortfolio(workOf(tomorrow))).toEqual({ initiatives: 1, evaluated: 0 });
  });

  it("stops between two steps when its process ends, and keeps what it has", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    const ending = new AbortController();
    const evaluating = evaluatePortfolio(workOf(ctx, { signal: ending.signal }));
    ending.abort(new Error("the process ends"));
    // The only step there is was begun.
    expect(await evaluating).toEqual({ initiatives: 1, evaluated: 1 });
    await expect(evaluatePortfolio(workOf(ctx, { signal: ending.signal }))).rejects.toThrow("process ends");
  });
});

describe("removeLeftUploads", () => {
  it("removes what a killed server left a day ago: no younger, none in use, nobody else's", async () => {
    const temporaryFolder = await mkdtemp(join(tmpdir(), "liftledger-left-"));
    onTestFinished(() => rm(temporaryFolder, { recursive: true }));
    const now = new Date();
    const longAgo = new Date(now.getTime() - 25 * hour);
    const place = (name: string) => join(temporaryFolder, name);
    const make = async (name: string, { folderAt, fileAt }: { folderAt: Date; fileAt: Date }) => {
      await mkdir(place(name));
      await writeFile(place(`${name}/0`), "Day,Visits\n");
      await utimes(place(`${name}/0`), fileAt, fileAt);
      await utimes(place(name), folderAt, folderAt);
    };
    await make("liftledger-upload-left", { folderAt: longAgo, fileAt: longAgo });
    await make("liftledger-upload-new", { folderAt: now, fileAt: now });
    await make("liftledger-upload-still-written", { folderAt: longAgo, fileAt: now });
    await make("somebody-else's", { folderAt: longAgo, fileAt: longAgo });
    await symlink(place("somebody-else's"), place("liftledger-upload-link"));
    const { folder, remove } = await makeUploadFolder(temporaryFolder);
    await utimes(folder, longAgo, longAgo);

    // No database is asked.
    const ctx = { ...contextOn({} as Context["db"]), now: now.toISOString() };
    const work = workOf(ctx, { temporaryFolder });
    expect(await removeLeftUploads(work)).toEqual({ folders: 1 });
    expect(await readdir(temporaryFolder)).toHaveLength(5);
    await remove();
    expect((await readdir(temporaryFolder)).toSorted()).toEqual([
      "liftledger-upload-link",
      "liftledger-upload-new",
      "liftledger-upload-still-written",
      "somebody-else's",
    ]);
  });
});
