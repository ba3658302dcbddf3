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
  /** The doubles of all columns as they lie in memory, little-endian, in base64. */
  doubles: string;
  /** How many of them each column has. */
  lengths: number[];
}

/** An entry as text that `readEntry` reads again to the last bit: JSON, with its many doubles in base64. */
export function entryText({ contribution, ...rest }: PortfolioEntry): string {
  const places = new Map<string, number>();
  const columns: Buffer[] = [];
  const placeOf = (column: Float64Array): number => {
    const bytes = Buffer.from(column.buffer, column.byteOffset, column.byteLength);
    const text = bytes.toString("latin1");
    const place = places.get(text) ?? places.size;
    if (place === places.size) columns.push(bytes);
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
    doubles: Buffer.concat(columns).toString("base64"),
    lengths: columns.map(({ length }) => length / Float64Array.BYTES_PER_ELEMENT),
  };
  return JSON.stringify(stored);
}

/** The entry that `entryText` wrote. */
export function readEntry(text: string): PortfolioEntry {
  const { contribution, doubles, lengths, ...rest } = JSON.parse(text) as StoredEntry;
  const columns = columnsOf(doubles, lengths);
  const at = (place: number): Float64Array => {
    const column = columns[place];
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

/** Columns of one piece of memory, which is quicker to make, and to look through for the collector, than many. */
function columnsOf(text: string, lengths: readonly number[]): Float64Array[] {
  // Copied, since a small buffer is a stretch of a larger one and may begin at any byte.
  const doubles = new Float64Array(Uint8Array.from(Buffer.from(text, "base64")).buffer);
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return doubles.subarray(end - length, end);
  });
}
