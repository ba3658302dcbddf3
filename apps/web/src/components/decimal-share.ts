import { trimDecimal } from "./typed-number.ts";

/**
 * A percentage as a share, exactly: the decimal point moves two places to the left.
 *
 *     shareOfPercent("33.5") // "0.335"
 */
export function shareOfPercent(percent: string): string {
  const sign = percent.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = percent.replace("-", "").split(".");
  const padded = whole.padStart(3, "0");
  return trimDecimal(`${sign}${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`);
}

/** A share as a percentage, exactly: `percentOfShare("0.335")` is "33.5". */
export function percentOfShare(share: string): string {
  const sign = share.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = share.replace("-", "").split(".");
  const padded = fraction.padEnd(2, "0");
  return trimDecimal(`${sign}${whole}${padded.slice(0, 2)}.${padded.slice(2)}`);
}
