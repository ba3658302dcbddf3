import { hole, leastComplete } from "@liftledger/kpis/data-quality/completeness";
import { mostLate } from "@liftledger/kpis/data-quality/timeliness";
import { reviewStall, trainingOfEarlyAdopters } from "../benchmark-library/programme-figures.ts";
import type { PublishedFigure } from "../benchmark-library/published-figure.ts";
import { benchmarkOf } from "../benchmark.ts";
import type { Phase } from "../phase.ts";

/** Where a threshold comes from: a published figure, or a rule of our own with its reason. */
export type ThresholdSource =
  | { kind: "published"; publisher: string; what: string }
  | { kind: "own"; because: string };

/** One limit of governance: what is held against it, and on which side of it something is found. */
export interface Threshold {
  what: string;
  value: number;
  unit: "months" | "days" | "share" | "count" | "points";
  /** "above" and "under" leave the limit itself alone; "from" includes it. */
  found: "above" | "under" | "from";
  source: ThresholdSource;
}

/**
 * Every limit by which governance finds something, once, with its source: published where there is a figure,
 * ours with the reason where there is none. Shares are ratios of 1.
 */
export const thresholds = {
  monthsInFoundation: phaseMonths("foundation"),
  monthsInPilots: phaseMonths("pilots"),
  monthsWithoutHandOverOwner: {
    what: "months in Pilots without an owner of the production hand-over",
    value: benchmarkOf("pilots").durationMonths[0],
    unit: "months",
    found: "above",
    source: ofPhase("pilots", "the shortest time that pilots take"),
  },
  workarounds: ours("manual workarounds logged in Pilots", 3, "count", "from", {
    because: "One or two are teething troubles; at three people work around it.",
  }),
  completeness: ours("share of a series' expected periods that are there", leastComplete, "share", "under", {
    because: "As the data quality of a series has it: under it a gap is a problem, whatever its shape.",
  }),
  lateShare: ours("share of a series' periods that were recorded late", mostLate, "share", "above", {
    because: "As the data quality of a series has it: more late than on time is a habit.",
  }),
  periodsInARow: ours("periods of a series missing in a row", hole, "count", "from", {
    because: "As the data quality of a series has it: three in a row are a hole, not a slip.",
  }),
  fewestPeriods: ours("periods that a series must have been expected for", 8, "count", "under", {
    because: "A verdict wants eight weeks too: of fewer, one missing week would be a finding.",
  }),
  monthsInReview: {
    what: "months for which a security review has been open",
    value: Number(reviewStall.low),
    unit: "months",
    found: "above",
    source: printed(reviewStall),
  },
  trainingShare: {
    what: "training's share of what was spent",
    value: Number(trainingOfEarlyAdopters.low),
    unit: "share",
    found: "under",
    source: printed(trainingOfEarlyAdopters),
  },
  monthsOfCost: ours("months of cost before training's share is judged", 3, "count", "under", {
    because: "Licences are paid before anybody can be trained on them.",
  }),
  loggingShare: ours("share of those who are to log that did in the last four weeks", 0.5, "share", "under", {
    because: "While at least half log, those who do not are away or forgot; under half it is not done.",
  }),
  adoptionGain: ours("relative change of adoption over four weeks", 0.05, "share", "under", {
    because: "Less than a twentieth more in a month is no growth that anybody would notice.",
  }),
  adoptionEnough: ours("adoption at which it need not grow", 0.8, "share", "under", {
    because: "Four of five is as many as ever use a tool of their own accord.",
  }),
  daysAdoptionStands: ours(
    "days since the end of the last week of adoption that was logged",
    28,
    "days",
    "above",
    {
      because: "As long as one look at it: after four weeks without a number nobody knows how it is.",
    },
  ),
  pilotsPerTeam: {
    what: "pilots and tool roll-outs that one team runs at once",
    value: 1,
    unit: "count",
    found: "above",
    source: ofPhase("pilots", "single use case deployment"),
  },
  useCasesInScale: {
    what: "use cases in Scale at once",
    value: 3,
    unit: "count",
    found: "above",
    source: ofPhase("scale", "expand to 2-3 use cases"),
  },
  initiativesPerSeries: ours("initiatives with a tool on one series", 1, "count", "above", {
    because: "Of two at once on one series nobody can say which of them moved it.",
  }),
  vendorsPerSeries: ours("vendors with a tool on one series", 1, "count", "above", {
    because: "Of two at once on one series nobody can say whose tool moved it.",
  }),
  initiativesPerUseCase: ours("initiatives with different tools for one use case", 1, "count", "above", {
    because: "One tool may serve several; with different ones the same work is done twice.",
  }),
  vendorsPerUseCase: ours("vendors with a tool for one use case", 1, "count", "above", {
    because: "Two tools for one use case are paid for, integrated and learned twice.",
  }),
  daysUntilCostIsLate: ours("days after a month's end by which its cost is booked", 10, "days", "above", {
    because: "Finance closes a month in its first two weeks.",
  }),
  overrun: ours("share by which spend to date is over the plan to date", 0.1, "share", "above", {
    because: "A tenth is within what a month's invoice may be early.",
  }),
  liftGone: ours("chance that the latest periods still show a gain", 0.5, "share", "under", {
    because: "Then no gain is likelier than one.",
  }),
  liftBack: ours("chance that the latest periods show a gain again", 0.9, "share", "from", {
    because: "Sure enough to say so: between it and a half the alert stays as it is.",
  }),
  claimed: ours("share of one lift that is claimed", 1, "share", "above", {
    because: "Claims divide one lift: more than all of it is money counted twice.",
  }),
  daysBeforeGate: ours("days until a gate is due", 14, "days", "above", {
    because: "Two weeks are needed to gather what the gate asks.",
  }),
  daysCaseWaits: ours("days for which a business case has waited for a decision", 7, "days", "above", {
    because: "Within a week everybody who may decide was at work once.",
  }),
} as const satisfies Record<string, Threshold>;

/** The name of a limit in the table. */
export type ThresholdKey = keyof typeof thresholds;

/**
 * Whether a value lies on the side of a limit on which something is found. A billionth is no difference: 1.1 − 1 is a
 * tenth, whatever doubles make of it.
 */
export function isFound(key: ThresholdKey, value: number): boolean {
  const { found, value: limit }: Threshold = thresholds[key];
  const side = Math.abs(value - limit) < 1e-9 ? 0 : value - limit;
  if (found === "above") return side > 0;
  return found === "under" ? side < 0 : side >= 0;
}

/** Where a limit comes from, as the end of a sentence: "Hashmeta", "our rule: …". */
export function sourceText(key: ThresholdKey): string {
  const { source }: Threshold = thresholds[key];
  return source.kind === "published" ? source.publisher : "our rule";
}

function phaseMonths(phase: Phase): Threshold {
  const value = benchmarkOf(phase).durationMonths[1];
  const what = `months in ${phase === "pilots" ? "Pilots" : "Foundation"}`;
  return {
    what,
    value,
    unit: "months",
    found: "above",
    source: ofPhase(phase, "the longest time that it takes"),
  };
}

function ofPhase(phase: Phase, what: string): ThresholdSource {
  return { kind: "published", publisher: benchmarkOf(phase).publisher, what };
}

function printed({ publisher, what }: PublishedFigure): ThresholdSource {
  return { kind: "published", publisher, what };
}

function ours(
  what: string,
  value: number,
  unit: Threshold["unit"],
  found: Threshold["found"],
  { because }: { because: string },
): Threshold {
  return { what, value, unit, found, source: { kind: "own", because } };
}
