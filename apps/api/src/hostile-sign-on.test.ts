import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { afterAll, beforeAll, expect, it } from "vitest";
import { playSingleSignOn, waysToBeOdd } from "./testing/fuzz/play-single-sign-on.ts";
import { startSignInServer, type SignInServer } from "./testing/sign-in-server.ts";

let server: SignInServer;
beforeAll(async () => {
  server = await startSignInServer();
});
afterAll(() => server.stop());

describeOnEveryDatabase("odd answers of the company's sign-in server", (open, kind) => {
  it("let in nobody but whom they are of, and leave nothing half written (`npm run faults -- fuzz` sends 2,000)", async () => {
    const from = kind === "sqlite" ? 0 : 1000 * waysToBeOdd;
    const seeds = Array.from({ length: 2 * waysToBeOdd }, (_, place) => from + place);
    const { asked, statuses, faults } = await playSingleSignOn(await open(), seeds, server);
    expect(faults).toEqual([]);
    // One of the ways comes twice.
    expect(asked).toBe(seeds.length + 2);
    // Where everything were refused nothing would be shown of what is written.
    expect(statuses[200]).toBeGreaterThan(8);
    expect(statuses[401]).toBeGreaterThan(20);
  });
});
