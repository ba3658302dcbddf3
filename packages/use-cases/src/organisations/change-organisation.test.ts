import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addExchangeRates } from "../exchange-rates/add-exchange-rates.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { changeOrganisation } from "./change-organisation.ts";
import { dayOf } from "./day-of.ts";
import { onItsDay } from "./on-its-day.ts";

describeOnEveryDatabase("changeOrganisation", (open) => {
  it("changes the organisation that was asked about, once from each version, and only what is said", async () => {
    const ctx = await openLedger(open);
    const rename = (organisationId: string, name: string) =>
      changeOrganisation(ctx, { organisationId, version: 1, name });
    await expect(rename("demo", "Vance")).rejects.toMatchObject({ name: "NotFoundError" });
    const renamed = { name: "Vance", currency: "EUR", timeZone: "UTC", version: 2 };
    expect(await rename("default", "Vance")).toMatchObject(renamed);
    await expect(rename("default", "Okoro")).rejects.toMatchObject({
      name: "LostUpdateError",
      foundVersion: 2,
    });
    const finance = { ...ctx, actor: { ...ctx.actor, role: "finance" as const } };
    await expect(
      changeOrganisation(finance, { organisationId: "default", version: 2, name: "Okoro" }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("says which day it is by the organisation's clock", async () => {
    const ctx = { ...(await openLedger(open)), now: "2026-06-30T22:30:00.000Z", today: "2026-06-30" };
    expect((await onItsDay(ctx)).today).toBe("2026-06-30");
    await changeOrganisation(ctx, { organisationId: "default", version: 1, timeZone: "Europe/Berlin" });
    const there = await onItsDay(ctx);
    expect(there.today).toBe("2026-07-01");
    // What a sentence says of an instant is the day of the same clock.
    expect([dayOf(ctx, ctx.now), dayOf(there, ctx.now)]).toEqual(["2026-06-30", "2026-07-01"]);
    expect(await onItsDay({ ...ctx, organisationId: "none" })).toMatchObject({ today: "2026-06-30" });
  });

  it("takes another currency until there is money in the one it has", async () => {
    const ctx = await openLedger(open);
    const change = (version: number, currency: string) =>
      changeOrganisation(ctx, { organisationId: "default", version, currency });
    await expect(change(1, "XXX")).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "currency", seen: "XXX" }],
    });
    expect(await change(1, "USD")).toMatchObject({ currency: "USD", version: 2 });
    const rates = ["0.91", "0.92"].map((rate, place) => ({
      from: "EUR",
      date: `2026-05-2${place}`,
      rate,
      source: "bank",
    }));
    await addExchangeRates(ctx, { rates });
    await expect(change(2, "EUR")).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("Money is counted in USD here already: 2 exchange rates."),
    });
    expect(await change(2, "USD")).toMatchObject({ currency: "USD", version: 3 });
  });
});
