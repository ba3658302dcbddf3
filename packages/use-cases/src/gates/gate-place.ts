import { addDays } from "@liftledger/kpis/iso-date";
import { leavingPhase } from "@liftledger/roi/governance/gate-rules";
import type { GatePhase, Phase } from "@liftledger/roi/phase";

/** Which gate comes next for one in a phase: the phase it leads into, and the one it is in. Transform is the last. */
export interface GatePlace {
  into: GatePhase;
  leaving: Phase;
}

/** The gate that an initiative in a phase stands before. */
export function gateAfter(phase: Phase): GatePlace {
  const next = (Object.keys(leavingPhase) as GatePhase[]).find((into) => leavingPhase[into] === phase);
  return { into: next ?? "transform", leaving: phase };
}

/** What may be asked for there: nothing follows Transform. */
export function decisionsAt({ into, leaving }: GatePlace) {
  const others = ["hold", "stop", "graduate", "retire"] as const;
  return into === leaving ? [...others] : (["advance", ...others] as const);
}

/** The first day on which one may leave a phase that it entered on a day, as a day has one phase; null where that is past or today. */
export function leavesFrom(phaseEnteredOn: string, today: string): string | null {
  return phaseEnteredOn < today ? null : addDays(phaseEnteredOn, 1);
}
