import { endpointPaths } from "@liftledger/contracts/endpoint-paths";
import { migrationNames } from "@liftledger/database/migrate";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { createSeries } from "@liftledger/use-cases/series/create-series";
import { expect, it } from "vitest";
import { kindOf, openApp } from "./testing/open-app.ts";
import { testContext } from "./testing/test-deps.ts";

const snapshots = "/api/v1/snapshots";
const newSeries = { kpiKey: "conversion-rate", scope: "Shop" };

describeOnEveryDatabase("createApp", (open, databaseKind) => {
  it("logs a batch of snapshots and answers each row", async () => {
    const { send } = await openApp(open);
    const { status, body: series } = await send({ path: "/api/v1/series", body: newSeries });
    expect(status).toBe(201);
    const { seriesId } = series;
    const rows = Array.from({ length: 52 }, (_, week) => ({
      seriesId,
      period: `2025-W${String(week + 1).padStart(2, "0")}`,
      numerator: String(week),
      denominator: "100",
    }));
    const logged = await send({ path: snapshots, body: { snapshots: rows } });
    expect(logged).toMatchObject({ status: 200, body: { new: 52, changed: 0, same: 0 } });
    const again = await send({ path: snapshots, body: { snapshots: rows } });
    expect(again).toMatchObject({ status: 200, body: { new: 0, changed: 0, same: 52 } });
    const listed = await send({ path: `/api/v1/series/${seriesId}/snapshots?from=2025-W50` });
    expect(listed.body.rows.map((row: { numerator: string }) => row.numerator)).toEqual(["49", "50", "51"]);
  });

  it("makes one write of fifty requests at once with one idempotency key", async () => {
    const { send } = await openApp(open);
    const { seriesId } = (await send({ path: "/api/v1/series", body: newSeries })).body;
    const body = { snapshots: [{ seriesId, period: "2026-W20", numerator: "1", denominator: "2" }] };
    const headers = { "Idempotency-Key": "once" };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => send({ path: snapshots, body, headers })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    // Each would have been "same" but for the key.
    expect(answers.every((answer) => answer.status === 200 && answer.body.new === 1)).toBe(true);
    const { body: revisions } = await send({
      path: `/api/v1/series/${seriesId}/snapshots/2026-W20/revisions`,
    });
    expect(revisions.rows).toHaveLength(1);
  });

  it("refuses to change a closed month with 423, and takes the change once finance has reopened it", async () => {
    const { send } = await openApp(open);
    const { seriesId } = (await send({ path: "/api/v1/series", body: newSeries })).body;
    const body = { snapshots: [{ seriesId, period: "2026-W20", numerator: "1", denominator: "2" }] };
    const month = "/api/v1/periods/2026-05";
    const headers = { "Idempotency-Key": "close" };
    const closed = await send({ path: `${month}/close`, method: "POST", headers });
    expect(closed).toMatchObject({ status: 200, body: { month: "2026-05", status: "closed" } });
    const again = await send({ path: `${month}/close`, method: "POST", headers });
    expect(again.body).toEqual(closed.body);
    const refused = await send({ path: snapshots, body });
    expect([refused.status, kindOf(refused)]).toEqual([423, "period-closed"]);
    expect(refused.body.detail).toMatch(/role finance or admin can reopen 2026-05/);
    expect((await send({ path: `${month}/reopen`, body: { reason: "" } })).status).toBe(422);
    await send({ path: `${month}/reopen`, body: { reason: "An export came late" } });
    expect(await send({ path: snapshots, body })).toMatchObject({ status: 200, body: { new: 1 } });
    const { body: periods } = await send({ path: "/api/v1/periods?limit=1" });
    expect(periods.rows).toHaveLength(1);
    const { body: restated } = await send({ path: "/api/v1/restatements" });
    expect(restated.rows).toMatchObject([{ month: "2026-05", reason: "An export came late" }]);
  });

  it("takes the same request in another order of fields, and refuses another under one key", async () => {
    const { send } = await openApp(open);
    const headers = { "Idempotency-Key": "k" };
    const first = await send({ path: "/api/v1/series", body: newSeries, headers });
    const turned = await send({
      path: "/api/v1/series",
      body: { scope: "Shop", kpiKey: "conversion-rate" },
      headers,
    });
    expect(turned).toMatchObject({ status: 201, body: first.body });
    const other = await send({ path: "/api/v1/series", body: { ...newSeries, scope: "App" }, headers });
    expect([other.status, kindOf(other)]).toEqual([422, "idempotency-mismatch"]);
    const long = { "Idempotency-Key": "x".repeat(256) };
    expect(await send({ path: "/api/v1/series", body: newSeries, headers: long })).toMatchObject({
      status: 422,
      body: { details: [{ field: "Idempotency-Key" }] },
    });
  });

  it("names every field that is wrong, what was seen, and the row", async () => {
    const { send } = await openApp(open);
    const body = {
      snapshots: [
        { seriesId: "s", period: "2026-W20", numerator: "1" },
        { seriesId: "s", period: "2026-W99", numerator: 5, extra: true },
      ],
      sauce: "x",
    };
    const refused = await send({ path: snapshots, body });
    expect(refused.status).toBe(422);
    expect(refused.headers.get("Content-Type")).toBe("application/problem+json");
    expect(refused.headers.get("X-Request-Id")).toMatch(/^[\da-f-]{36}$/);
    expect(refused.body).toMatchObject({
      type: "https://liftledger.dev/problems/invalid-request",
      status: 422,
      instance: snapshots,
    });
    expect(refused.body.details).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: "snapshots[1].period", seen: "2026-W99", row: 1 }),
        expect.objectContaining({ field: "snapshots[1].numerator", seen: "5", row: 1 }),
        { field: "snapshots[1].extra", message: "there is no such field", row: 1 },
        { field: "sauce", message: "there is no such field" },
      ]),
    );
    const query = await send({ path: "/api/v1/series?limit=0" });
    expect(query).toMatchObject({ status: 422, body: { details: [{ field: "limit", seen: "0" }] } });
    const missing = await send({ path: "/api/v1/series", body: { kpiKey: "churn-rate" } });
    expect(missing.body.details).toEqual([{ field: "scope", message: "is required" }]);
  });

  it("refuses a body that is no JSON, and one that is not said to be", async () => {
    const { send } = await openApp(open);
    const broken = await send({ path: snapshots, body: '{"snapshots": [' });
    expect([broken.status, kindOf(broken)]).toEqual([400, "malformed-request"]);
    const plain = await send({ path: snapshots, body: "{}", headers: { "Content-Type": "text/plain" } });
    expect([plain.status, kindOf(plain)]).toEqual([400, "malformed-request"]);
  });

  it("says of a compressed body that it is, not that it is no JSON", async () => {
    const { send } = await openApp(open);
    const zipped = await send({ path: snapshots, body: "{}", headers: { "Content-Encoding": "gzip" } });
    expect([zipped.status, kindOf(zipped)]).toEqual([400, "malformed-request"]);
    expect(zipped.body.details).toMatchObject([{ field: "Content-Encoding", seen: "gzip" }]);
  });

  it("says of a lost update which version there is now", async () => {
    const { send } = await openApp(open);
    const { body: made } = await send({ path: "/api/v1/initiatives", body: initiative });
    const path = `/api/v1/initiatives/${made.initiativeId}`;
    expect((await send({ method: "PATCH", path, body: { version: 1, team: "A" } })).status).toBe(200);
    const lost = await send({ method: "PATCH", path, body: { version: 1, team: "B" } });
    expect(lost).toMatchObject({
      status: 409,
      body: { details: [{ field: "version", message: "now 2", seen: "1" }] },
    });
    const wrong = { ...initiative, outcome: { ...initiative.outcome, change: "decrease" } };
    const refused = await send({ path: "/api/v1/initiatives", body: wrong });
    expect([refused.status, kindOf(refused)]).toEqual([422, "wrong-direction"]);
  });

  it("answers 404 to another organisation's objects and to organisations that do not exist", async () => {
    const { send, deps } = await openApp(open);
    const demo = { ...testContext(deps), organisationId: "demo" };
    await ensureDefaultOrganisation(demo, { name: "Other", currency: "EUR" });
    const { seriesId } = await createSeries(demo, { kpiKey: "conversion-rate", scope: "Shop" });
    const path = `/api/v1/series/${seriesId}`;
    expect((await send({ path, organisation: "demo" })).status).toBe(200);
    expect((await send({ path })).status).toBe(404);
    expect((await send({ path, organisation: "nobody" })).status).toBe(404);
    expect((await send({ path, organisation: "' or 1=1" })).status).toBe(404);
    expect((await send({ method: "DELETE", path: "/api/v1/demo" })).body).toEqual({ deleted: true });
    expect((await send({ path, organisation: "demo" })).status).toBe(404);
    const { body: organisations } = await send({ path: "/api/v1/organisations", organisation: "demo" });
    expect(organisations.rows.map((row: { organisationId: string }) => row.organisationId)).toEqual([
      "default",
    ]);
  });

  it("answers every endpoint of the table, and nothing beside it", async () => {
    const { app } = await openApp(open);
    for (const { method, path } of Object.values(endpointPaths)) {
      const url = path.replaceAll(/\{(\w+)\}/g, "x");
      const response = await app.request(url, { method });
      const body = await response.text();
      expect([path, body.includes("There is nothing at")]).toEqual([path, false]);
    }
    const { status } = await app.request("/api/v1/secrets");
    expect(status).toBe(404);
  });

  it("serves its own description", async () => {
    const { send } = await openApp(open);
    const { status, body } = await send({ path: "/api/v1/openapi.json" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ openapi: "3.1.0", info: { version: "9.9.9" } });
    expect(body.paths[snapshots].post.operationId).toBe("logSnapshots");
  });

  it("says how the database is", async () => {
    const { send, deps } = await openApp(open);
    const database = { kind: databaseKind, schemaVersion: migrationNames.at(-1), pendingMigrations: [] };
    expect(await send({ path: "/healthz" })).toMatchObject({
      status: 200,
      body: { status: "ok", version: "9.9.9", database },
    });
    await deps.db.close();
    expect((await send({ path: "/healthz" })).status).toBe(503);
  });
});

const initiative = {
  name: "Lead scoring",
  outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" },
  owner: "Ada",
  team: "Growth",
  useCasePattern: "predictive-lead-scoring",
  phase: "pilots",
  startedOn: "2026-04-06",
};
