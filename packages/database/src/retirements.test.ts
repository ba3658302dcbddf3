import { expect, it } from "vitest";
import {
  endRetirement,
  findRetirement,
  insertRetirement,
  listRetirements,
  type Retirement,
} from "./retirements.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

const moved: Retirement = {
  objectId: "series-1",
  retiredAt: recordedAt,
  retiredBy: "person-1",
  reason: "moved to the shop",
};

describeOnEveryDatabase("retirements", (open) => {
  it("tell what is retired of a kind now, and keep the organisations apart", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "demo");
    await inTransaction(db, (tx) => insertRetirement(tx, "company", "series", moved));
    expect(await listRetirements(db.read, "company", "series")).toEqual(new Map([["series-1", moved]]));
    expect(await findRetirement(db.read, "demo", "series", "series-1")).toBeUndefined();
    expect(await findRetirement(db.read, "company", "kpi", "series-1")).toBeUndefined();
    const restoredAt = new Date(Date.parse(recordedAt) + 1000).toISOString();
    const restored = { objectId: "series-1", restoredAt, restoredBy: "person-1" };
    await inTransaction(db, (tx) => endRetirement(tx, "company", "series", restored));
    expect(await listRetirements(db.read, "company", "series")).toEqual(new Map());
    const retiredAsOf = async (asOf: string) => [
      ...(await listRetirements(db.read, "company", "series", ["series-1"], asOf)).keys(),
    ];
    expect(await retiredAsOf(recordedAt)).toEqual(["series-1"]);
    expect(await retiredAsOf(restoredAt)).toEqual([]);
    const { count } = await db.read
      .selectFrom("retirements")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("organisation_id", "=", "company")
      .where("noun", "=", "series")
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(2);
  });
});
