import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { at, openLedger } from "../testing/open-ledger.ts";
import { countSignInTry, forgetSignInTries } from "./sign-in-tries.ts";

describeOnEveryDatabase("countSignInTry", (open) => {
  it("refuses the twenty-first try for one e-mail, even of many at once, until a quarter of an hour is over", async () => {
    const ctx = await openLedger(open);
    const tries = Array.from({ length: 25 }, () => countSignInTry(ctx, "Ada@example.test"));
    const ended = await Promise.allSettled(tries);
    expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(5);
    await expect(countSignInTry(ctx, "ada@example.test")).rejects.toMatchObject({
      kind: "too-many-requests",
    });
    await countSignInTry(ctx, "ben@example.test");
    await countSignInTry(at(ctx, "2026-06-24T12:15:00.000Z"), "ada@example.test");
  });

  it("begins anew after the right password", async () => {
    const ctx = await openLedger(open);
    for (let tries = 0; tries < 20; tries += 1) await countSignInTry(ctx, "ada@example.test");
    await forgetSignInTries(ctx, "ada@example.test");
    await countSignInTry(ctx, "ada@example.test");
  });
});
