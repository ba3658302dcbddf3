import { describe, expect, it } from "vitest";
import { placeCell } from "./place-cell.ts";

const of = (numerator: string) => ({ numerator, denominator: "100" });
/** What counts, what stands beside by source, and who is named. */
const known = (
  counted: [source: string, numerator: string] | null,
  beside: Record<string, string> = {},
  sourceOfRecord: string | null = null,
) => ({
  counted: counted === null ? undefined : { ...of(counted[1]), source: counted[0], revision: 3 },
  sourceOfRecord,
  beside: (source: string) => {
    const numerator = beside[source];
    return numerator === undefined ? undefined : { ...of(numerator), revision: 5 };
  },
});

describe("placeCell", () => {
  it.each([
    ["a period nobody reported", "A", "7", known(null), ["new", 1, null, false]],
    ["its holder saying the same", "A", "7", known(["A", "7"]), ["same", 3, null, false]],
    ["its holder correcting it", "A", "8", known(["A", "7"]), ["changed", 4, null, false]],
    ["another source", "B", "8", known(["A", "7"]), ["beside", 1, 1, false]],
    ["another source that agrees", "B", "7", known(["A", "7"]), ["beside", 1, 1, false]],
    ["another source again", "B", "8", known(["A", "7"], { B: "8" }), ["same", 5, null, false]],
    ["another source correcting itself", "B", "9", known(["A", "7"], { B: "8" }), ["beside", 6, 6, false]],
    ["the source of record, late", "B", "8", known(["A", "7"], {}, "B"), ["changed", 4, null, true]],
    ["the source of record agreeing", "B", "7", known(["A", "7"], {}, "B"), ["beside", 1, 1, false]],
    [
      "a holder where the source of record has agreed",
      "A",
      "8",
      known(["A", "7"], { B: "7" }, "B"),
      ["beside", 1, 1, false],
    ],
    [
      "a holder where the source of record is silent",
      "A",
      "8",
      known(["A", "7"], {}, "B"),
      ["changed", 4, null, false],
    ],
    ["a holder that has stood beside", "A", "8", known(["A", "7"], { A: "7" }), ["changed", 4, 6, false]],
    [
      "a holder that stands beside with another number, and now says what counts",
      "A",
      "7",
      known(["A", "7"], { A: "8" }),
      ["beside", 6, 6, false],
    ],
    [
      "a third source beside the one of record",
      "C",
      "8",
      known(["B", "7"], {}, "B"),
      ["beside", 1, 1, false],
    ],
  ] as const)(
    "places the number of %s",
    (_case, source, numerator, standing, [result, revision, besideRevision, displaces]) => {
      expect(placeCell(of(numerator), source, standing)).toEqual({
        result,
        revision,
        besideRevision,
        displaces,
      });
    },
  );
});
