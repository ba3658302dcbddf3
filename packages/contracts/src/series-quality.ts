import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant, IsoDate, PeriodText } from "./values.ts";

const Share = z.number().min(0).max(1);

/** One thing that was found in the numbers of a series. */
const QualityFinding = z.object({
  /** *problem*: figures made of it are wrong or will mislead; *look*: a person should look; *note*: good to know. */
  severity: z.enum(["problem", "look", "note"]),
  /** The periods concerned, in order; empty where it concerns the series as a whole. */
  periods: z.array(PeriodText),
  sentence: z.string(),
});

const QualityCheck = z.object({
  check: z.enum([
    "completeness",
    "timeliness",
    "outliers",
    "impossible-values",
    "constant-runs",
    "provenance",
    "partial-periods",
  ]),
  status: z.enum(["fine", "found", "not-judged"]),
  sentence: z.string(),
  findings: z.array(QualityFinding),
});
export type QualityCheck = z.infer<typeof QualityCheck>;

/** How good the numbers of a series are, and who stands on them. */
export const SeriesQuality = z.object({
  seriesId: Id,
  until: IsoDate,
  asOf: Instant,
  /** *poor* with any problem, *fair* with anything to look at; under 4 periods a series is not judged. */
  grade: z.enum(["good", "fair", "poor", "not-judged"]),
  /** Why this grade. */
  sentence: z.string(),
  periods: z.number().int(),
  completeness: z.object({
    expected: z.number().int(),
    present: z.number().int(),
    share: Share.nullable(),
    missing: z.array(PeriodText),
  }),
  /** From the end of a period to its first recording; history loaded at the beginning is not judged. */
  timeliness: z.object({
    judged: z.number().int(),
    medianDays: z.number().nullable(),
    late: z.array(PeriodText),
    lateShare: Share.nullable(),
  }),
  /** The sources whose numbers count, in the order in which they first appear. */
  sources: z.array(z.string()),
  /** The periods in which another source stands beside and says something else. */
  disagreements: z.array(PeriodText),
  /** The periods that are shown but do not count yet, by the KPI's maturation window. */
  immature: z.array(PeriodText),
  checks: z.array(QualityCheck),
  /** The benefits claimed on the series, of initiatives that would be misled by wrong numbers. */
  usedBy: z.array(
    z.object({
      benefitId: Id,
      initiativeId: Id,
      initiative: z.string(),
      /** The first period that counts for it. */
      from: PeriodText,
    }),
  ),
  /** The baselines of other series that take this one for comparison, each with a benefit under which it is found. */
  comparedBy: z.array(
    z.object({
      baselineId: Id,
      status: z.enum(["draft", "frozen"]),
      /** What is compared: a KPI and its scope. */
      kpiName: z.string(),
      scope: z.string(),
      benefitId: Id,
      initiativeId: Id,
      initiative: z.string(),
    }),
  ),
});
export type SeriesQuality = z.infer<typeof SeriesQuality>;

export const SeriesQualityQuery = z.object({
  /** The day of the judgement; today when left out. */
  until: IsoDate.optional(),
  asOf: Instant.optional(),
});
