import { realisationFault } from "@liftledger/roi/realisation";
import { z } from "zod";
import { ProRata } from "./claims.ts";
import { Id, KpiKey } from "./ids.ts";
import { costCategories, initiativeStatuses, longestInitiativeName, phases } from "./initiative-values.ts";
import {
  CurrencyCode,
  DecimalText,
  Instant,
  IsoDate,
  MonthText,
  PeriodText,
  ShareText,
  VersionNumber,
} from "./values.ts";

export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

export const InitiativeStatus = z.enum(initiativeStatuses);
export const CostCategory = z.enum(costCategories);
export type CostCategory = z.infer<typeof CostCategory>;

/** The outcome in one sentence with a number: "Reduce cycle time by 15 percent by 2027-03-31". */
export const Outcome = z.strictObject({
  kpiKey: KpiKey,
  change: z.enum(["increase", "decrease"]),
  percent: DecimalText,
  by: IsoDate,
});
export type Outcome = z.infer<typeof Outcome>;

export const NewInitiative = z.strictObject({
  name: z.string().trim().min(1).max(longestInitiativeName),
  outcome: Outcome,
  owner: z.string().trim().min(1).max(80),
  team: z.string().trim().min(1).max(80),
  useCasePattern: z.string().max(60),
  phase: Phase,
  startedOn: IsoDate,
  status: InitiativeStatus.default("active"),
});
export type NewInitiative = z.input<typeof NewInitiative>;

export const Initiative = z.object({
  initiativeId: Id,
  name: z.string(),
  /** Null where none is stated yet, as of one that came in with an inventory. */
  outcome: Outcome.nullable(),
  /** The outcome as a person reads it, its day as it sorts. */
  sentence: z.string(),
  owner: z.string(),
  team: z.string(),
  useCasePattern: z.string(),
  status: InitiativeStatus,
  phase: Phase,
  phaseEnteredOn: IsoDate,
  phaseHistory: z.array(z.object({ phase: Phase, enteredOn: IsoDate })),
  startedOn: IsoDate,
  version: z.number().int(),
  createdAt: Instant,
});
export type Initiative = z.infer<typeof Initiative>;

export const ChangeInitiative = z.strictObject({
  version: VersionNumber,
  name: z.string().trim().min(1).max(longestInitiativeName).optional(),
  outcome: Outcome.optional(),
  owner: z.string().trim().min(1).max(80).optional(),
  team: z.string().trim().min(1).max(80).optional(),
  status: InitiativeStatus.optional(),
  useCasePattern: z.string().max(60).optional(),
  /**
   * Enters a phase; the history keeps the one before. One that follows is entered through its gate: here only with the
   * reason why it goes without, which is kept and counted.
   */
  phase: z
    .strictObject({
      phase: Phase,
      enteredOn: IsoDate,
      withoutGate: z.string().trim().min(1).max(1000).optional(),
    })
    .optional(),
});
export type ChangeInitiative = z.infer<typeof ChangeInitiative>;

/**
 * What finance puts a price on. Every factor may be left out: then the benefit is "not valued yet",
 * never zero. Shares are decimals between 0 and 1.
 */
export const BenefitAssumptions = z.strictObject({
  /** Money per numerator unit at contribution margin; "1" for spend, the margin rate for revenue. */
  unitValue: DecimalText.optional(),
  attribution: ShareText.optional(),
  confidence: ShareText.optional(),
  /** Why the confidence is below 1: the named risk outside the interval. */
  confidenceReason: z.string().trim().max(400).optional(),
  /** Shares of the measured value by the furthest stage each reached; the rest stays claimed. */
  realisation: z
    .strictObject({ accepted: ShareText, redeployed: ShareText, cashed: ShareText })
    // As the engine adds them: to the last digit.
    .refine((stages) => realisationFault(stages) === null, {
      message: "the stages share one value: together at most 1",
    })
    .optional(),
  approvedBy: z.string().trim().min(1).max(80).optional(),
  /** The last period that is claimed: what comes later can be claimed by others. Without it the claim has no end. */
  claimUntil: PeriodText.optional(),
  /**
   * The first period they count for: what was assumed before counts for the periods before, and where nothing was they are
   * not claimed. Without it they count from the claim's start on. A period of a closed month is refused where they would
   * change what it is worth.
   */
  validFrom: PeriodText.optional(),
});
export type BenefitAssumptions = z.infer<typeof BenefitAssumptions>;

