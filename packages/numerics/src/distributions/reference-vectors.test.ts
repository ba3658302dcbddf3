import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile } from "./beta.ts";
import { chiSquaredCdf, chiSquaredQuantile } from "./chi-squared.ts";
import { gammaCdf, gammaQuantile } from "./gamma.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { studentTCdf, studentTQuantile } from "./student-t.ts";
import { expectClose } from "../testing/expect-close.ts";

type Row = { dist: string; args: number[]; p?: number; x: number | string; cdf?: string };
const REFERENCE = join(import.meta.dirname, "../../../../../shared/reference/statistics/dist_quantiles.json");
const present = existsSync(REFERENCE);

const none: { quantiles: Row[]; cdfs: Row[] } = { quantiles: [], cdfs: [] };
const { quantiles, cdfs } = present
  ? (JSON.parse(readFileSync(REFERENCE, "utf8")) as { expected: typeof none }).expected
  : none;

/** The plain functions by the vectors' names; every one takes its value, then its parameters. */
const FUNCTIONS: Record<
  string,
  { quantile(p: number, ...args: number[]): number; cdf(x: number, ...args: number[]): number }
> = {
  norm: { quantile: normalQuantile, cdf: normalCdf },
  t: { quantile: studentTQuantile as never, cdf: studentTCdf as never },
  gamma: { quantile: gammaQuantile as never, cdf: gammaCdf as never },
  chi2: { quantile: chiSquaredQuantile as never, cdf: chiSquaredCdf as never },
  beta: { quantile: betaQuantile as never, cdf: betaCdf as never },
};

/** The file asks for 1e-9; the package holds itself to 1e-12. */
const expectNear = (got: number, wanted: number): void => expectClose(got, wanted, 1e-12);

describe("dist_quantiles.json", () => {
  it.runIf(present)("holds vectors for every distribution named here", () => {
    expect(quantiles.length + cdfs.length).toBeGreaterThanOrEqual(149);
    expect(new Set(quantiles.map(({ dist }) => dist))).toEqual(new Set(Object.keys(FUNCTIONS)));
  });

  it.each(quantiles)("quantile of $dist $args at $p", ({ dist, args, p, x }) => {
    expectNear((FUNCTIONS[dist] as (typeof FUNCTIONS)[string]).quantile(p as number, ...args), Number(x));
  });

  it.each(cdfs)("cdf of $dist $args at $x", ({ dist, args, x, cdf }) => {
    expectNear((FUNCTIONS[dist] as (typeof FUNCTIONS)[string]).cdf(Number(x), ...args), Number(cdf));
  });
});
