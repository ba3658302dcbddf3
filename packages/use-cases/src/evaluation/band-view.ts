import type { Band as WireBand } from "@liftledger/contracts/evaluation";
import type { Band } from "@liftledger/roi/benchmark";
import type { NamedBand } from "@liftledger/roi/benchmark-figure";
import { setBandName } from "@liftledger/roi/benchmark-set";

/** The band an initiative is held against as it crosses the wire; null where its phase has none. */
export function bandView(band: Band | null): WireBand | null {
  if (band === null) return null;
  const { phase, floor, ceiling, publisher, basis, caveat } = band;
  return {
    phase,
    floor,
    ceiling,
    publisher,
    basis,
    span: band.span ?? "unstated",
    caveat,
    set: band.set ?? null,
    notComparable: band.notComparable ?? null,
  };
}

/** What a sentence calls the band that crosses the wire. */
export function namedBand(band: WireBand | null): NamedBand | null {
  if (band === null) return null;
  const { phase, floor, ceiling, set } = band;
  return { phase, floor, ceiling, ...(set !== null && { set, name: setBandName(phase, set.name) }) };
}
