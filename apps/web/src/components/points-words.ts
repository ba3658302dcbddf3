import { formatCount } from "./format-number.ts";
import { form, plural } from "../words.ts";

/**
 * A difference between two shares, without its sign: from 30% to 39% is "9 points", and no 9%.
 * @example pointsWords(-0.004, 1) // "0.4 points"
 */
export function pointsWords(difference: number, digits: number): string {
  const points = Math.abs(difference) * 100;
  const shown = formatCount(points, { digits });
  return plural(shown === "1" ? 1 : 2, form`${shown} point`, form`${shown} points`);
}
