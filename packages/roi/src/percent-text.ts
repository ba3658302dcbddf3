const mostDigits = 3;

/** One for each number of digits: to make one takes a hundred times as long as to ask it. */
const formats = new Map<number, Intl.NumberFormat>();

function formatOf(digits: number): Intl.NumberFormat {
  const known = formats.get(digits);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat("en-GB", { maximumFractionDigits: digits, signDisplay: "negative" });
  formats.set(digits, made);
  return made;
}

/**
 * A ratio as a person reads it: "82%", "−4%", "1,240%". Whole percent, with more digits only where
 * rounding would carry it onto or over one of the `edges` (ratios): 29.9% must not read "30%" beside a
 * benchmark that starts at 30%, nor a small loss "0%".
 *
 * @example percentText(0.2996, [0.3]) // "29.96%"
 */
export function percentText(ratio: number, edges: readonly number[] = [0]): string {
  let digits = 0;
  while (digits < mostDigits && !staysOnItsSide(ratio, edges, digits)) digits += 1;
  return `${formatOf(digits).format(rounded(ratio, digits))}%`.replace("-", "−");
}

/** A ratio that somebody set, with the digits they gave it: "30%", "12.5%". */
export function statedPercent(ratio: number): string {
  return `${formatOf(mostDigits).format(rounded(ratio, mostDigits))}%`.replace("-", "−");
}

function staysOnItsSide(ratio: number, edges: readonly number[], digits: number): boolean {
  return edges.every(
    (edge) => Math.sign(rounded(ratio, digits) - rounded(edge, mostDigits)) === Math.sign(ratio - edge),
  );
}

/** In percent, to a number of digits. */
function rounded(ratio: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(ratio * 100 * scale) / scale;
}
