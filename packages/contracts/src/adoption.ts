import { z } from "zod";
import { Figure } from "./evaluation.ts";
import { Id, KpiKey } from "./ids.ts";
import { DecimalText, Instant, IsoDate, KeptVersionNumber, PeriodText } from "./values.ts";

export const AdoptionQuery = z.strictObject({ until: IsoDate.optional(), asOf: Instant.optional() });

/** Names the series that tells the adoption of an initiative, or none any more. */
export const SetAdoption = z.strictObject({
  /** The one that was read; 0 where nothing was ever named. */
  version: KeptVersionNumber,
  seriesId: Id.nullable(),
  /**
   * Whether the business case means the same by adoption. Only then is adoption told apart in its plan against actual: a
   * case may assume a share of visits where the series counts people.
   */
  sameAsCase: z.boolean().default(false),
});
export type SetAdoption = z.infer<typeof SetAdoption>;

const NamedSeries = z.object({ seriesId: Id, kpiKey: KpiKey, name: z.string() });

/** Which series told the adoption of an initiative at a version, by the name that it bears today. */
export const AdoptionVersion = z.object({
  initiativeId: Id,
  /** From 1. */
  version: z.number().int(),
  /** Null where none told it any more. */
  series: NamedSeries.nullable(),
  /** Whether the case was said to mean the same by adoption. */
  sameAsCase: z.boolean(),
  recordedAt: Instant,
  recordedBy: z.string(),
});
export type AdoptionVersion = z.infer<typeof AdoptionVersion>;

/** Four weeks of the calendar, of which those that were logged are pooled. */
const AdoptionLook = z.object({
  from: PeriodText,
  to: PeriodText,
  /** How many of the four were logged. */
  weeks: z.number().int(),
  share: z.number(),
});

/** How far an initiative is used: of those who could, how many did. */
export const Adoption = z.object({
  initiativeId: Id,
  until: IsoDate,
  asOf: Instant,
  /** The series that tells it; null where none is named. */
  series: NamedSeries.nullable(),
  /** From 1; 0 where nothing was ever named. */
  version: z.number().int(),
  recordedAt: Instant.nullable(),
  recordedBy: z.string().nullable(),
  /** Whether the case means the same by adoption: it is then told apart in its plan against actual. */
  sameAsCase: z.boolean(),
  /** Adoption by the last four weeks, to be explained by its id; null where no series is named. */
  figure: Figure.nullable(),
  now: AdoptionLook.nullable(),
  /** The four weeks before; null where they cannot be compared. */
  before: AdoptionLook.nullable(),
  /** The logged weeks that have ended by the day, oldest first. */
  weeks: z.array(z.object({ period: PeriodText, users: DecimalText, of: DecimalText })),
  /** What the approved business case assumes for the day, line by line; null where none is approved. */
  assumed: z
    .object({
      caseId: Id,
      caseNumber: z.number().int(),
      name: z.string(),
      lines: z.array(
        z.object({ lineId: z.string(), line: z.string(), share: DecimalText, source: z.string().nullable() }),
      ),
    })
    .nullable(),
});
export type Adoption = z.infer<typeof Adoption>;
