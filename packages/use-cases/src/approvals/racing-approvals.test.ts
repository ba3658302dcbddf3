import { openDatabase } from "@liftledger/database/open-database";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it, onTestFinished } from "vitest";
import type { Context } from "../context.ts";
import { join } from "../testing/join.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { raceBaselines, raceBenchmarks, raceCases, raceGates, type Race } from "../testing/race-approvals.ts";

/** Five people of finance, two of them at another server. */
async function fivePeople(open: Parameters<typeof openLedger>[0]): Promise<Context[]> {
  const ledger = await openLedger(open);
  const elsewhere = openDatabase(ledger.db.location);
  onTestFinished(() => elsewhere.close());
  const people: Context[] = [];
  for (const name of ["Ada", "Grace", "Finn", "Ines", "Theo"])
    people.push(await join(ledger, name, "finance"));
  return people.map((ctx, place) => (place < 3 ? ctx : { ...ctx, db: elsewhere }));
}

const sound = { finalStates: 1, ownApprovals: 0, brokenLinks: 0, isChainWhole: true };

function expectRaced({ answers }: Race, requests: number): void {
  expect(Object.values(answers).reduce((sum, count) => sum + count, 0)).toBe(requests);
  // Somebody was faster at some time, and somebody did something.
  expect(answers).toMatchObject({ conflict: expect.any(Number), done: expect.any(Number) });
}

describeOnEveryDatabase("F17: 100 racing approvals and withdrawals", (open) => {
  it("of a baseline leave one state, approved by nobody who drafted it, told in order by the chain", async () => {
    const found = await raceBaselines(await fivePeople(open), 20);
    expect(found).toMatchObject(sound);
    expectRaced(found, 100);
  });

  it("of a business case leave one version approved, by two who wrote none of it", async () => {
    const found = await raceCases(await fivePeople(open), 20);
    expect(found).toMatchObject(sound);
    expectRaced(found, 100);
  });

  it("of a gate leave at most one review that waits, each decided one signed twice under one digest", async () => {
    const found = await raceGates(await fivePeople(open), 12);
    expect(found).toMatchObject(sound);
    expectRaced(found, 60);
  });

  it("of benchmarks leave one last version, retired once, approved by nobody who entered it", async () => {
    const found = await raceBenchmarks(await fivePeople(open), 20);
    expect(found).toMatchObject(sound);
    expectRaced(found, 100);
  });
});
