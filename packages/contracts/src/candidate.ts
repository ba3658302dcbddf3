import { thresholds } from "@liftledger/roi/governance/thresholds";
import { z } from "zod";
import { Id } from "./ids.ts";
import { Phase } from "./initiative.ts";
import { DecimalText, Instant, IsoDate, KeptVersionNumber } from "./values.ts";

const Positive = DecimalText.refine((text) => Number(text) > 0, { message: "more than 0" });
const Source = z.string().trim().min(1).max(400);

/** What a candidate is ranked by. Null is "not estimated". */
const CandidateEstimateFields = z.strictObject({
  /** Weeks of one person until it runs. */
  effortWeeks: Positive.refine((text) => Number(text) <= 5200, { message: "5200 weeks at most" }).nullable(),
  /** What it could bring in its first year, in the organisation's currency, where somebody knows it otherwise than by its sentence. */
  statedValue: z.strictObject({ amount: DecimalText, source: Source }).nullable(),
  /** The series its sentence is reckoned on; the one it claims, or the only one of its KPI, where left open. */
  seriesId: Id.nullable(),
  /** What one unit of the KPI's numerator is worth, and who says so; where the KPI does not fix it. */
  unitWorth: z.strictObject({ amount: DecimalText, source: Source }).nullable(),
});

/** Takes the place of what was estimated as a whole; `version` is the one that was read, 0 where there is none. */
export const SetCandidateEstimate = CandidateEstimateFields.extend({ version: KeptVersionNumber });
export type SetCandidateEstimate = z.infer<typeof SetCandidateEstimate>;

/** An estimate as it is kept. */
export const KeptEstimate = CandidateEstimateFields;
export type KeptEstimate = z.infer<typeof KeptEstimate>;

export const CandidateEstimate = CandidateEstimateFields.extend({
  initiativeId: Id,
  /** From 1; 0 where nothing is estimated yet. */
  version: z.number().int(),
  recordedAt: Instant.nullable(),
  recordedBy: z.string().nullable(),
});
export type CandidateEstimate = z.infer<typeof CandidateEstimate>;

const Side = z.enum(["expected-value", "measurability", "readiness", "effort"]);

/** An idea that is not begun, in its place. */
export const Candidate = z.object({
  initiativeId: Id,
  name: z.string(),
  sentence: z.string(),
  owner: z.string(),
  team: z.string(),
  phase: Phase,
  phaseEnteredOn: IsoDate,
  /** Its place among those that can be ranked; the others come after them, with null. */
  place: z.number().int().nullable(),
  /** Its position in the list, ranked or not. */
  position: z.number().int(),
  /** Among the few to begin with: of high value and measurable. */
  isAmongTheFew: z.boolean(),
  /** Value a week of effort, counted as far as it can be measured and is ready, in the organisation's currency. */
  priority: DecimalText.nullable(),
  expectedValue: z
    .object({ amount: DecimalText, currency: z.string(), kind: z.enum(["stated", "sentence"]) })
    .nullable(),
  /** 0 to 5. */
  measurability: z.number().int(),
  /** Points of readiness for the next phase reached of all points, a ratio. */
  readiness: DecimalText,
  effortWeeks: DecimalText.nullable(),
  /** What it lacks to be ranked. */
  missing: z.array(z.string()),
  reasons: z.array(z.object({ side: Side, reason: z.string() })),
  /** Of the initiative, for changing it. */
  version: z.number().int(),
});
export type Candidate = z.infer<typeof Candidate>;

export const FocusWarningsQuery = z.strictObject({
  /** Warn as though this initiative were a pilot under way. */
  starting: Id.optional(),
});

const FocusKey = z
  .enum(Object.keys(thresholds) as (keyof typeof thresholds)[])
  .extract(["pilotsPerTeam", "useCasesInScale"]);

/** Too much at once. It stops nobody. */
export const FocusWarnings = z.object({
  warnings: z.array(
    z.object({
      key: FocusKey,
      team: z.string().nullable(),
      count: z.number().int(),
      limit: z.number(),
      initiativeIds: z.array(Id),
      text: z.string(),
      /** It is there, or grows, only because of the initiative that would start. */
      isOfStarting: z.boolean(),
    }),
  ),
});
export type FocusWarnings = z.infer<typeof FocusWarnings>;
