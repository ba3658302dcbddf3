import { createFilterSteps, fillFilterSteps } from "./error-filter.ts";
import type { MixtureBaseline } from "./mixture-baseline.ts";
import { meanCoefficients } from "./mixture-forecast.ts";

/**
 * What the baseline expects of each pre-period from the periods before it, with the coefficients of
 * the whole fit: Xb and what the noise of earlier periods carries over, averaged over the shapes.
 *
 * This is the line to draw before the start: it runs into the forecast without a step, where Xb alone
 * would leave out the level a wandering series has reached.
 */
export function oneStepExpectations(baseline: MixtureBaseline): number[] {
  const { times, columns, residualScale, shapes } = baseline;
  const columnCount = baseline.basis.columnCount;
  const rowCount = times.length;
  const coefficients = meanCoefficients(baseline);
  const expected = Array.from(times, (_, row) => {
    let sum = 0;
    for (let j = 0; j < columnCount; j += 1) {
      sum += (columns[j * rowCount + row] as number) * (coefficients[j] as number);
    }
    return sum;
  });
  const steps = createFilterSteps(times.length);
  for (const fit of shapes) {
    fillFilterSteps(steps, fit.shape, times);
    let state = 0;
    for (let row = 0; row < times.length; row += 1) {
      const predicted = (steps.carried[row] as number) * state;
      let residual = columns[columnCount * rowCount + row] as number;
      for (let j = 0; j < columnCount; j += 1) {
        residual -= (columns[j * rowCount + row] as number) * (fit.coefficients[j] as number);
      }
      state = predicted + (steps.gain[row] as number) * (residual - predicted);
      expected[row] = (expected[row] as number) + residualScale * fit.weight * predicted;
    }
  }
  return expected;
}
