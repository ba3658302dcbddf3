import { expect, it } from "vitest";
import { recordAudit } from "./audit-entries.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { exportedLines } from "./testing/exported-lines.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

describeOnEveryDatabase("exportLedger", (open) => {
  it("gives every row in the order of its key, however many it reads at a time", async () => {
    const db = await open();
    await insertOneOfEverything(db, "company");
    const told = { recordedAt, actorId: "person-1", action: "log", noun: "snapshots", objectId: "s" };
    const empty = { before: null, after: null, reason: null, requestId: "r" };
    const records = Array.from({ length: 120 }, () => ({ ...told, ...empty }));
    await inTransaction(db, async (tx) => recordAudit(tx, "company", records));
    const whole = await exportedLines(db);
    const sequences = whole.filter((line) => line.includes('"log"')).map((line) => sequenceIn(line));
    expect(sequences).toEqual(records.map((_, place) => String(place + 2)));
    for (const rowsAtATime of [7, 100]) expect(await exportedLines(db, rowsAtATime)).toEqual(whole);
  });
});

/** The only number of an entry. */
function sequenceIn(line: string): string | undefined {
  return (JSON.parse(line) as string[]).find((value) => /^\d{1,3}$/.test(value ?? ""));
}
