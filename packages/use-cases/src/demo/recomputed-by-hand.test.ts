import { describeOnSqlite } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { listSnapshots } from "../snapshots/list-snapshots.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { createDemo } from "./create-demo.ts";
import { demoOrganisationId } from "./delete-demo.ts";

/**
 * One figure of the demo once more, from the logged rows, by a second way that shares no code with the engine: the
 * mixture baseline with full covariance matrices and their inverses, and plain arithmetic from there.
 */
describeOnSqlite("evaluateInitiative, on the lead-routing classifier of the demo", (open) => {
  it("returns what plain arithmetic makes of its snapshots and costs", async () => {
    const ctx = await openLedger(open);
    await createDemo(ctx);
    const demo = { ...ctx, organisationId: demoOrganisationId };
    const { rows } = await getPortfolio(demo, {});
    const initiativeId = rows.find(({ name }) => name === "Lead-routing classifier")?.initiativeId ?? "";
    const { benefits, figures } = await evaluateInitiative(demo, { initiativeId });
    const seriesId = benefits[0]?.seriesId ?? "";
    const points = (await listSnapshots(demo, { seriesId })).rows.map(
      ({ period, numerator, denominator }, week) => ({
        period,
        week,
        days: Number(numerator),
        leads: Number(denominator),
      }),
    );
    // It began 38 weeks before the present week, 2026-W26: on the Monday of 2025-W40, when its baseline was
    // frozen. Week 39 was logged on the day after, so the baseline ends with week 38.
    const before = points.filter(({ period }) => period < "2025-W39");
    const after = points.filter(({ period }) => period >= "2025-W40" && period <= "2026-W25");
    expect([before.length, after.length]).toEqual([67, 38]);

    const daysExpected = expectedNumerator(before, after);
    const daysSaved = daysExpected - sum(after.map(({ days }) => days));
    // 7.50 a day, 80% ours, 70% of it turned into money.
    const value = daysSaved * 7.5 * 0.8 * 0.7;
    const lines = (await listCostLines(demo, { initiativeId })).rows;
    // The day is 24 June 2026: of that month's cost, 24 of 30 days have come.
    const cost = sum(
      lines.map(({ amount, month }) => (month === "2026-06" ? (Number(amount) * 24) / 30 : Number(amount))),
    );

    expect(Math.abs(value - Number(figures.realisedValue.value))).toBeLessThan(0.006);
    expect(cost).toBe(Number(figures.cost.value));
    expect((value - cost) / cost).toBeCloseTo(Number(figures.netRoi.value), 6);
  });
});

interface Point {
  week: number;
  days: number;
  leads: number;
}

/** Σ c·D with c the mixture's mean, flat design, every matrix written out. */
function expectedNumerator(before: readonly Point[], after: readonly Point[]): number {
  const leads = sum(before.map((point) => point.leads));
  const ratio = sum(before.map((point) => point.days)) / leads;
  const size = leads / before.length;
  const z = before.map((point) => (point.days - ratio * point.leads) / size);
  const fits = shapes().map(({ prior, covariance }) => {
    const weeks = [...before, ...after].map(({ week }) => week);
    const all = weeks.map((one) => weeks.map((other) => covariance(one, other)));
    const past = all.slice(0, before.length).map((row) => row.slice(0, before.length));
    const { inverse, logDeterminant } = invert(past);
    const ones = inverse.map((row) => sum(row));
    const information = sum(ones);
    const level = dot(ones, z) / information;
    const residuals = z.map((value) => value - level);
    const weighted = inverse.map((row) => dot(row, residuals));
    const squares = dot(weighted, residuals);
    const foreseen = after.map(
      (_, place) => level + dot(all[before.length + place]?.slice(0, before.length) ?? [], weighted),
    );
    const logWeight =
      Math.log(prior) -
      logDeterminant / 2 -
      Math.log(information) / 2 -
      ((before.length - 1) / 2) * Math.log(squares);
    return { logWeight, foreseen };
  });
  const largest = Math.max(...fits.map(({ logWeight }) => logWeight));
  const weights = fits.map(({ logWeight }) => Math.exp(logWeight - largest));
  return sum(
    after.map((point, place) => {
      const mean = dot(
        weights,
        fits.map(({ foreseen }) => foreseen[place] ?? Number.NaN),
      );
      return (ratio + mean / sum(weights)) * point.leads;
    }),
  );
}

/** The three families of error shapes with their priors, as the method's definition has them. */
function shapes() {
  const rhos = Array.from({ length: 24 }, (_, place) => 0.04 * (place + 1));
  // Beta(1.5, 2) without its constant, normalised over the grid.
  const rhoPriors = rhos.map((rho) => Math.sqrt(rho) * (1 - rho));
  const steps = Array.from({ length: 40 }, (_, place) => 0.03 * 200 ** (place / 39));
  const stepPriors = steps.map((step) => step / (1 + (step / 0.5) ** 2));
  return [
    { prior: 1 / 3, covariance: (i: number, j: number) => (i === j ? 1 : 0) },
    ...rhos.map((rho, place) => ({
      prior: (rhoPriors[place] ?? 0) / sum(rhoPriors) / 3,
      covariance: (i: number, j: number) => rho ** Math.abs(i - j),
    })),
    ...steps.map((step, place) => ({
      prior: (stepPriors[place] ?? 0) / sum(stepPriors) / 3,
      covariance: (i: number, j: number) => (i === j ? 1 : 0) + step ** 2 * Math.min(i, j),
    })),
  ];
}

/** Gauss-Jordan; the matrices are positive definite, so no pivot is searched for. */
function invert(given: readonly (readonly number[])[]): { inverse: number[][]; logDeterminant: number } {
  const size = given.length;
  const rows = given.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let logDeterminant = 0;
  rows.forEach((pivotRow, column) => {
    const pivot = pivotRow[column] ?? Number.NaN;
    logDeterminant += Math.log(pivot);
    for (let j = 0; j < 2 * size; j += 1) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
    for (const row of rows) {
      const factor = row[column] ?? 0;
      if (row === pivotRow || factor === 0) continue;
      for (let j = 0; j < 2 * size; j += 1) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  });
  return { inverse: rows.map((row) => row.slice(size)), logDeterminant };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return sum(left.map((value, place) => value * (right[place] ?? Number.NaN)));
}
