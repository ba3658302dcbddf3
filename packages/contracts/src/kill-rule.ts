import { killMeasures, type KillMeasure } from "@liftledger/roi/governance/kill-rules";
import { z } from "zod";
import { GateInto } from "./gate.ts";
import { Id } from "./ids.ts";
import { DecimalText, Instant, VersionNumber } from "./values.ts";

const Measure = z.enum(Object.keys(killMeasures) as KillMeasure[]);

/** A rule, declared before a phase, that ends an initiative in it. */
export const NewKillRule = z.strictObject({
  phase: GateInto,
  measure: Measure,
  /** It is met when the measure lies on this side of the limit. */
  when: z.enum(["under", "above"]),
  /** Ratios of 1, money in the organisation's currency, months. */
  limit: DecimalText,
  /** Months of the phase that must have passed before it is looked at. */
  afterMonths: z.number().int().min(0).max(120).default(0),
});
export type NewKillRule = z.infer<typeof NewKillRule>;

export const WithdrawKillRule = z.strictObject({
  version: VersionNumber,
  reason: z.string().trim().min(1).max(1000),
});
export type WithdrawKillRule = z.infer<typeof WithdrawKillRule>;

/** A rule, and how it stands today. */
export const KillRule = z.object({
  killRuleId: Id,
  initiativeId: Id,
  initiative: z.string(),
  version: z.number().int(),
  phase: GateInto,
  measure: Measure,
  when: z.enum(["under", "above"]),
  limit: DecimalText,
  afterMonths: z.number().int(),
  declaredAt: Instant,
  declaredBy: z.string(),
  withdrawnAt: Instant.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawReason: z.string().nullable(),
  /** "other-phase": it is of a phase that the initiative is not in. "over": the initiative is, or the rule is withdrawn. */
  result: z.enum(["met", "not-met", "unknown", "not-due", "declared-too-late", "other-phase", "over"]),
  /** With its figures. */
  text: z.string(),
});
export type KillRule = z.infer<typeof KillRule>;
