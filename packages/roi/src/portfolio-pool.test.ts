import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionOf, pooledResultOf, type Contribution } from "./contribution.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { createPortfolioPool } from "./portfolio-pool.ts";
import { pooledPortfolio } from "./portfolio.ts";
import { arbitraryInitiative } from "./testing/arbitrary-initiative.ts";
import { exampleBenefit, exampleInitiative, monthlyCosts } from "./testing/example-initiative.ts";

const until = "2025-06-30";
const money = { until, currency: "EUR", places: 2, seed: 7 };
const context = { until, asOf: "2025-07-05T09:00:00.000Z", grade: null, currency: "EUR", places: 2 };

/** Made of plain values, which can be kept. */
function keptOf(input: InitiativeInput): Contribution {
  return structuredClone(contributionOf(input, evaluateInitiative(input)));
}

function poolOf(inputs: readonly InitiativeInput[]) {
  const pool = createPortfolioPool(money);
  for (const [place, input] of inputs.entries()) pool.set(String(place), keptOf(input));
  return pool;
}

function partsOf(inputs: readonly InitiativeInput[]) {
  return inputs.map((input, place) => ({
    initiativeId: String(place),
    name: String(place),
    result: evaluateInitiative(input),
  }));
}

const portfolio = fc.array(
  arbitraryInitiative.map((input) => ({ ...input, until })),
  { minLength: 1, maxLength: 4 },
);

describe("createPortfolioPool", () => {
  it("gives what pooling the results themselves gives, to the letter", () => {
    fc.assert(
      fc.property(portfolio, (inputs) => {
        const parts = partsOf(inputs);
        const fresh = pooledPortfolio(parts, context, money.seed).figures;
        const kept = pooledPortfolio(
          parts.map((part, place) => ({
            ...part,
            result: pooledResultOf(part.result.verdict, keptOf(inputs[place] as InitiativeInput), "EUR"),
          })),
          context,
          money.seed,
          poolOf(inputs).spread(),
        ).figures;
        for (const key of ["netRoi", "realisedValue", "cost", "netBenefit"] as const)
          expect(kept[key].figure).toEqual(fresh[key].figure);
      }),
      { numRuns: 25 },
    );
  });

  it("ends its timeline at the pooled headline", () => {
    fc.assert(
      fc.property(portfolio, (inputs) => {
        const parts = partsOf(inputs);
        const { realisedValue, cost } = pooledPortfolio(parts, context, money.seed).figures;
        const last = poolOf(inputs).timeline().at(-1);
        expect([last?.value ?? null, last?.valueLow ?? null, last?.valueHigh ?? null]).toEqual([
          realisedValue.figure.value,
          realisedValue.figure.interval?.low ?? null,
          realisedValue.figure.interval?.high ?? null,
        ]);
        expect(Number(last?.cost ?? 0)).toBe(Number(cost.figure.value ?? 0));
      }),
      { numRuns: 25 },
    );
  });

  it("is the same whatever stood in an initiative's place before, and in whatever order they came", () => {
    fc.assert(
      fc.property(portfolio, portfolio, (inputs, earlier) => {
        const pool = createPortfolioPool(money);
        for (const [place, input] of earlier.entries()) pool.set(String(place), keptOf(input));
        for (const [place, input] of [...inputs.entries()].toReversed())
          pool.set(String(place), keptOf(input));
        for (const place of earlier.keys()) if (place >= inputs.length) pool.set(String(place), null);
        const anew = poolOf(inputs);
        expect(pool.timeline()).toEqual(anew.timeline());
        const quantiles = (one: typeof pool) => [0.1, 0.5, 0.9].map((p) => one.spread()?.quantile(p));
        expect(quantiles(pool)).toEqual(quantiles(anew));
      }),
      { numRuns: 25 },
    );
  });

  it("counts each initiative to its own last day, where the cost of some is booked later", () => {
    const months = (count: number) =>
      monthlyCosts(
        "2025-01",
        Array.from({ length: count }, () => 100_000),
      );
    const july = { until: "2025-07-10", bookingGraceDays: 14 };
    const waiting = exampleInitiative({
      ...july,
      benefits: [exampleBenefit({ seriesId: "a" })],
      costs: months(6),
    });
    const booked = exampleInitiative({
      ...july,
      benefits: [exampleBenefit({ seriesId: "b" })],
      costs: months(7),
    });
    const pool = createPortfolioPool({ ...money, until: july.until });
    for (const [place, input] of [waiting, booked].entries()) pool.set(String(place), keptOf(input));
    const [first, second] = [waiting, booked].map((input) => evaluateInitiative(input));
    expect([first?.countedUntil, second?.countedUntil]).toEqual(["2025-06-30", "2025-07-10"]);
    const value = (result: typeof first) => Number(result?.figures.realisedValue.figure.value);
    const last = pool.timeline().at(-1);
    expect(last?.lastDay).toBe("2025-07-10");
    expect(Number(last?.value)).toBeCloseTo(value(first) + value(second), 9);
  });

  it("has no months and no spread while nothing can be judged", () => {
    const pool = createPortfolioPool(money);
    pool.set("stated", keptOf(exampleInitiative({ costs: [] })));
    expect([pool.timeline(), pool.spread()]).toEqual([[], null]);
  });
});
