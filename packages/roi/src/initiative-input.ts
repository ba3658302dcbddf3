import type { BenefitInput } from "./benefit-input.ts";
import type { BenchmarkSet } from "./benchmark-set.ts";
import type { CostInput } from "./cost-tree.ts";
import type { OwnHurdle } from "./own-hurdle.ts";
import type { PhaseEntry } from "./phase.ts";
import type { Readiness } from "./governance/readiness.ts";

/** Everything that is known of an initiative, as the engine reads it. All money is in one currency. */
export interface InitiativeInput {
  initiativeId: string;
  name: string;
  currency: string;
  /** Digits after the point of the currency's minor unit. */
  places: number;
  startedOn: string;
  phaseHistory: readonly PhaseEntry[];
  benefits: readonly BenefitInput[];
  costs: readonly CostInput[];
  /** Months that finance has closed, "2026-03". */
  closedMonths: readonly string[];
  /** The valuation date and the knowledge instant. */
  until: string;
  asOf: string;
  /** Seeds the simulation that adds several benefits up. */
  seed: number;
  /** The organisation's own benchmarks, where it is judged by them; the published ones otherwise. */
  benchmarks?: BenchmarkSet | undefined;
  /** The organisation's own hurdles, told beside the verdict; that of the phase it is in counts. */
  ownHurdles?: readonly OwnHurdle[];
  /** The gaps of readiness, by which Foundation is judged. */
  readiness?: Pick<Readiness, "ready" | "of" | "open">;
  /** Days after a month's end within which its cost is waited for; 14 where left out. */
  bookingGraceDays?: number;
}
