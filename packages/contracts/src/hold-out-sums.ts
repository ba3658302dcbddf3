import type { HoldOutArm, HoldOutKind } from "./hold-out.ts";

/** The sums a kind wants of each arm beside its units and their sum. Without zod, so that a form can ask for them. */
export const sumsOfKind = {
  proportion: [],
  mean: ["sumOfSquares"],
  ratio: ["sumOfSquares", "denominator", "denominatorSquares", "products"],
  adjusted: ["sumOfSquares", "before", "beforeSquares", "beforeProducts"],
} as const satisfies Record<HoldOutKind, readonly (keyof HoldOutArm)[]>;
