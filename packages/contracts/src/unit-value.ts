import { z } from "zod";
import { KpiKey } from "./ids.ts";
import { Benefit } from "./initiative.ts";
import { CurrencyCode, Instant } from "./values.ts";

/** What one benefit is assumed to be worth: its unit value, share, confidence and realisation, and who stands for them. */
export const UnitValue = Benefit.omit({ withdrawnAt: true }).extend({
  initiative: z.string(),
  kpiKey: KpiKey,
  kpiName: z.string(),
  scope: z.string(),
  /** Of the worth of a unit. */
  currency: CurrencyCode,
  /** *unset* while nothing is set but what the KPI dictates; *no-money* of a KPI that carries none. */
  state: z.enum(["approved", "proposed", "unset", "no-money"]),
  /** Who first set it as it stands; null where nothing is set. */
  proposedBy: z.string().nullable(),
  proposedAt: Instant.nullable(),
  approvedBy: z.string().nullable(),
  /** Of what is proposed, whether the caller may approve it; null where nothing waits. */
  decision: z.enum(["yours", "own", "finance"]).nullable(),
  /** Who may, by name. */
  approvers: z.array(z.string()),
});
export type UnitValue = z.infer<typeof UnitValue>;
