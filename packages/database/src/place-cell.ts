import type { Snapshot } from "./snapshots.ts";

type Quantities = Pick<Snapshot, "numerator" | "denominator">;
/** Told of a revision that takes a value back. */
type MayBeRetracted = { retraction?: string | null | undefined };

/** What is known of a period before another number for it comes. */
export interface KnownOfPeriod {
  /** The latest revision, also where it takes back what counted; undefined where nothing was logged. */
  counted: (Quantities & Pick<Snapshot, "revision" | "source"> & MayBeRetracted) | undefined;
  /** The source whose numbers count in the series, where one is named. */
  sourceOfRecord: string | null;
  /** The last word of a source that has ever stood beside another; undefined of one that has not. */
  beside(source: string): (Quantities & Pick<Snapshot, "revision"> & MayBeRetracted) | undefined;
}

/** Where a number goes, and at which revision. */
export interface Placement {
  /** Counted at revision 1 or the next; known already; or kept beside what counts. */
  result: "new" | "changed" | "same" | "beside";
  /** The revision written, or for one that is the same, the revision there is. */
  revision: number;
  /** The revision at which it is kept beside; also of what counts, once its source has stood beside another. */
  besideRevision: number | null;
  /** Whether the source of record takes the place of another, whose number then stands beside. */
  displaces: boolean;
}

/**
 * Where the number of a source goes. The first source to report a period holds it and corrects it; what another
 * says is kept beside and revises nothing. Where a series names a source of record, that one holds every period it
 * has a number for, and takes the place of any other. Where the number that counted was taken back, nobody holds the
 * period: whoever tells it next does, except where another is named that has a number for it.
 *
 * @example
 * placeCell({ numerator: "9", denominator: "100" }, "by hand", { counted: ofTheExport, … })
 * // { result: "beside", revision: 1, besideRevision: 1, displaces: false }
 */
export function placeCell(cell: Quantities, source: string, known: KnownOfPeriod): Placement {
  const { counted, sourceOfRecord } = known;
  if (counted === undefined) return { result: "new", revision: 1, besideRevision: null, displaces: false };
  const before = known.beside(source);
  const isKnownBeside = before !== undefined && stands(before) && sameQuantities(before, cell);
  const isOfRecord = sourceOfRecord === null || source === sourceOfRecord;
  if (!stands(counted) && (isOfRecord || !standsBeside(known, sourceOfRecord))) {
    const besideRevision = before === undefined || isKnownBeside ? null : before.revision + 1;
    return { result: "new", revision: counted.revision + 1, besideRevision, displaces: false };
  }
  const ofRecord = sourceOfRecord ?? counted.source;
  const isSame = sameQuantities(counted, cell);
  // A source of record that agreed so far stands beside: what it agreed with is its own from then on.
  const holds =
    stands(counted) && counted.source === source && (source === ofRecord || !standsBeside(known, ofRecord));
  // Who has stood beside with another number and now says what counts has said the last word there too.
  if (holds && isSame && (before === undefined || isKnownBeside))
    return { result: "same", revision: counted.revision, besideRevision: null, displaces: false };
  if ((holds || source === ofRecord) && !isSame) {
    const besideRevision = before === undefined ? null : before.revision + 1;
    return { result: "changed", revision: counted.revision + 1, besideRevision, displaces: !holds };
  }
  if (isKnownBeside) {
    return { result: "same", revision: before.revision, besideRevision: null, displaces: false };
  }
  const revision = (before?.revision ?? 0) + 1;
  return { result: "beside", revision, besideRevision: revision, displaces: false };
}

function stands({ retraction }: MayBeRetracted): boolean {
  return (retraction ?? null) === null;
}

function standsBeside(known: KnownOfPeriod, source: string): boolean {
  const told = known.beside(source);
  return told !== undefined && stands(told);
}

/** Whether two snapshots show the same; both are canonical decimals. */
export function sameQuantities(one: Quantities, other: Quantities): boolean {
  return one.numerator === other.numerator && one.denominator === other.denominator;
}
