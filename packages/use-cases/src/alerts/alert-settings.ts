import {
  AlertSettingsFields,
  type AlertSettings as WireSettings,
} from "@liftledger/contracts/alert-settings";
import { findAlertSettings, type AlertSettings } from "@liftledger/database/alert-settings";
import { parseJson } from "@liftledger/database/json";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import type { PersonNames } from "../people/person-names.ts";

/** By which rules an organisation is alerted that set none: each in the product, no mail before somebody wants it. */
export const usualAlertSettings: AlertSettingsFields = {
  rules: {
    "missing-week": { isOn: true, to: ["owner", "team"] },
    "late-cost": { isOn: true, to: ["owner", "finance"] },
    "verdict-changed": { isOn: true, to: ["owner", "finance"] },
    "lift-gone": { isOn: true, to: ["owner"] },
    "baseline-disturbed": { isOn: true, to: ["owner", "finance"] },
    "budget-overrun": { isOn: true, to: ["owner", "finance"] },
    "claim-conflict": { isOn: true, to: ["owner", "finance"] },
    "gate-due": { isOn: true, to: ["owner"] },
    "roadmap-late": { isOn: true, to: ["owner"] },
    "case-waiting": { isOn: true, to: ["finance"] },
  },
  quietHours: { from: "20:00", to: "07:00" },
  mail: false,
  weekly: { isOn: true, weekday: 1, to: ["owner", "contributor"] },
  monthly: { isOn: true, day: 5, to: ["finance"] },
};

/** The rules in force: those that were set last, or the usual ones at version 0. */
export async function alertSettingsInForce(
  ctx: Context,
  db: Reader,
): Promise<{ fields: AlertSettingsFields; kept: AlertSettings | undefined }> {
  const kept = await findAlertSettings(db, ctx.organisationId);
  return {
    kept,
    fields: kept === undefined ? usualAlertSettings : parseJson(AlertSettingsFields, kept.settings),
  };
}

/** The rules in force as they cross the wire. */
export function alertSettingsView(
  { fields, kept }: Awaited<ReturnType<typeof alertSettingsInForce>>,
  mailFrom: string | null,
  nameOf: PersonNames,
): WireSettings {
  return {
    ...fields,
    version: kept?.version ?? 0,
    recordedAt: kept?.recordedAt ?? null,
    recordedBy: kept === undefined ? null : nameOf(kept.recordedBy),
    mailFrom,
  };
}
