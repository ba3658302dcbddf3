import type { ServiceKey } from "@liftledger/contracts/access";

/** What a key may be made for, in the reader's words. */
export const scopeWords: Record<ServiceKey["scopes"][number], { name: string; may: string }> = {
  read: { name: "Read", may: "figures, series, initiatives" },
  log: { name: "Log", may: "numbers, imports, new series" },
  plan: { name: "Plan", may: "initiatives, claims, costs, baseline drafts" },
  approve: { name: "Approve", may: "values, rates, benchmarks, KPI definitions" },
  audit: { name: "Audit", may: "read and export the audit log" },
};
