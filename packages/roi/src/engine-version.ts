/**
 * The version of the arithmetic behind every figure. It changes whenever the same inputs would give
 * another number, and travels with each figure so that an old report says by which rules it was made.
 */
export const engineVersion = "1.5.0";

/** The level of the interval a verdict and a headline show. */
export const headlineLevel = 0.8;
