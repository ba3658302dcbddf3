import { createClient } from "@liftledger/contracts/client";
import { lendAnswerBytes } from "@liftledger/use-cases/answer-bytes";
import { addAnnotation } from "@liftledger/use-cases/annotations/add-annotation";
import { getPortfolio } from "@liftledger/use-cases/evaluation/get-portfolio";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { makeInitiative } from "@liftledger/use-cases/testing/example-initiative";
import { expect, it, onTestFinished } from "vitest";
import { createApp } from "./app.ts";
import { serve } from "./serve.ts";
import { openSqlite } from "./testing/open-sqlite.ts";
import { signedIn } from "./testing/sign-in.ts";
import { testContext, testDeps } from "./testing/test-deps.ts";

it("writes a portfolio into the memory of an earlier one once that was sent", async () => {
  const { db, remove } = await openSqlite();
  onTestFinished(remove);
  const deps = testDeps(db);
  const ctx = testContext(deps);
  await ensureDefaultOrganisation(ctx, { name: "My company", currency: "EUR" });
  const { initiativeId } = await makeInitiative(ctx, "Scoring");
  const server = await serve(createApp(deps), { host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  const Cookie = await signedIn(db, { personId: "admin", role: "admin", signedInAt: deps.now() });
  const client = createClient({ baseUrl: server.address, organisationId: "default", headers: { Cookie } });

  /** Where the portfolio stands after a change; sent, and its bytes given back. */
  const memoryAfterChange = async () => {
    await addAnnotation(ctx, { initiativeId, from: "2026-06-01", text: "All visitors see it" });
    await client.call("getPortfolio", { query: {} });
    const { bytes, giveBack } = lendAnswerBytes(await getPortfolio(ctx, {}));
    giveBack();
    return bytes.buffer;
  };
  // A response is closed a moment after its last byte was read.
  await expect
    .poll(async () => {
      const first = await memoryAfterChange();
      const second = await memoryAfterChange();
      const third = await memoryAfterChange();
      return { second: second !== first, third: third === first };
    })
    .toEqual({ second: true, third: true });
});
