import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { openLedger } from "../testing/open-ledger.ts";
import { renameOrganisation } from "./rename-organisation.ts";

describeOnEveryDatabase("renameOrganisation", (open) => {
  it("gives the organisation that was asked about another name, once from each version", async () => {
    const ctx = await openLedger(open);
    const rename = (organisationId: string, name: string) =>
      renameOrganisation(ctx, { organisationId, version: 1, name });
    await expect(rename("demo", "Vance")).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await rename("default", "Vance")).toMatchObject({ name: "Vance", version: 2 });
    await expect(rename("default", "Okoro")).rejects.toMatchObject({
      name: "LostUpdateError",
      foundVersion: 2,
    });
    const finance = { ...ctx, actor: { ...ctx.actor, role: "finance" as const } };
    await expect(
      renameOrganisation(finance, { organisationId: "default", version: 2, name: "Okoro" }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});
