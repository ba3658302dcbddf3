import type { Band } from "./benchmark.ts";
import type { Phase } from "./phase.ts";

/** What an organisation asks of its own initiatives in a phase, beside the published band. Ratios of net ROI. */
export interface OwnHurdle {
  name: string;
  phase: Phase;
  floor: number;
  ceiling: number | null;
  /** Who set it. */
  setBy: string;
}

/**
 * An organisation's own hurdle as a band: cumulative and net, since whoever sets it says so. Throws a RangeError
 * where the ceiling does not lie above the floor or the floor is a loss of more than everything.
 *
 * @example ownBand({ name: "our hurdle", phase: "pilots", floor: 0.5, ceiling: null, setBy: "Finance" })
 */
export function ownBand({ name, phase, floor, ceiling, setBy }: OwnHurdle): Band {
  if (!Number.isFinite(floor) || floor < -1)
    throw new RangeError(`A hurdle is a net ROI of −100% or more, not ${floor}`);
  if (ceiling !== null && !(ceiling > floor))
    throw new RangeError(`The ceiling of a hurdle (${ceiling}) lies above its floor (${floor})`);
  return {
    phase,
    floor,
    ceiling,
    publisher: setBy,
    basis: "net",
    caveat: `Set by ${setBy}; cumulative net.`,
    name,
  };
}
