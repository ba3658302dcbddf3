import { beforeAll, expect, it } from "vitest";
import { NotFoundError } from "./errors.ts";
import {
  deleteIdempotentAnswersBefore,
  findIdempotentAnswer,
  insertIdempotentAnswer,
} from "./idempotency-keys.ts";
import { findLatestKpi, getKpiVersion, insertKpiVersions, listKpiVersions, listLatestKpis } from "./kpis.ts";
import type { Database } from "./open-database.ts";
import { findOrCreatePerson, listPeople } from "./people.ts";
import {
  findSeries,
  findSeriesByScope,
  getSeries,
  insertSeries,
  listSeriesByIds,
  listSeriesOfKpi,
} from "./series.ts";
import { findOrCreateTeam, listTeams } from "./teams.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

describeOnEveryDatabase("the catalogue", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "other");
  });

  it("keeps every version of a KPI and lists the latest of each", async () => {
    const [first] = await listKpiVersions(db.read, "company", "conversion-rate");
    if (first === undefined) throw new Error("the KPI is missing");
    const versions = [
      { ...first, version: 2, definition: { name: "Conversion" } },
      { ...first, kpiKey: "churn", version: 1, source: "own" as const, ownerId: null },
    ];
    await inTransaction(db, (tx) => insertKpiVersions(tx, "company", versions));
    const latest = await listLatestKpis(db.read, "company");
    expect(latest).toEqual([versions[1], versions[0]]);
    expect(await findLatestKpi(db.read, "company", "conversion-rate")).toEqual(versions[0]);
    expect(await findLatestKpi(db.read, "company", "nothing")).toBeUndefined();
    expect(await getKpiVersion(db.read, "company", "conversion-rate", 1)).toEqual(first);
    await expect(getKpiVersion(db.read, "other", "conversion-rate", 2)).rejects.toThrow(NotFoundError);
    const again = inTransaction(db, (tx) => insertKpiVersions(tx, "company", versions));
    await expect(again).rejects.toMatchObject({ constraint: "unique", columns: ["kpi_key", "version"] });
  });

  it("gives a KPI and scope one series, found by scope, by id and by KPI", async () => {
    const series = await getSeries(db.read, "company", "series-1");
    expect(await findSeriesByScope(db.read, "company", "conversion-rate", "all")).toEqual(series);
    expect(await findSeriesByScope(db.read, "company", "conversion-rate", "paid")).toBeUndefined();
    const second = inTransaction(db, (tx) =>
      insertSeries(tx, "company", [{ ...series, seriesId: "series-2" }]),
    );
    await expect(second).rejects.toMatchObject({ constraint: "unique", columns: ["kpi_key", "scope"] });
    const many = Array.from({ length: 2500 }, (_, index) => `many-${String(index).padStart(4, "0")}`);
    await inTransaction(db, (tx) =>
      insertSeries(
        tx,
        "company",
        many.map((seriesId) => ({ ...series, seriesId, scope: seriesId })),
      ),
    );
    const found = await listSeriesByIds(db.read, "company", [...many, "nothing"]);
    expect(found.map(({ seriesId }) => seriesId)).toEqual(many);
    expect(await listSeriesOfKpi(db.read, "company", "conversion-rate")).toHaveLength(2501);
    expect(await listSeriesByIds(db.read, "other", many)).toEqual([]);
    expect(await findSeries(db.read, "other", "many-0001")).toBeUndefined();
  });

  it("makes a team or a person once for a name, also when two ask at the same time", async () => {
    const teams = await Promise.all(
      ["a", "b", "c"].map((teamId) =>
        inTransaction(db, (tx) => findOrCreateTeam(tx, "company", { teamId, name: "Lifecycle" })),
      ),
    );
    expect(new Set(teams.map(({ teamId }) => teamId)).size).toBe(1);
    expect(await listTeams(db.read, "company")).toHaveLength(2);
    const people = await Promise.all(
      ["a", "b", "c"].map((personId) =>
        inTransaction(db, (tx) =>
          findOrCreatePerson(tx, "company", { personId, displayName: "Grace", salt: "s" }),
        ),
      ),
    );
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(1);
    expect(await listPeople(db.read, "company")).toHaveLength(2);
  });

  it("gives one of many simultaneous requests an idempotency key, and forgets keys by age", async () => {
    const answer = { key: "key-2", endpoint: "logSnapshots", bodyDigest: "d", status: 200, response: "[]" };
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        inTransaction(db, (tx) =>
          insertIdempotentAnswer(tx, "company", { ...answer, createdAt: "2026-02-01" }),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const refused of answers.filter((one) => one.status === "rejected")) {
      expect(refused.reason).toMatchObject({ constraint: "unique", columns: ["key"] });
    }
    expect(await findIdempotentAnswer(db.read, "company", "key-2")).toEqual({
      ...answer,
      createdAt: "2026-02-01",
    });
    expect(await findIdempotentAnswer(db.read, "other", "key-2")).toBeUndefined();
    expect(
      await inTransaction(db, (tx) =>
        deleteIdempotentAnswersBefore(tx, "company", { before: "2026-02-01", limit: 9 }),
      ),
    ).toBe(1);
    expect(await findIdempotentAnswer(db.read, "company", "key-1")).toBeUndefined();
    expect(await findIdempotentAnswer(db.read, "other", "key-1")).toMatchObject({ createdAt: recordedAt });
  });
});
