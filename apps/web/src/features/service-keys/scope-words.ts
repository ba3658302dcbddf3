import type { ServiceKey } from "@liftledger/contracts/access";
import { t } from "../../words.ts";

/** What a key may be made for, in the reader's words. */
export const scopeWords: Record<ServiceKey["scopes"][number], { name: string; may: string }> = {
  read: { name: t`Read`, may: t`figures, series, initiatives` },
  log: { name: t`Log`, may: t`numbers, imports, new series` },
  plan: { name: t`Plan`, may: t`initiatives, claims, costs, baseline drafts` },
  approve: { name: t`Approve`, may: t`values, rates, benchmarks, KPI definitions` },
  audit: { name: t`Audit`, may: t`read and export the audit log` },
};
