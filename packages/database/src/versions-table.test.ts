import { expect, it } from "vitest";
import { ConstraintError } from "./constraint-errors.ts";
import {
  currentProductionFacts,
  findProductionFacts,
  insertProductionFacts,
  latestProductionFacts,
  listProductionFacts,
} from "./production-facts.ts";
import { insertToolVersion, latestToolVersions } from "./tool-versions.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

const initiativeId = "initiative-1";
const later = "2026-02-05T09:00:00.000Z";
const second = { version: 2, facts: '{"said":"later"}', recordedAt: later, recordedBy: "person-2" };

describeOnEveryDatabase("a table of versions", (open) => {
  /** Two organisations with the same ids, in one of which something is said later. */
  async function openTwo() {
    const db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "other");
    await inTransaction(db, async (tx) => {
      await insertProductionFacts(tx, "company", { initiativeId, ...second });
      await insertToolVersion(tx, "company", { toolId: "tool-1", ...second });
      await insertToolVersion(tx, "company", { toolId: "tool-0", ...second, version: 1 });
    });
    return db;
  }

  it("gives the latest version, or that of an instant, and of no other organisation", async () => {
    const { read } = await openTwo();
    expect(await findProductionFacts(read, "company", initiativeId)).toEqual({ initiativeId, ...second });
    const first = { initiativeId, version: 1, facts: "{}", recordedAt, recordedBy: "person-1" };
    expect(await findProductionFacts(read, "company", initiativeId, { asOf: recordedAt })).toEqual(first);
    expect(await findProductionFacts(read, "other", initiativeId)).toEqual(first);
    const before = { asOf: "2026-01-01T00:00:00.000Z" };
    expect(await findProductionFacts(read, "company", initiativeId, before)).toBeUndefined();
    expect(await findProductionFacts(read, "company", "initiative-2")).toBeUndefined();
  });

  it("gives the latest version of some things and of all, in the order of their ids", async () => {
    const { read } = await openTwo();
    const versionsOf = async (asOf?: string) => {
      const found = await latestProductionFacts(read, "company", [initiativeId, "initiative-2"], { asOf });
      return [...found].map(([id, { version }]) => [id, version]);
    };
    expect(await versionsOf()).toEqual([[initiativeId, 2]]);
    expect(await versionsOf(recordedAt)).toEqual([[initiativeId, 1]]);
    expect(await versionsOf("2026-01-01T00:00:00.000Z")).toEqual([]);
    expect(await currentProductionFacts(read, "company")).toEqual([{ initiativeId, ...second }]);
    const tools = (asOf?: string) => latestToolVersions(read, "company", { asOf });
    expect((await tools()).map(({ toolId, version }) => [toolId, version])).toEqual([
      ["tool-0", 1],
      ["tool-1", 2],
    ]);
    expect((await tools(recordedAt)).map(({ toolId, version }) => [toolId, version])).toEqual([
      ["tool-1", 1],
    ]);
  });

  it("pages the versions of one thing, the latest first", async () => {
    const { read } = await openTwo();
    const page = (request: object) =>
      listProductionFacts(read, "company", { initiativeId, limit: 1, ...request });
    const { rows, nextCursor } = await page({});
    expect([rows, typeof nextCursor]).toEqual([[{ initiativeId, ...second }], "string"]);
    const rest = await page({ cursor: nextCursor });
    expect([rest.rows.map(({ version }) => version), rest.nextCursor]).toEqual([[1], null]);
    expect((await page({ sort: "recordedAt" })).rows.map(({ version }) => version)).toEqual([1]);
  });

  it("refuses a second row for the same version", async () => {
    const db = await openTwo();
    const again = inTransaction(db, (tx) =>
      insertProductionFacts(tx, "company", { initiativeId, ...second }),
    );
    await expect(again).rejects.toThrow(ConstraintError);
  });
});
