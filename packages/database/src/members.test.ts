import { expect, it } from "vitest";
import { deleteAccount, findAccount, insertAccount, insertSession, listSessions } from "./accounts.ts";
import { LostUpdateError } from "./errors.ts";
import { findMember, getMember, hasAdmin, updateMember } from "./members.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

const later = "2026-01-06T09:00:00.000Z";

describeOnEveryDatabase("updateMember", (open) => {
  it("changes role and teams at the version that was read, and no member of another organisation", async () => {
    const db = await open();
    await insertOneOfEverything(db, "one");
    await insertOneOfEverything(db, "two");
    const read = await getMember(db.read, "one", "person-1");
    const change = (role: "viewer" | "finance") =>
      inTransaction(db, (tx) => updateMember(tx, "one", read, { role, teamIds: [] }));
    expect(await change("viewer")).toMatchObject({ role: "viewer", teamIds: [], version: 2 });
    await expect(change("finance")).rejects.toThrow(LostUpdateError);
    expect(await findMember(db.read, "one", "person-1")).toMatchObject({ role: "viewer", teamIds: [] });
    expect(await findMember(db.read, "two", "person-1")).toMatchObject({
      role: "admin",
      teamIds: ["team-1"],
    });
    expect([await hasAdmin(db.read, "one"), await hasAdmin(db.read, "two")]).toEqual([false, true]);
    expect(await hasAdmin(db.read, "two", "person-1")).toBe(false);
  });
});

describeOnEveryDatabase("listSessions", (open) => {
  it("lists those that have not ended, and they go with the account", async () => {
    const db = await open();
    await inTransaction(db, async (tx) => {
      await insertAccount(tx, { personId: "p", name: "P", email: "P@Example.test" }, recordedAt);
      const session = { personId: "p", createdAt: recordedAt };
      await insertSession(tx, { ...session, sessionId: "old", token: "t1", expiresAt: recordedAt });
      await insertSession(tx, {
        ...session,
        sessionId: "new",
        token: "t2",
        expiresAt: "2027-01-01T00:00:00.000Z",
      });
    });
    expect(await findAccount(db.read, "p")).toMatchObject({ email: "p@example.test", twoFactor: false });
    expect(await listSessions(db.read, ["p"], later)).toMatchObject([
      { sessionId: "new", createdAt: recordedAt, expiresAt: "2027-01-01T00:00:00.000Z" },
    ]);
    await inTransaction(db, (tx) => deleteAccount(tx, "p"));
    expect(await listSessions(db.read, ["p"], later)).toEqual([]);
    expect(await findAccount(db.read, "p")).toBeUndefined();
  });
});
