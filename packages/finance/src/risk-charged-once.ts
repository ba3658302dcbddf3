import { normaliseDecimal } from "@liftledger/numerics/decimal";

/** What a line's amounts already allow for: the risks, by name. */
export type RiskCharge = { readonly line: string; readonly risks: readonly string[] };

/** What a discount rate holds above the time value of money, and for which risks; none named is all of them. */
export type RatePremium = { readonly premium: string; readonly risks?: readonly string[] };

/**
 * Keeps a risk from being charged twice: in the discount rate and in a line, or twice in one line. Throws a
 * RangeError that names the risk and the line. A premium that names no risk could be for any of them, so it
 * stands only where no line allows for a risk. Names count without regard to case and outer spaces.
 *
 *     requireRiskChargedOnce([{ line: "Leads", risks: ["slow adoption"] }],
 *       [{ premium: "0.02", risks: ["Slow adoption"] }]) // throws
 */
export function requireRiskChargedOnce(
  charges: readonly RiskCharge[],
  premiums: readonly RatePremium[],
): void {
  const seen = new Set<string>();
  for (const { line, risks } of charges) {
    for (const risk of risks) {
      const key = JSON.stringify([line, keyOf(risk)]);
      if (seen.has(key)) throw new RangeError(`"${line}" is charged twice for the risk "${risk}"`);
      seen.add(key);
    }
  }
  for (const { premium, risks } of premiums) {
    if (normaliseDecimal(premium) === "0") continue;
    const doubled = charges.find(
      (charge) => risks === undefined || charge.risks.some((risk) => risks.map(keyOf).includes(keyOf(risk))),
    );
    if (doubled === undefined) continue;
    const which =
      risks === undefined ? "that names no risk" : `for ${risks.map((risk) => `"${risk}"`).join(", ")}`;
    throw new RangeError(
      `The discount rate holds a premium ${which}, and "${doubled.line}" allows for the same: charge a risk once, in the line`,
    );
  }
}

function keyOf(risk: string): string {
  // Capitals, not small letters: "ß" has none of its own and is written "SS".
  return risk.trim().toUpperCase();
}
