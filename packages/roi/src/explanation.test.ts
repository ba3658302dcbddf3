import { isDecimal } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import {
  absent,
  difference,
  evaluateExplanation,
  leaf,
  part,
  product,
  quotient,
  rounded,
  sum,
  type Explanation,
} from "./explanation.ts";
import { arbitraryInitiative } from "./testing/arbitrary-initiative.ts";
import { arbitraryMeasuredInitiative } from "./testing/arbitrary-measurement.ts";
import {
  exampleBenefit,
  exampleInitiative,
  flatBaseline,
  snapshotsFrom,
} from "./testing/example-initiative.ts";

const source = { kind: "assumption", text: "version 1" } as const;
const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const euro = (amount: bigint): string => {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** All figures of an initiative and of its benefits. */
function figuresOf(input: Parameters<typeof evaluateInitiative>[0]) {
  const { figures, benefits } = evaluateInitiative(input);
  return [...Object.values(figures), ...benefits.flatMap((benefit) => Object.values(benefit.figures))];
}

function nodesOf(tree: Explanation): Explanation[] {
  return [tree, ...tree.inputs.flatMap(nodesOf)];
}

describe("sum", () => {
  it("is exact to the minor unit, whatever the amounts", () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (amounts) => {
        const tree = sum(
          "Total",
          "EUR",
          amounts.map((amount) => leaf("part", euro(amount), "EUR", source)),
        );
        const total = amounts.reduce((left, right) => left + right, 0n);
        expect(BigInt(toCents(tree.value ?? ""))).toBe(total);
      }),
    );
  });

  it("has no value where a part has none, and passes its reason on", () => {
    const tree = sum("Total", "EUR", [leaf("a", "1", "EUR", source), absent("b", "EUR", "not logged")]);
    expect(tree).toMatchObject({ value: null, reason: "not logged" });
    expect(evaluateExplanation(tree)).toBeNull();
  });

  it("of nothing is zero", () => {
    expect(sum("Total", "EUR", []).value).toBe("0");
  });
});

function toCents(decimal: string): string {
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  return `${decimal.startsWith("-") ? "-" : ""}${whole}${fraction.padEnd(2, "0")}`;
}

describe("quotient", () => {
  it("by zero has no value but a reason", () => {
    const tree = quotient("Ratio", "ratio", leaf("a", "1", "count", source), leaf("b", "0", "count", source));
    expect(tree).toMatchObject({ value: null, reason: "division by zero" });
  });
});

describe("part", () => {
  const [one, none] = [leaf("a", "1", "ratio", source), leaf("b", "0", "ratio", source)];

  it("adds up to what was divided: 100.00 by three", () => {
    const amount = leaf("Licence", "100", "EUR", source);
    const parts = [0, 1, 2].map((place) =>
      part("Part", "EUR", 2, { amount, weights: [one, one, one], place }),
    );
    expect(parts.map(({ value }) => value)).toEqual(["33.34", "33.33", "33.33"]);
    expect(parts.map(evaluateExplanation)).toEqual(["33.34", "33.33", "33.33"]);
    expect(parts[1]?.formula).toBe("part 2 of 100 divided 1 : 1 : 1");
  });

  it("has no value where something is divided by nothing, and is nothing of nothing", () => {
    const divide = (text: string) =>
      part("Part", "EUR", 2, { amount: leaf("x", text, "EUR", source), weights: [none, none], place: 0 });
    expect(divide("1")).toMatchObject({ value: null, reason: "division by zero" });
    expect(divide("0").value).toBe("0");
  });
});

describe("formula", () => {
  it("shows the numbers, negative ones in brackets and long ones shortened", () => {
    const part = (value: string) => leaf("x", value, "EUR", source);
    expect(difference("Net", "EUR", part("1.5"), part("-2")).formula).toBe("1.5 − (−2)");
    expect(product("Value", "EUR", [part("0.123456789"), part("3")]).formula).toBe("0.1235 × 3");
    expect(rounded("Posted", "EUR", 2, part("0.125")).value).toBe("0.12");
  });
});

describe("evaluateExplanation", () => {
  it("gives the root from the leaves, to the letter, for every figure of any initiative", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        for (const { figure, tree } of figuresOf(input)) {
          expect(tree.value).toBe(figure.value);
          expect(evaluateExplanation(tree)).toBe(figure.value);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("gives the root whatever the benefits were measured by: volume, curve, control, hold-out, timed sample", () => {
    fc.assert(
      fc.property(arbitraryMeasuredInitiative, (input) => {
        const { benefits } = evaluateInitiative(input);
        const cash = benefits.flatMap(({ changeInCash }) => (changeInCash === null ? [] : [changeInCash]));
        for (const { figure, tree } of [...figuresOf(input), ...cash]) {
          expect(tree.value).toBe(figure.value);
          expect(evaluateExplanation(JSON.parse(JSON.stringify(tree)) as Explanation)).toBe(figure.value);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("gives the root with a yearly season as well, after a journey through JSON", () => {
    const before = Array.from(
      { length: 108 },
      (_, week) => [60 + 9 * Math.sin(week / 8.3), 4000 + (week % 5)] as const,
    );
    const benefit = exampleBenefit({
      periodType: "week",
      claimFrom: "2025-W02",
      baseline: {
        ...flatBaseline(snapshotsFrom("2022-W50", before)),
        design: { kind: "fourier", harmonics: 2, periodLength: 52.18 },
      },
      after: snapshotsFrom(
        "2025-W02",
        Array.from({ length: 20 }, () => [70, 4003] as const),
      ),
    });
    const { tree, figure } = evaluateInitiative(exampleInitiative({ benefits: [benefit] })).figures.netRoi;
    expect(figure.value).not.toBeNull();
    expect(evaluateExplanation(JSON.parse(JSON.stringify(tree)) as Explanation)).toBe(figure.value);
  });

  it("notices a leaf that was changed", () => {
    const { tree, figure } = evaluateInitiative(exampleInitiative()).figures.netRoi;
    const changed = structuredClone(tree);
    const logged = nodesOf(changed).find((node) => node.label === "Opportunities, 2024-03");
    if (logged !== undefined) logged.value = "400";
    expect(evaluateExplanation(changed)).not.toBe(figure.value);
  });
});

describe("the explanation of a figure", () => {
  it("ends only in leaves with a source, holds only plain decimals, and gives a reason where a value is missing", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        for (const { figure, tree } of figuresOf(input)) {
          for (const node of nodesOf(tree)) {
            const isSound = node.value === null ? (node.reason ?? "") !== "" : isDecimal(node.value);
            expect(isSound).toBe(true);
            const needsSource = node.operation === "leaf" && node.value !== null;
            expect(!needsSource || node.source !== undefined).toBe(true);
          }
          expect(figure.value === null).toBe(figure.reason !== null);
          const ends = figure.interval === null ? [] : [figure.interval.low, figure.interval.high];
          expect(ends.every(isDecimal)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("names each snapshot, assumption and cost it stands on", () => {
    const leaves = nodesOf(evaluateInitiative(exampleInitiative()).figures.netRoi.tree).filter(
      (node) => node.operation === "leaf",
    );
    const labels = new Set(leaves.map(({ label }) => label));
    expect(labels).toContain("Opportunities, 2024-12");
    expect(labels).toContain("Leads, 2025-06");
    expect(labels).toContain("Worth of one opportunity");
    expect(labels).toContain("Licences, 2025-01");
    expect(new Set(leaves.map((node) => node.source?.kind))).toEqual(new Set(["measured", "assumption"]));
  });
});
