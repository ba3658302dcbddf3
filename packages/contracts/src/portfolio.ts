import { z } from "zod";
import { Band, EvidenceGrade, Figure, SentenceParts, ToDatePoint, Verdict } from "./evaluation.ts";
import { Phase } from "./initiative.ts";
import { CurrencyCode, Instant, IsoDate } from "./values.ts";

export const PortfolioRow = z.object({
  initiativeId: z.string(),
  name: z.string(),
  sentence: z.string(),
  owner: z.string(),
  team: z.string(),
  phase: Phase,
  status: z.string(),
  useCasePattern: z.string(),
  verdict: Verdict,
  band: Band.nullable(),
  netRoi: Figure,
  realisedValue: Figure,
  cost: Figure,
  grade: EvidenceGrade.nullable(),
  lastLoggedOn: IsoDate.nullable(),
});
export type PortfolioRow = z.infer<typeof PortfolioRow>;

/** A rate of the portfolio against the industry's; without a figure, with a reason, while there is no such rate. */
export const FunnelRate = z.object({
  /** "2 of 5 pilots reached Scale (likely 19% to 66%): too few to tell apart from the published 4 of 33 (…)." */
  sentence: z.string(),
  figure: Figure.nullable(),
  /** The published rate, 0 to 1; null without a figure. */
  published: z.number().nullable(),
  publisher: z.string().nullable(),
  against: z.enum(["lower", "no-difference", "higher", "not-comparable"]).nullable(),
});
export type FunnelRate = z.infer<typeof FunnelRate>;

export const Portfolio = z.object({
  organisationId: z.string(),
  organisationName: z.string(),
  isDemo: z.boolean(),
  currency: CurrencyCode,
  until: IsoDate,
  asOf: Instant,
  engineVersion: z.string(),
  /** "The portfolio has returned 74% on cost so far" */
  headline: z.string(),
  headlineParts: SentenceParts,
  subline: z.string(),
  sublineParts: SentenceParts,
  figures: z.object({
    netRoi: Figure,
    realisedValue: Figure,
    cost: Figure,
    netBenefit: Figure,
    /** Everything spent, on what cannot be judged yet too, and the return over it. */
    costOfAll: Figure,
    netRoiOfAll: Figure,
    /** Counts of initiatives, explained by their names. */
    meetingBenchmark: Figure,
    needsDecision: Figure,
    medianRoi: Figure,
    lowerQuartile: Figure,
    upperQuartile: Figure,
  }),
  /** How far the initiatives have come, against what is published of other companies. */
  funnel: z.object({
    reachedScale: FunnelRate,
    returnsAtScale: FunnelRate,
    scrapped: FunnelRate,
    /** In pilots still: they can change the rates. */
    undecided: z.number().int(),
  }),
  counts: z.object({
    initiatives: z.number().int(),
    /** Of these, the ideas that are not begun. */
    candidates: z.number().int(),
    judged: z.number().int(),
    meetingBenchmark: z.number().int(),
    needsDecision: z.number().int(),
    tooEarly: z.number().int(),
  }),
  medianRoi: z.number().nullable(),
  quartiles: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  rows: z.array(PortfolioRow),
  /** Row ids in the order in which they want a decision. */
  needsDecision: z.array(z.string()),
  /** Why the first of them want one, in their order and in pieces: where each number of a benchmark comes from. */
  decisionReasons: z.array(SentenceParts),
  toDate: z.array(
    ToDatePoint.pick({
      period: true,
      lastDay: true,
      value: true,
      valueLow: true,
      valueHigh: true,
      cost: true,
    }),
  ),
});
export type Portfolio = z.infer<typeof Portfolio>;

/** The portfolio on one screen: what was spent, what came back, and what is to be decided. */
export const Board = Portfolio.pick({
  organisationName: true,
  currency: true,
  until: true,
  asOf: true,
  engineVersion: true,
  headline: true,
  headlineParts: true,
  subline: true,
  sublineParts: true,
  figures: true,
  counts: true,
}).extend({
  /** The most pressing first, as the portfolio has them. */
  decisions: z.array(
    PortfolioRow.pick({
      initiativeId: true,
      name: true,
      owner: true,
      team: true,
      phase: true,
      verdict: true,
      band: true,
      netRoi: true,
      realisedValue: true,
      cost: true,
    }).extend({ decisionAsked: z.string(), costOfStopping: Figure }),
  ),
  /** How many more initiatives need a decision than a screen has room for. */
  more: z.number().int(),
});
export type Board = z.infer<typeof Board>;
