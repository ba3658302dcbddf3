import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { openApp } from "../testing/open-app.ts";
import { createAuth } from "./create-auth.ts";
import { testSecret } from "../testing/sign-in.ts";

describeOnEveryDatabase("looking up a session", (open) => {
  it("says what the database said, though it answers again a moment later", async () => {
    const { deps, cookie } = await openApp(open);
    const away = Object.assign(new Error("the database system is starting up"), { code: "57P03" });
    let isAway = true;
    const read = deps.db.read.withPlugin({
      transformQuery({ node }) {
        if (!isAway) return node;
        isAway = false;
        throw away;
      },
      transformResult: async ({ result }) => result,
    });
    const auth = createAuth({ db: { ...deps.db, read }, secret: testSecret, publicUrl: deps.publicUrl });
    await expect(auth.sessionOf(cookie)).rejects.toBe(away);
    expect(await auth.sessionOf(cookie)).toMatchObject({ personId: "local-administrator" });
  });
});
