import { z } from "zod";
import { KpiKey } from "./ids.ts";
import { Retired } from "./retirement.ts";
import { Instant, VersionNumber } from "./values.ts";

const Counted = { counts: z.string().min(1).max(200), unit: z.string().min(1).max(60) };

/** The definition of a KPI, as a company writes it. Its key and version are given apart. */
export const KpiDefinition = z.strictObject({
  name: z.string().trim().min(1).max(80),
  sentence: z.string().trim().min(1).max(400),
  numerator: z.strictObject({ ...Counted, measure: z.enum(["count", "spend", "revenue", "duration"]) }),
  denominator: z.strictObject({ ...Counted, kind: z.enum(["exposure", "outcome", "input", "period"]) }),
  direction: z.enum(["higher", "lower"]),
  frequency: z.enum(["week", "month"]),
  dating: z.enum(["cohort", "event"]),
  maturationPeriods: z.number().int().min(0).max(104),
  role: z.enum(["outcome", "leading", "guardrail", "model"]),
  proportion: z.boolean(),
  minimumVolume: z.number().int().min(0).max(2_147_483_647),
  display: z.enum(["percent", "money", "number", "days", "hours", "multiple"]),
  owner: z.string().trim().min(1).max(80).nullable(),
});
export type KpiDefinition = z.infer<typeof KpiDefinition>;

/** One version of a KPI as it is kept. A change makes a new version, never a new meaning of old data. */
export const Kpi = KpiDefinition.extend({
  key: KpiKey,
  version: z.number().int().min(1),
  source: z.enum(["built-in", "own"]),
  /** What one unit of the numerator may be worth, in a plain sentence. */
  unitValueRule: z.string(),
  retired: Retired,
  madeAt: Instant,
  /** Who made this version; null where it came with Liftledger. */
  madeBy: z.string().nullable(),
});
export type Kpi = z.infer<typeof Kpi>;

/** The next version of a KPI, made from the one that was read. */
export const ChangeKpi = KpiDefinition.extend({ version: VersionNumber });
export type ChangeKpi = z.infer<typeof ChangeKpi>;

export const NewKpi = KpiDefinition.extend({ key: KpiKey });
export type NewKpi = z.infer<typeof NewKpi>;

export const UseCasePattern = z.object({
  key: z.string(),
  name: z.string(),
  sentence: z.string(),
  usualKpis: z.array(z.string()),
});
