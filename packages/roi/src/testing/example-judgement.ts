import type { Distribution } from "../distribution.ts";
import type { Judgement } from "../judgement.ts";
import type { Phase } from "../phase.ts";

/** The cost of every example, in the currency's major unit. */
export const exampleCost = 1000;
const floors: Record<string, [floor: number, ceiling: number]> = {
  pilots: [0.3, 0.7],
  scale: [1, 3],
  transform: [3, Number.POSITIVE_INFINITY],
};

/** A value of which only the three chances are known on which the verdict turns. */
export function valueOfChances(phase: Phase, pays: number, floor: number, ceiling: number): Distribution {
  const [from = 0, to = 0] = floors[phase] ?? [];
  return {
    mean: 0,
    quantile: () => 0,
    probabilityAtLeast: (x) =>
      x >= (1 + to) * exampleCost ? ceiling : x >= (1 + from) * exampleCost ? floor : pays,
  };
}

/** A judgement that reads “On track” in Pilots, with what a test cares about. */
export function exampleJudgement(differences: Partial<Judgement> = {}): Judgement {
  return {
    missing: [],
    realisedValue: valueOfChances("pilots", 0.95, 0.6, 0.2),
    cost: exampleCost,
    roi: 0.4,
    inPhaseRoi: 0.4,
    phase: { phase: "pilots", enteredOn: "2025-01-01" },
    previousPhase: null,
    closedMonthsInPhase: 3,
    worsenedGuardrails: [],
    until: "2025-12-31",
    ...differences,
  };
}
