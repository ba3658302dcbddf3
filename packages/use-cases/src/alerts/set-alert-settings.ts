import type { AlertSettings, SetAlertSettings } from "@liftledger/contracts/alert-settings";
import { insertAlertSettings } from "@liftledger/database/alert-settings";
import { LostUpdateError } from "@liftledger/database/errors";
import { jsonText } from "@liftledger/database/json";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { alertSettingsInForce, alertSettingsView } from "./alert-settings.ts";

/** Sets by which rules the organisation is alerted from now on, as the next version after the one that was read. */
export async function setAlertSettings(
  ctx: Context,
  { version, ...fields }: SetAlertSettings,
  mailFrom: string | null,
): Promise<AlertSettings> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await alertSettingsInForce(ctx, tx);
    const found = before.kept?.version ?? 0;
    if (found !== version) throw new LostUpdateError("rules of alerts", ctx.organisationId, version, found);
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    const kept = { version: found + 1, settings: jsonText(fields), ...by };
    await insertAlertSettings(tx, ctx.organisationId, kept);
    const [was, is] = [before.fields, fields].map((said, place) => ({ version: found + place, ...said }));
    audit({
      action: "setAlertSettings",
      noun: "alert-settings",
      id: ctx.organisationId,
      before: was ?? null,
      after: is ?? null,
    });
    return alertSettingsView({ fields, kept }, mailFrom, await personNames(ctx, tx));
  });
}
