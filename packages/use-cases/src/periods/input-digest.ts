import { createHash } from "node:crypto";
import type { BaselineInput } from "@liftledger/roi/benefit-input";
import type { InitiativeInput } from "@liftledger/roi/initiative-input";

// Who said it and when, the names of things, and what was only computed before: they change no figure.
const besideTheFigures = new Set([
  "source",
  "factorsSource",
  "name",
  "asOf",
  "seed",
  "closedMonths",
  "placebo",
]);

/**
 * The digest of everything an initiative's figures are computed from, or a baseline's: SHA-256, in hexadecimal. Equal
 * digests under one version of the engine mean equal figures.
 */
export function inputDigest(input: InitiativeInput | BaselineInput): string {
  const text = JSON.stringify(input, (key, value: unknown) => {
    if (besideTheFigures.has(key)) return undefined;
    return typeof value === "bigint" ? value.toString() : value;
  });
  return createHash("sha256").update(text).digest("hex");
}

/** One digest of many. */
export function digestOfDigests(digests: readonly string[]): string {
  return createHash("sha256").update(digests.join("\n")).digest("hex");
}
