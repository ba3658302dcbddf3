import { afterAll, expect, it } from "vitest";
import { openApp } from "./testing/open-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";

const { db, remove } = await openSqlite();
const { send, failures } = await openApp(async () => db);
afterAll(remove);

it("tells a ratio of the smallest and the largest number that can be logged, in full", async () => {
  const post = async (path: string, body: object) =>
    (await send({ method: "POST", path: `/api/v1${path}`, body })).body;
  const { seriesId } = await post("/series", { kpiKey: "conversion-rate", scope: "Shop" });
  const { initiativeId } = await post("/initiatives", {
    name: "Scoring",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" },
    owner: "Ada",
    team: "Growth",
    useCasePattern: "other",
    phase: "pilots",
    startedOn: "2026-04-06",
  });
  await post(`/initiatives/${initiativeId}/benefits`, { seriesId });
  const snapshot = { seriesId, period: "2026-W15", numerator: "20", denominator: "9".repeat(60) };
  await post("/snapshots", { snapshots: [snapshot], source: "hand" });
  const { status, body } = await send({ path: `/api/v1/initiatives/${initiativeId}/evaluation` });
  expect([status, failures]).toEqual([200, []]);
  // 20 / (10^60 - 1) is 2 at the 59th place, and zeros for nearly as many places more.
  expect(body.benefits[0].figures.actualRatio.value).toMatch(/^0\.0{58}20*$/);
  expect((await send({ path: "/api/v1/portfolio" })).status).toBe(200);
});
