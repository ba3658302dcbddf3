import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { describe, expect, it } from "vitest";
import type { Context } from "./context.ts";
import { createSeries } from "./series/create-series.ts";
import { listSeries } from "./series/list-series.ts";
import { listSnapshotRevisions } from "./snapshots/list-snapshot-revisions.ts";
import { logSnapshots } from "./snapshots/log-snapshots.ts";
import { openLedger } from "./testing/open-ledger.ts";

function withKey(ctx: Context, key: string, bodyDigest: string, endpoint = "createSeries"): Context {
  return { ...ctx, idempotency: { key, bodyDigest, endpoint, status: 201 } };
}

describeOnEveryDatabase("changeOnce", (open) => {
  it("answers a repeat as it answered the first, and writes once", async () => {
    const ctx = await openLedger(open);
    const wanted = { kpiKey: "conversion-rate", scope: "Shop" };
    const first = await createSeries(withKey(ctx, "a", "1"), wanted);
    expect(await createSeries(withKey(ctx, "a", "1"), wanted)).toEqual(first);
    expect((await listSeries(ctx, { limit: 10 })).rows).toHaveLength(1);
  });

  it("refuses a key that was used for another request", async () => {
    const ctx = await openLedger(open);
    await createSeries(withKey(ctx, "a", "1"), { kpiKey: "conversion-rate", scope: "Shop" });
    const other = createSeries(withKey(ctx, "a", "2"), { kpiKey: "conversion-rate", scope: "App" });
    await expect(other).rejects.toMatchObject({
      kind: "idempotency-mismatch",
      details: [
        { field: "Idempotency-Key", message: expect.stringMatching(/^was used for another request/) },
      ],
    });
    const elsewhere = createSeries(withKey(ctx, "a", "1", "createKpi"), { kpiKey: "churn-rate", scope: "A" });
    await expect(elsewhere).rejects.toMatchObject({ kind: "idempotency-mismatch" });
    expect((await listSeries(ctx, { limit: 10 })).rows).toHaveLength(1);
  });

  it("keeps nothing of a request that failed, so that the key may be used again", async () => {
    const ctx = await openLedger(open);
    const failing = createSeries(withKey(ctx, "a", "1"), { kpiKey: "no-such-kpi", scope: "Shop" });
    await expect(failing).rejects.toMatchObject({ kind: "invalid-request" });
    await createSeries(withKey(ctx, "a", "2"), { kpiKey: "conversion-rate", scope: "Shop" });
    expect((await listSeries(ctx, { limit: 10 })).rows).toHaveLength(1);
  });

  it("makes one write of fifty at once with one key, and gives equal answers", async () => {
    const ctx = await openLedger(open);
    const wanted = { kpiKey: "conversion-rate", scope: "Shop" };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => createSeries(withKey(ctx, "a", "1"), wanted)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await listSeries(ctx, { limit: 100 })).rows).toHaveLength(1);
  });

  it("lets several who correct one period at once all succeed, one revision each", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
    const log = (numerator: string) =>
      logSnapshots(ctx, {
        snapshots: [{ seriesId, period: "2026-W20", numerator, denominator: "100" }],
        source: "test",
      });
    await Promise.all(["1", "2", "3", "4", "5"].map(log));
    const { rows } = await listSnapshotRevisions(ctx, { seriesId, period: "2026-W20" });
    expect(rows.map((row) => row.revision)).toEqual([1, 2, 3, 4, 5]);
    expect(rows.map((row) => row.numerator).toSorted()).toEqual(["1", "2", "3", "4", "5"]);
  });
});

describe("what calls changeOnce", () => {
  it("takes the context it is given, so that no row bears the instant of the request", () => {
    const files = globSync("**/*.ts", { cwd: import.meta.dirname }).filter(
      (file) => !file.includes(".test."),
    );
    const blind = files.filter((file) => {
      const text = readFileSync(join(import.meta.dirname, file), "utf8");
      const changes = text.slice(Math.max(0, text.indexOf("changeOnce(")));
      return /changeOnce\((\w+), async \((?!tx, _?audit, \1\b)/.test(text) && changes.includes(".now");
    });
    expect(blind).toEqual([]);
  });
});
