/** What a history of a given length reaches, from nothing to two years. */
export type Rung = "none" | "point" | "indicative" | "short" | "half-year" | "year" | "seasonal";

/** One rung: it holds from its number of pre-periods up to the next rung's. */
export type LadderRow = {
  readonly from: number;
  readonly rung: Rung;
  /** The best evidence grade the series' own past can earn here. */
  readonly bestGrade: "C" | "D" | "E";
  /** Whether a yearly season can be told from chance. */
  readonly season: boolean;
  /** Whether there is enough to weigh control series by and to follow a declared trend. */
  readonly regression: boolean;
  /** Plain sentences for the person who asks why. */
  readonly reasons: readonly string[];
};

/** A ladder, and how many periods since the start a verdict rests on at least. */
export type Ladder = { readonly rows: readonly LadderRow[]; readonly leastPeriodsAfter: number };

const NO_HISTORY: LadderRow = {
  from: 0,
  rung: "none",
  bestGrade: "E",
  season: false,
  regression: false,
  reasons: [
    "There is no period before the start, so there is no lift: a hold-out, a staggered start or a control series would give one.",
  ],
};

const POINT_ONLY: LadderRow = {
  from: 1,
  rung: "point",
  bestGrade: "E",
  season: false,
  regression: false,
  reasons: ["One or two periods before the start give a point, but no idea of the noise around it."],
};

const NO_SEASON = "Less than two years of history cannot show a yearly season.";
const SENSITIVITY =
  "A segmented regression with Newey-West errors is shown beside it, to see how much hangs on the method.";
const PLACEBO = "A rolling placebo check counts how often the method cries wolf on this very series.";

/** Weekly series. */
const WEEKLY_ROWS: readonly LadderRow[] = [
  NO_HISTORY,
  POINT_ONLY,
  {
    from: 3,
    rung: "indicative",
    bestGrade: "D",
    season: false,
    regression: false,
    reasons: ["Three to seven weeks before the start: the interval is indicative."],
  },
  {
    from: 8,
    rung: "short",
    bestGrade: "D",
    season: false,
    regression: false,
    reasons: ["Under 26 weeks before the start: a flat baseline, without trend or season."],
  },
  {
    from: 26,
    rung: "half-year",
    bestGrade: "C",
    season: false,
    regression: true,
    reasons: [`A flat baseline on half a year or more. ${NO_SEASON}`, SENSITIVITY],
  },
  {
    from: 52,
    rung: "year",
    bestGrade: "C",
    season: false,
    regression: true,
    reasons: [`A flat baseline on a year or more. ${NO_SEASON}`, SENSITIVITY, PLACEBO],
  },
  {
    from: 104,
    rung: "seasonal",
    bestGrade: "C",
    season: true,
    regression: true,
    reasons: [
      "Two years or more before the start: a yearly season is part of the baseline.",
      SENSITIVITY,
      `${PLACEBO} Above 5% it widens the interval.`,
    ],
  },
];

/**
 * Monthly series. Grade C is counted in weeks of placebo-checked history, which a monthly series of
 * ordinary length cannot have: D at best.
 */
const MONTHLY_ROWS: readonly LadderRow[] = [
  NO_HISTORY,
  POINT_ONLY,
  {
    from: 3,
    rung: "indicative",
    bestGrade: "D",
    season: false,
    regression: false,
    reasons: ["Under twelve months before the start: the interval is indicative."],
  },
  {
    from: 12,
    rung: "short",
    bestGrade: "D",
    season: false,
    regression: true,
    reasons: [`A flat baseline on twelve months or more. ${NO_SEASON}`],
  },
];

export const LADDERS: Readonly<Record<"week" | "month", Ladder>> = {
  week: { rows: WEEKLY_ROWS, leastPeriodsAfter: 8 },
  month: { rows: MONTHLY_ROWS, leastPeriodsAfter: 3 },
};
