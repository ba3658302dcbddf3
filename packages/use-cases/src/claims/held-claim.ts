import type { Period, PeriodType } from "@liftledger/kpis/period";

/** What one benefit claims: a share of the lift of a series, the same in each of its periods. */
export interface HeldClaim {
  readonly benefitId: string;
  readonly initiativeId: string;
  /** The initiative, by name. */
  readonly holder: string;
  readonly seriesId: string;
  /** The series as people call it: "Conversion rate (Shop)". */
  readonly series: string;
  readonly periodType: PeriodType;
  readonly share: string;
  readonly from: Period;
  /** The last period; null where the claim has no end. */
  readonly until: Period | null;
}

/** The money a series draws on, where it shares it: which pool, and which part of it. */
export interface PoolPlace {
  readonly poolId: string;
  readonly pool: string;
  readonly segment: readonly string[];
}

/** All that may be claimed twice together: the claims on some series, and the pools these draw on, by series id. */
export interface ClaimsBook {
  readonly claims: readonly HeldClaim[];
  readonly pools: ReadonlyMap<string, PoolPlace>;
}
