import type { CaseSettings as WireSettings } from "@liftledger/contracts/business-case";
import type { CaseSettings } from "@liftledger/database/case-settings";
import type { PersonNames } from "../people/person-names.ts";

/** An organisation's rules for cases as they cross the wire. */
export function caseSettingsView(
  { discountRate, prices, ...settings }: CaseSettings,
  nameOf: PersonNames,
): WireSettings {
  return {
    ...settings,
    discountRate: discountRate === null || prices === null ? null : { annual: discountRate, prices },
    approvedBy: nameOf(settings.approvedBy),
    recordedBy: nameOf(settings.recordedBy),
  };
}
