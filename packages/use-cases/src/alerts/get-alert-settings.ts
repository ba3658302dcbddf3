import type { AlertSettings } from "@liftledger/contracts/alert-settings";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { alertSettingsInForce, alertSettingsView } from "./alert-settings.ts";

/** By which rules the organisation is alerted now, and from which address the server mails. */
export async function getAlertSettings(ctx: Context, mailFrom: string | null): Promise<AlertSettings> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  return alertSettingsView(await alertSettingsInForce(ctx, read), mailFrom, await personNames(ctx, read));
}
