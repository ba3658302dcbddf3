import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import type { Context } from "../context.ts";
import { createImport } from "../imports/create-import.ts";
import { listImports } from "../imports/list-imports.ts";
import { changePerson } from "../people/change-person.ts";
import { erasePerson } from "../people/erase-person.ts";
import { removePerson } from "../people/remove-person.ts";
import { createSeries } from "../series/create-series.ts";
import { createServiceKey } from "../service-keys/create-service-key.ts";
import { revokeServiceKey } from "../service-keys/revoke-service-key.ts";
import { listTeams } from "../teams/list-teams.ts";
import { conversionRecipe } from "../testing/conversion-recipe.ts";
import { join } from "../testing/join.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { textFile } from "../testing/text-file.ts";

const recipe = conversionRecipe({ scope: "All channels" });

/** Imports a file of one row; before its first byte is read, something else happens. */
function importMeanwhile(ctx: Context, meanwhile: () => Promise<unknown>) {
  const file = textFile("funnel.csv", ["Day,Visits,Orders", "2026-05-04,100,5"]);
  const open = async function* () {
    await meanwhile();
    yield* file.open();
  };
  return createImport(ctx, { file: { ...file, open }, recipe });
}

describeOnEveryDatabase("actorNow, in an import that is under way", (open) => {
  it.each([
    ["access was taken away", removePerson, "Your access was taken away"],
    ["name was erased", erasePerson, "Your access was taken away"],
    [
      "role was lowered",
      (ctx: Context, person: { personId: string }) =>
        changePerson(ctx, { ...person, version: 1, role: "viewer" }),
      "Your role was changed to viewer",
    ],
  ])("writes nothing for a person whose %s", async (_what, change, words) => {
    const ctx = await openLedger(open);
    const person = await join(ctx, "Ada", "contributor");
    const running = importMeanwhile(person, () => change(ctx, { personId: "ada" }));
    await expect(running).rejects.toMatchObject({
      kind: "forbidden",
      message: `${words} while this was under way. Nothing was written.`,
    });
    expect((await listImports(ctx, { limit: 10 })).rows).toEqual([]);
  });

  it("lets a contributor change what is of the teams they are in by then, and nothing else", async () => {
    const ctx = await openLedger(open);
    const person = await join(ctx, "Ada", "contributor");
    const { initiativeId } = await makeInitiative(ctx);
    const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "All channels" });
    await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
    const [team] = (await listTeams(ctx)).rows;
    const into = (teamIds: string[], version: number) => () =>
      changePerson(ctx, { personId: "ada", version, teamIds });
    await expect(importMeanwhile(person, into([], 1))).rejects.toMatchObject({ kind: "forbidden" });
    const { importId } = await importMeanwhile(person, into([team?.teamId ?? ""], 2));
    expect(importId).not.toBeNull();
  });

  it("writes nothing for a key that was ended, and does for one that was not", async () => {
    const ctx = await openLedger(open);
    const wanted = { name: "Warehouse", scopes: ["log" as const], teamIds: null, days: 30 };
    const { serviceKey } = await createServiceKey(ctx, wanted);
    const { keyId, name } = serviceKey;
    const program: Context = {
      ...ctx,
      actor: { personId: keyId, name, role: "contributor", teamIds: "all" },
    };
    await expect(importMeanwhile(program, () => revokeServiceKey(ctx, { keyId }))).rejects.toMatchObject({
      kind: "forbidden",
      message: "This service key was ended while this was under way. Nothing was written.",
    });
    const other = await createServiceKey(ctx, wanted);
    const actor = { ...program.actor, personId: other.serviceKey.keyId };
    const { importId } = await importMeanwhile({ ...ctx, actor }, async () => {});
    expect(importId).not.toBeNull();
  });
});
