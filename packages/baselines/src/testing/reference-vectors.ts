import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { standardisedDesign } from "../standardised-design.ts";

/** The longer vectors lie beside the repository, and are never part of it. */
const folder = join(import.meta.dirname, "../../../../../shared/reference/statistics");

export const areVectorsThere = existsSync(folder);

/** How the vectors name the forecast of a model for the periods since the start, and the effect it leaves. */
export type ReferenceForecast = {
  pred: number[];
  pred_se: number[];
  point_effect: number[];
  cum_effect: number[];
  cum_se: number[];
  actual_mean: number;
  pred_mean: number;
  pred_mean_se: number;
  avg_effect: number;
  avg_effect_ci95: [number, number];
  cum_effect_total: number;
  cum_effect_ci95: [number, number];
  rel_effect: number;
  critical_value: number;
};

/** A vector by its name, of the shape the caller knows it to have. */
export function readVector<Vector>(name: string): Vector {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Vector;
}

/** A vector with a series and columns beside it: the request of its inputs, and all else as it is. */
export function readRegression<Vector>(name: string) {
  const vector = readVector<Vector & { inputs: { y: number[]; x: number[][]; n_pre: number } }>(name);
  const { y, x, n_pre } = vector.inputs;
  const design = standardisedDesign({ pre: x.slice(0, n_pre), post: x.slice(n_pre) });
  return { ...vector, request: { pre: y.slice(0, n_pre), post: y.slice(n_pre), ...design } };
}