export const NewBenefit = z.strictObject({
  seriesId: Id,
  baselineId: Id.optional(),
  assumptions: BenefitAssumptions.default({}),
  proRata: ProRata.optional(),
});
export type NewBenefit = z.input<typeof NewBenefit>;

export const ChangeBenefit = z.strictObject({
  version: VersionNumber,
  baselineId: Id.optional(),
  assumptions: BenefitAssumptions.optional(),
  proRata: ProRata.optional(),
});
export type ChangeBenefit = z.infer<typeof ChangeBenefit>;

/** Takes a benefit back that was read at `version`. */
export const WithdrawBenefit = z.strictObject({
  version: VersionNumber,
  reason: z.string().trim().min(1).max(400),
});

/** That a share was brought down, because all claims together exceeded the whole. */
export const ScaledShare = z.object({ asked: ShareText, reason: z.string() });

/** The periods that one version of assumptions counts for. */
export const AssumptionStretch = z.object({
  /** Null from the claim's start on. */
  from: PeriodText.nullable(),
  /** Null where it goes on. */
  until: PeriodText.nullable(),
  version: z.number().int(),
  assumptions: BenefitAssumptions,
});
export type AssumptionStretch = z.infer<typeof AssumptionStretch>;

export const Benefit = z.object({
  benefitId: Id,
  initiativeId: Id,
  seriesId: Id,
  baselineId: Id.nullable(),
  version: z.number().int(),
  assumptions: BenefitAssumptions,
  assumptionsVersion: z.number().int(),
  assumptionsRecordedAt: Instant,
  /** Which version counts for which periods, the latest last: one, unless something else was assumed from a period on. */
  stretches: z.array(AssumptionStretch),
  scaled: ScaledShare.nullable(),
  /** From when on nothing is claimed any more; null of one that is claimed. */
  withdrawnAt: Instant.nullable(),
});
export type Benefit = z.infer<typeof Benefit>;

export const NewCostLine = z.strictObject({
  category: CostCategory,
  month: MonthText,
  amount: DecimalText.refine((text) => !text.startsWith("-"), {
    message: "a cost is not negative: a saving is a benefit",
  }),
  currency: CurrencyCode,
  kind: z.enum(["planned", "actual"]),
  source: z.string().trim().min(1).max(120).default("entered by hand"),
});
export type NewCostLine = z.input<typeof NewCostLine>;

export const NewCostLines = z.strictObject({ costLines: z.array(NewCostLine).min(1).max(1000) });

export const CostLine = NewCostLine.extend({
  costLineId: Id,
  source: z.string(),
  recordedAt: Instant,
  /** In the organisation's currency, where the line is in another: at the latest rate by the end of its month. */
  converted: z
    .object({
      amount: DecimalText,
      currency: CurrencyCode,
      rate: DecimalText,
      date: IsoDate,
      source: z.string(),
    })
    .nullable(),
});
export type CostLine = z.infer<typeof CostLine>;

/** "weigh": each control series by regression. "subtract": the movement of one, as it is (difference in differences). */
export const ControlMethod = z.enum(["weigh", "subtract"]);

/** A series that a baseline is compared with. */
const BaselineControl = z.object({
  seriesId: Id,
  /** As people call it: "Conversion rate (North)". */
  name: z.string(),
  /** What its design does with it; "left-out" where the ladder had too little history for it. */
  use: z.enum(["weighed", "subtracted", "left-out"]),
  /** Periods of it under a frozen baseline that somebody corrected since. */
  correctedSince: z.array(PeriodText),
});

