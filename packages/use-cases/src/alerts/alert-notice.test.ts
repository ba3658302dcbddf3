import type { AlertNotice } from "@liftledger/roi/governance/advance-alerts";
import { expect, it } from "vitest";
import { alertNotice } from "./alert-notice.ts";

const overdue = "Leads: 2026-W23 has been overdue since 2026-06-14. It counts as missing, not as zero.";

it.each<[AlertNotice["rule"], string, string?]>([
  ["gate-due", "/org/initiatives/lead/gate"],
  ["roadmap-late", "/org/initiatives/lead/roadmap"],
  ["case-waiting", "/org/approvals"],
  ["lift-gone", "/org/initiatives/lead"],
  ["missing-week", "/org/log"],
  ["missing-week", "/org/log?period=2026-W23", overdue],
])("leads of %s to where it is done", (rule, path, text = "So it is.") => {
  const said = { kind: "alert", rule, subject: "lead", name: rule, text, since: "2026-06-24" };
  const about = {
    alertId: "alert",
    organisation: { id: "org", name: "Example" },
    initiative: { id: "lead", name: "Lead scoring" },
  };
  expect(alertNotice(said as AlertNotice, about).path).toBe(path);
});
