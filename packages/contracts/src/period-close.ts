import { z } from "zod";
import { Id } from "./ids.ts";
import { DecimalText, Instant, MonthText, PeriodText } from "./values.ts";

/** A month of the ledger: open, or closed by finance; with what is not there yet. */
export const Period = z.object({
  month: MonthText,
  status: z.enum(["open", "closed"]),
  /** A month can be closed once it has ended. */
  hasEnded: z.boolean(),
  closedAt: Instant.nullable(),
  closedBy: z.string().nullable(),
  /** How often it was reopened so far. */
  reopened: z.number().int(),
  /** Series that are still logged elsewhere, with their periods that touch this month and have no number. */
  missingLogs: z.array(
    z.object({ seriesId: Id, kpiName: z.string(), scope: z.string(), periods: z.array(PeriodText) }),
  ),
  /** Active initiatives that have started and have no actual cost in this month. */
  missingCosts: z.array(z.object({ initiativeId: Id, name: z.string() })),
});
export type Period = z.infer<typeof Period>;

/** What closing a month would settle: what is not there, and what is not valued in it. */
export const ClosePreview = z.object({
  period: Period,
  /** Benefits that are claimed in the month and not valued in it: to value them later wants the month reopened. */
  notValued: z.array(
    z.object({
      initiativeId: Id,
      initiative: z.string(),
      benefitId: Id,
      seriesId: Id,
      kpiName: z.string(),
      scope: z.string(),
      /** Each with what to do. */
      reasons: z.array(
        z.object({
          rule: z.enum(["no-frozen-baseline", "not-valued", "no-interval", "volume", "not-approved"]),
          what: z.string(),
        }),
      ),
    }),
  ),
});
export type ClosePreview = z.infer<typeof ClosePreview>;

/** What is said when a month is opened again. */
export const ReopenPeriod = z.strictObject({ reason: z.string().trim().min(3).max(400) });

/** The same of every closed month from one on. */
export const ReopenPeriods = ReopenPeriod.extend({ from: MonthText });

/** The months that were opened, oldest first; none where all were open. */
export const ReopenedPeriods = z.object({ rows: z.array(Period) });

const HeadlineFigures = z.object({
  realisedValue: DecimalText.nullable(),
  cost: DecimalText.nullable(),
  netRoi: DecimalText.nullable(),
  /** Of everything the figures were computed from: equal digests, equal inputs. */
  inputDigest: z.string(),
});

const RestatedFigures = z.object({
  before: HeadlineFigures.nullable(),
  after: HeadlineFigures.nullable(),
  /** After minus before; null unless both have the figure. */
  difference: z.object({
    realisedValue: DecimalText.nullable(),
    cost: DecimalText.nullable(),
    netRoi: DecimalText.nullable(),
  }),
});

/**
 * A closed month that was opened again: why, and what it did to the figures valued at its last day. Nothing is
 * known of the figures after until the month is closed again.
 */
export const Restatement = z.object({
  month: MonthText,
  closedAt: Instant,
  closedBy: z.string(),
  reopenedAt: Instant,
  reopenedBy: z.string(),
  reason: z.string(),
  closedAgainAt: Instant.nullable(),
  closedAgainBy: z.string().nullable(),
  portfolio: RestatedFigures,
  /** The initiatives whose inputs changed; all of them while the month is open. */
  initiatives: z.array(RestatedFigures.extend({ initiativeId: Id, name: z.string() })),
});
export type Restatement = z.infer<typeof Restatement>;
