import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { ensureDefaultOrganisation } from "../organisations/ensure-default-organisation.ts";
import { join } from "../testing/join.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { personNames } from "./person-names.ts";

describeOnEveryDatabase("the names of people", (open) => {
  it("are those of the organisation, and in the demo those of the company's own as well", async () => {
    const ctx = await openLedger(open);
    const demo = { ...ctx, organisationId: "demo" };
    await ensureDefaultOrganisation(demo, { name: "Demo", currency: "EUR" });
    const grace = await join(ctx, "Grace", "finance");
    await join(demo, "Ines", "finance");
    const atDemo = await personNames(
      { ...grace, organisationId: "demo", homeOrganisationId: "default" },
      demo.db.read,
    );
    expect(["grace", "ines", "nobody"].map(atDemo)).toEqual(["Grace", "Ines", "nobody"]);
    // Nobody of the demo is known at home, and a guest of the demo is told of nobody else.
    const atHome = await personNames({ ...ctx, homeOrganisationId: "default" }, ctx.db.read);
    expect(["grace", "ines"].map(atHome)).toEqual(["Grace", "ines"]);
    const guest = { ...demo, actor: { ...demo.actor, personId: "guest", name: "Guest" } };
    const toGuest = await personNames({ ...guest, homeOrganisationId: null }, demo.db.read);
    expect(["grace", "ines"].map(toGuest)).toEqual(["grace", "Ines"]);
  });
});
