import type { RatioDeltaRequest } from "../ratio-delta.ts";
import { readVector } from "./reference-vectors.ts";

/** value_cac of the reference vectors (synthetic, R 4.2): spend over customers, lower is better. */
export const CAC: RatioDeltaRequest = {
  numeratorsBefore: [5200, 5100, 5350, 5280, 5400, 5150, 5230, 5310],
  denominatorsBefore: [52, 50, 53, 55, 51, 49, 54, 52],
  numeratorsAfter: [5100, 5000, 5200, 5150],
  denominatorsAfter: [58, 57, 60, 59],
};

type BikeVector = {
  inputs: { N_pre: number[]; D_pre: number[]; N_post: number[]; D_post: number[] };
  expected: {
    delta: Record<string, number & number[]>;
    quasi_binomial: Record<"p0" | "p1" | "phi" | "se_binomial" | "se_quasi" | "df", number> & {
      ci95: number[];
    };
  };
};

/** bike_weekly_ratio_flat of the reference vectors, as a request. */
export function readBike() {
  const { inputs, expected } = readVector<BikeVector>("bike_weekly_ratio_flat");
  const request: RatioDeltaRequest = {
    numeratorsBefore: inputs.N_pre,
    denominatorsBefore: inputs.D_pre,
    numeratorsAfter: inputs.N_post,
    denominatorsAfter: inputs.D_post,
  };
  return { request, expected };
}
