import type { KeptPart } from "@liftledger/roi/contribution";
import type { PortfolioEntry } from "./portfolio-entry.ts";

/** A column of doubles by its place among those of the entry: many months share the weights of a mixture. */
interface StoredPart extends Omit<KeptPart, "mixture"> {
  mixture: {
    /** Null stands for infinity, which JSON does not have. */
    degreesOfFreedom: number | null;
    weights: number;
    locations: number;
    scales: number;
  };
}

type Point = PortfolioEntry["contribution"]["months"][number];

interface StoredEntry extends Omit<PortfolioEntry, "contribution"> {
  contribution: Omit<PortfolioEntry["contribution"], "months"> & {
    months: (Omit<Point, "parts"> & { parts: StoredPart[] | null })[];
  };
  /** Doubles as they lie in memory, little-endian, in base64. */
  columns: string[];
}

/** An entry as text that `readEntry` reads again to the last bit: JSON, with its many doubles in base64. */
export function entryText({ contribution, ...rest }: PortfolioEntry): string {
  const places = new Map<string, number>();
  const placeOf = (column: Float64Array): number => {
    const text = Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString("base64");
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const months = contribution.months.map((point) => ({
    ...point,
    parts: point.parts?.map((part) => storedPart(part, placeOf)) ?? null,
  }));
  const stored: StoredEntry = {
    ...rest,
    contribution: { ...contribution, months },
    columns: [...places.keys()],
  };
  return JSON.stringify(stored);
}

/** The entry that `entryText` wrote. */
export function readEntry(text: string): PortfolioEntry {
  const { contribution, columns, ...rest } = JSON.parse(text) as StoredEntry;
  const doubles = columns.map(doublesOf);
  const at = (place: number): Float64Array => {
    const column = doubles[place];
    if (column === undefined) throw new Error(`a kept entry has no column ${place}`);
    return column;
  };
  const months = contribution.months.map((point) => ({
    ...point,
    parts: point.parts?.map((part) => keptPart(part, at)) ?? null,
  }));
  return { ...rest, contribution: { ...contribution, months } };
}

function storedPart({ mixture, ...part }: KeptPart, placeOf: (column: Float64Array) => number): StoredPart {
  const { degreesOfFreedom, weights, locations, scales } = mixture;
  return {
    ...part,
    mixture: {
      degreesOfFreedom: Number.isFinite(degreesOfFreedom) ? degreesOfFreedom : null,
      weights: placeOf(weights),
      locations: placeOf(locations),
      scales: placeOf(scales),
    },
  };
}

function keptPart({ mixture, ...part }: StoredPart, at: (place: number) => Float64Array): KeptPart {
  return {
    ...part,
    mixture: {
      degreesOfFreedom: mixture.degreesOfFreedom ?? Infinity,
      weights: at(mixture.weights),
      locations: at(mixture.locations),
      scales: at(mixture.scales),
    },
  };
}

function doublesOf(text: string): Float64Array {
  // Copied, since a small buffer is a stretch of a larger one and may begin at any byte.
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new Float64Array(bytes.buffer);
}
