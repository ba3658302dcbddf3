import type { AlertNotice } from "@liftledger/roi/governance/advance-alerts";
import { expect, it } from "vitest";
import { alertNotice } from "./alert-notice.ts";

it.each<[AlertNotice["rule"], string]>([
  ["gate-due", "/org/initiatives/lead/gate"],
  ["roadmap-late", "/org/initiatives/lead/roadmap"],
  ["case-waiting", "/org/approvals"],
  ["lift-gone", "/org/initiatives/lead"],
])("leads of %s to where it is done", (rule, path) => {
  const said = { kind: "alert", rule, subject: "lead", name: rule, text: "So it is.", since: "2026-06-24" };
  const about = {
    alertId: "alert",
    organisation: { id: "org", name: "Example" },
    initiative: { id: "lead", name: "Lead scoring" },
  };
  expect(alertNotice(said as AlertNotice, about).path).toBe(path);
});
