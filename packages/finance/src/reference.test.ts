import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { datedInternalRateOfReturn } from "./dated-internal-rate-of-return.ts";
import { internalRateOfReturn } from "./internal-rate-of-return.ts";
import { expectRoots } from "./testing/expect-roots.ts";
import { irrVectors, xirrVectors } from "./testing/rate-vectors.ts";

type RateFile = {
  readonly vectors: readonly {
    readonly id: string;
    readonly inputs: {
      readonly cashflows?: readonly string[];
      readonly dates?: readonly string[];
      readonly amounts?: readonly string[];
    };
    readonly expected: {
      readonly status: string;
      readonly signChanges: number;
      readonly roots: readonly string[];
    };
    readonly tolerance: { readonly abs: number; readonly rel: number };
  }[];
};

const folder = join(import.meta.dirname, "../../../../shared/reference/finance");

/** The vectors of a file beside the repository that are too long to stand in a test. */
function longVectors(name: string, written: readonly { readonly id: string }[]): RateFile["vectors"] {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  const { vectors } = JSON.parse(readFileSync(path, "utf8")) as RateFile;
  return vectors.filter(({ id }) => !written.some((vector) => vector.id === id));
}

const files = [
  { name: "irr.json", written: irrVectors },
  { name: "xirr.json", written: xirrVectors },
];

describe.each(files)(
  "long vectors of ../shared/reference/finance/$name, skipped where it is absent",
  ({ name, written }) => {
    const vectors = longVectors(name, written);
    it.skipIf(vectors.length === 0)("are there", () => {
      expect(vectors.length).toBeGreaterThan(0);
    });
    it.each(vectors)("meets $id", ({ inputs, expected, tolerance }) => {
      const { cashflows, dates = [], amounts = [] } = inputs;
      const got = cashflows ? internalRateOfReturn(cashflows) : datedInternalRateOfReturn({ dates, amounts });
      expect(got).toMatchObject({ status: expected.status, signChanges: expected.signChanges });
      expectRoots(got, expected.roots, tolerance);
    });
  },
);
