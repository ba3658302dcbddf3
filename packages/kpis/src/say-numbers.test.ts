import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayNumber, sayNumbers } from "./say-numbers.ts";

describe("sayNumbers", () => {
  it.each([
    ["It cost €1,234.50, 2.5% less.", "de-DE", "It cost €1.234,50, 2,5% less."],
    ["It cost €1,234.50, 2.5% less.", "en-GB", "It cost €1,234.50, 2.5% less."],
    ["It cost €1,234.50, 2.5% less.", "en-US", "It cost €1,234.50, 2.5% less."],
    ["Returns 1,240%, of €1.23m to −€2,345,678.", "de-DE", "Returns 1.240%, of €1,23m to −€2.345.678."],
    [
      "8,000 leads in 3.5 days, 2.3 times as many",
      "fr-FR",
      "8\u202f000 leads in 3,5 days, 2,3 times as many",
    ],
    // Grouped as they do there, the cents kept beyond what a number holds.
    ["CHF\u00a012,345,678.90", "en-IN", "CHF\u00a01,23,45,678.90"],
    ["€90,071,992,547,409,930.01", "de-DE", "€90.071.992.547.409.930,01"],
    // No number of the engine: a version, an address, a key, somebody's words, a list.
    ["Model 4.1 is in section 2.3 of 10.0.0.1, key a1,234", "de-DE", null],
    ["“Save 1,234.50 a month” is not met", "de-DE", null],
    ["weeks 1,2,3", "de-DE", null],
    // The end of a sentence is no fraction.
    ["It is 1,234. It was 2,345, then less.", "de-DE", "It is 1.234. It was 2.345, then less."],
  ])("says %j in %s", (sentence, locale, said) => {
    expect(sayNumbers(sentence, locale)).toBe(said ?? sentence);
  });

  it("says every amount as the formatter of the place would", () => {
    const locale = fc.constantFrom("de-DE", "fr-FR", "pl-PL", "en-IN", "pt-BR", "sv-SE", "de-CH");
    const places = { minimumFractionDigits: 2 };
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e12 })),
        locale,
        (cents, place) => {
          // Some places group from five digits on only.
          const text = (of: string) => new Intl.NumberFormat(of, places).format(cents / 100);
          expect(sayNumbers(`Of €${text("en-GB")}.`, place)).toBe(`Of €${text(place)}.`);
        },
      ),
    );
  });
});

describe("sayNumber", () => {
  it("says a number whatever stands around it", () => {
    expect(sayNumber("−€1,234.5k", "de-DE")).toBe("−€1.234,5k");
    expect(sayNumber("4.1", "de-DE")).toBe("4,1");
    expect(sayNumber("62%", "de-DE")).toBe("62%");
  });
});
