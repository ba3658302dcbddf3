import type { Snapshot } from "./snapshots.ts";

type Quantities = Pick<Snapshot, "numerator" | "denominator">;

/** What is known of a period before another number for it comes. */
export interface KnownOfPeriod {
  /** The revision that counts; undefined where nothing was logged. */
  counted: (Quantities & Pick<Snapshot, "revision" | "source">) | undefined;
  /** The source whose numbers count in the series, where one is named. */
  sourceOfRecord: string | null;
  /** The last word of a source that has ever stood beside another; undefined of one that has not. */
  beside(source: string): (Quantities & Pick<Snapshot, "revision">) | undefined;
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
 * has a number for, and takes the place of any other.
 *
 * @example
 * placeCell({ numerator: "9", denominator: "100" }, "by hand", { counted: ofTheExport, … })
 * // { result: "beside", revision: 1, besideRevision: 1, displaces: false }
 */
export function placeCell(cell: Quantities, source: string, known: KnownOfPeriod): Placement {
  const { counted, sourceOfRecord } = known;
  if (counted === undefined) return { result: "new", revision: 1, besideRevision: null, displaces: false };
  const ofRecord = sourceOfRecord ?? counted.source;
  const before = known.beside(source);
  const isSame = sameQuantities(counted, cell);
  // A source of record that agreed so far stands beside: what it agreed with is its own from then on.
  const holds = counted.source === source && (source === ofRecord || known.beside(ofRecord) === undefined);
  if (holds && isSame)
    return { result: "same", revision: counted.revision, besideRevision: null, displaces: false };
  if (holds || (source === ofRecord && !isSame)) {
    const besideRevision = before === undefined ? null : before.revision + 1;
    return { result: "changed", revision: counted.revision + 1, besideRevision, displaces: !holds };
  }
  if (before !== undefined && sameQuantities(before, cell)) {
    return { result: "same", revision: before.revision, besideRevision: null, displaces: false };
  }
  const revision = (before?.revision ?? 0) + 1;
  return { result: "beside", revision, besideRevision: revision, displaces: false };
}

/** Whether two snapshots show the same; both are canonical decimals. */
export function sameQuantities(one: Quantities, other: Quantities): boolean {
  return one.numerator === other.numerator && one.denominator === other.denominator;
}
