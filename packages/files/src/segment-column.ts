import { isTotalLabel } from "./total-row.ts";
import { ownText } from "./own-text.ts";

/** The scope of rows whose segment cell is blank: not the same as a segment named "unknown". */
const blankScope = "(blank)";
/** A column with more values than this is an id, not a segment. */
export const mostSegments = 50_000;
/** The number read for a segment cell that names a total. */
export const totalSegment = -1;

/** Numbers the segments of a file in the order they appear. */
export class SegmentColumn {
  readonly #numbers = new Map<string, number>();
  readonly #byScope = new Map<string, number>();
  /** The segments' names, by their number. */
  readonly scopes: string[] = [];

  read(text: string): number {
    return this.#numbers.get(text) ?? this.#readNew(text);
  }

  #readNew(text: string): number {
    const copy = ownText(text);
    const scope = copy.trim() === "" ? blankScope : copy.trim();
    const number = isTotalLabel(scope) ? totalSegment : this.#numberOf(scope);
    this.#numbers.set(copy, number);
    return number;
  }

  #numberOf(scope: string): number {
    const known = this.#byScope.get(scope);
    if (known !== undefined) return known;
    this.#byScope.set(scope, this.scopes.length);
    return this.scopes.push(scope) - 1;
  }
}
