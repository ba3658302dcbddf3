import type { BaselineDesign } from "@liftledger/baselines/baseline-design";
import type { PlaceboCheck } from "@liftledger/baselines/placebo-check";
import type { Kpi } from "@liftledger/kpis/kpi";
import type { Period, PeriodType } from "@liftledger/kpis/period";
import type { ValueFactors } from "./benefit-value.ts";
import type { ExplanationSource } from "./explanation.ts";
import type { Measurement } from "./measurement.ts";
import type { RealisationFacts } from "./realisation.ts";

/** One logged period of a series as the engine reads it: exact decimals and where they come from. */
export interface SnapshotValue {
  period: Period;
  numerator: string;
  denominator: string;
  source: ExplanationSource;
}

/** The baseline a benefit refers to, with the snapshots it stands on. */
export interface BaselineInput {
  status: "draft" | "frozen";
  design: BaselineDesign;
  /** Whether another initiative already worked on the series in the pre-period. */
  contaminated: boolean;
  before: readonly SnapshotValue[];
  /** The series that the design names (controls, a subtracted series), before and since the start, in order. */
  controls?: Readonly<Record<string, readonly SnapshotValue[]>> | undefined;
  /** What each of them counts, where that is another KPI than the series'. */
  controlKpis?: Readonly<Record<string, Kpi>> | undefined;
  /** Those of them that an initiative claims itself by the valuation date. */
  claimedControls?: readonly string[] | undefined;
  /** The placebo check of these very periods and this design, where it was made before: it is the slowest step. */
  placebo?: PlaceboCheck | undefined;
}

/** A baseline of a benefit's series that somebody has yet to freeze, or that is frozen and not taken into use for it. */
export interface PendingBaseline {
  status: "draft" | "frozen";
  /** Who drafted or froze it, and the day. */
  by: string;
  on: string;
}

/** Factors that counted up to a period, which is the first that others count for. */
export interface EarlierFactors {
  before: Period;
  factors: ValueFactors;
  source: ExplanationSource;
}

/** One benefit: what an initiative claims on a series, and all that is known of it. */
export interface BenefitInput {
  benefitId: string;
  /** Benefits on one series share its noise, whoever claims them. */
  seriesId: string;
  kpi: Kpi;
  scope: string;
  periodType: PeriodType;
  /** First period that counts: the later of the baseline's intervention start and the initiative's start. */
  claimFrom: Period;
  /** Last period that counts, where the claim has an end. */
  claimUntil?: Period | undefined;
  baseline: BaselineInput | null;
  /** What somebody has to do next about its baseline, where that is known: the draft it stands on, or one beside it. */
  pendingBaseline?: PendingBaseline | undefined;
  /** Logged periods from `claimFrom` to `claimUntil`, up to the valuation date, in order. */
  after: readonly SnapshotValue[];
  /** What counts for all periods, or for those that `earlier` leaves. */
  factors: ValueFactors;
  factorsSource: ExplanationSource;
  /** What counted for earlier periods, in their order; nothing where one set of factors counts for all of them. */
  earlier?: readonly EarlierFactors[] | undefined;
  /** How the units come about that money is put on; the series against its own baseline where left out. */
  measurement?: Measurement | undefined;
  /** What decides whether a realised stage counts; nothing where left out. */
  realisation?: RealisationFacts | undefined;
  /** The money it draws on, where that is shared: two series of one pool are the same money. */
  valuePool?: { pool: string; segment: readonly string[] } | undefined;
}
