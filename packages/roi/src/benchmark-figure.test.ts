import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf, bandText, type Band } from "./benchmark.ts";
import { publishedFigure, setEdgeFigure, toldBand, toldOfBand } from "./benchmark-figure.ts";
import { bandsOf, type BenchmarkSet } from "./benchmark-set.ts";
import { benchmarkLibrary } from "./benchmark-library/benchmark-library.ts";
import { evaluateExplanation } from "./explanation.ts";
import { phaseVerdict } from "./phase-verdict.ts";
import { phases } from "./phase.ts";
import { sentenceText } from "./told-sentence.ts";

const context = {
  until: "2026-06-30",
  asOf: "2026-07-01T00:00:00.000Z",
  grade: null,
  currency: "EUR",
  places: 2,
};

const hurdles: BenchmarkSet = {
  setId: "hurdles",
  name: "Board hurdles",
  version: 2,
  validFrom: "2026-01-01",
  basis: "gross",
  span: "cumulative",
  publisher: "Board paper 7",
  caveat: "",
  approvedBy: "Grace",
  bands: [{ phase: "pilots", floor: "1.5", ceiling: "1.9" }],
  source: { kind: "benchmark", text: "Board hurdles, version 2: Board paper 7", version: 2 },
};

const anyBand = fc.constantFrom(
  ...phases.flatMap((phase) => [bandOf(phase), bandsOf(hurdles)(phase)]).filter((band) => band !== null),
);
const chance = fc.double({ min: 0, max: 1, noNaN: true });

/** The numbers of a sentence that open, with the value of the figure behind each. */
function opened(band: Band, sentence = bandText(band)) {
  return toldOfBand(sentence, band).flatMap(({ text, figureId }) => {
    if (figureId === null) return [];
    const [, library, ...place] = figureId.split("/");
    const edge = place.at(-1) === "floor" ? ("floor" as const) : ("ceiling" as const);
    const explained =
      library === "set"
        ? setEdgeFigure(hurdles, band.phase, edge, context)
        : publishedFigure(place.slice(0, -1).join("/"), edge, context);
    expect(explained?.figure.figureId).toBe(figureId);
    expect(explained && evaluateExplanation(explained.tree)).toBe(explained?.figure.value);
    return [[text, explained?.figure.value]];
  });
}

describe("a benchmark in a sentence", () => {
  it("is said as ever, and each of its numbers opens to where it comes from", () => {
    const pilots = bandOf("pilots") as Band;
    expect(opened(pilots)).toEqual([
      ["30", "0.3"],
      ["70%", "0.7"],
    ]);
    expect(opened(bandOf("transform") as Band)).toEqual([["300%", "3"]]);
    expect(publishedFigure("pilots-roi", "floor", context)).toMatchObject({
      figure: { value: "0.3", unit: "ratio", label: "ROI in Pilots, from" },
      sentence: "Published by Hashmeta, not measured here.",
      tree: {
        source: {
          kind: "benchmark",
          text: expect.stringMatching(/^Hashmeta: ROI in Pilots\. Basis unstated/),
        },
      },
    });
  });

  it("of the organisation's own set opens its version, and what is stated gross with the cost taken off", () => {
    const own = bandsOf(hurdles)("pilots") as Band;
    expect(sentenceText(toldBand(own))).toBe("50–90% (Pilots, Board hurdles)");
    expect(opened(own)).toEqual([
      ["50", "0.5"],
      ["90%", "0.9"],
    ]);
    expect(setEdgeFigure(hurdles, "scale", "floor", context)).toBeUndefined();
  });

  it("stays words where nothing stands behind it: a hurdle that is told beside", () => {
    const beside: Band = { ...(bandOf("pilots") as Band), name: "Pilots, set by the board" };
    expect(toldOfBand(`Against ${bandText(beside)}`, beside).map(({ figureId }) => figureId)).toEqual(
      expect.not.arrayContaining([expect.any(String)]),
    );
  });

  it("opens in every reason of a verdict that names it, and changes no word of it", () => {
    fc.assert(
      fc.property(
        anyBand,
        chance,
        chance,
        fc.double({ min: -2, max: 5, noNaN: true }),
        (band, pays, share, roi) => {
          const atLeastFloor = pays * share;
          const atLeastCeiling = band.ceiling === null ? null : atLeastFloor * share;
          const chances = { netBenefitPositive: pays, atLeastFloor, atLeastCeiling, inBand: 0 };
          const { reason, status } = phaseVerdict(chances, roi, band, []);
          expect(sentenceText(toldOfBand(reason, band))).toBe(reason);
          expect(opened(band, reason).length > 0).toBe(status !== "losing-money");
        },
      ),
    );
  });
});

describe("a published figure", () => {
  it("has a figure at each end that it states, and none at another", () => {
    for (const { key, low, high } of benchmarkLibrary) {
      const at = (edge: "floor" | "ceiling") => publishedFigure(key, edge, context)?.figure.value ?? null;
      expect([key, at("floor") === null, at("ceiling") === null]).toEqual([key, low === null, high === null]);
    }
    expect(publishedFigure("nothing", "floor", context)).toBeUndefined();
  });
});