/** Asks for a baseline of a series: the periods before `interventionStart`, as far back as given. */
export const NewBaseline = z.strictObject({
  seriesId: Id,
  interventionStart: PeriodText,
  /** First period of the pre-period; the whole history before the start when left out. */
  from: PeriodText.optional(),
  /** Last period of the pre-period; the last before the start when left out. */
  to: PeriodText.optional(),
  /** Periods of it whose bad numbers triggered the start: after a bad spell things get better by themselves. */
  leftOut: z.array(PeriodText).max(52).optional(),
  /** Declares a straight trend today. It is followed where that is before the start, and the history is long enough. */
  declareTrend: z.boolean().optional(),
  /**
   * Series that move alike and that no initiative works on, the one to be subtracted first: what moves them as well is
   * taken out. Each has a number for every period of the window.
   */
  controlSeriesIds: z.array(Id).max(5).optional(),
  /** What is done with them where the history allows either; the ladder decides where left out. */
  controlMethod: ControlMethod.optional(),
});
export type NewBaseline = z.infer<typeof NewBaseline>;

export const Baseline = z.object({
  baselineId: Id,
  seriesId: Id,
  interventionStart: PeriodText,
  preFrom: PeriodText.nullable(),
  preTo: PeriodText.nullable(),
  /** The last period it was asked to stand on; null for all up to the start. */
  windowTo: PeriodText.nullable(),
  /** Periods within it that it was asked not to stand on: what they showed triggered the start. */
  leftOut: z.array(PeriodText),
  /** The day on which a straight trend was declared; whether it is followed is said by the reasons. */
  trendDeclaredOn: IsoDate.nullable(),
  /** The series it is compared with, the best first. */
  controls: z.array(BaselineControl),
  /** What was asked to be done with them; null where the ladder decides. */
  controlMethod: ControlMethod.nullable(),
  prePeriods: z.number().int(),
  /** "flat", "fourier" (with a season), or "composed": with a declared trend or control series. */
  design: z.enum(["flat", "fourier", "composed"]),
  rung: z.string(),
  reasons: z.array(z.string()),
  status: z.enum(["draft", "frozen", "superseded"]),
  version: z.number().int(),
  draftedAt: Instant,
  /** Who drafted it, and does not freeze it. */
  draftedBy: z.string(),
  /** Who may freeze a draft: everybody with the role finance or admin but its author. Of no draft nobody. */
  approvers: z.array(z.string()),
  digest: z.string().nullable(),
  frozenAt: Instant.nullable(),
  frozenBy: z.string().nullable(),
  /** How it ended; null of one that stands, and where it ended before this was kept. */
  superseded: z
    .object({
      at: Instant,
      by: z.string(),
      /** Why it was unfrozen; null where a later one was frozen for the same start. */
      unfreezeReason: z.string().nullable(),
    })
    .nullable(),
  /** The baseline that was unfrozen for this one. */
  redraftOf: Id.nullable(),
  /**
   * The closed months whose figures it moves when it is frozen, unfrozen or superseded, which is refused until they are
   * reopened: from the first on that has a number of a benefit on it. Of a superseded one those since its start that were
   * closed when it ended.
   */
  closedMonths: z.array(MonthText),
  /** Periods under a frozen baseline that somebody corrected since. */
  correctedSince: z.array(PeriodText),
});
export type Baseline = z.infer<typeof Baseline>;

/** Takes a frozen baseline that was read at `version` back to a draft. */
export const UnfreezeBaseline = z.strictObject({
  version: VersionNumber,
  reason: z.string().trim().min(3).max(400),
});
export type UnfreezeBaseline = z.infer<typeof UnfreezeBaseline>;
