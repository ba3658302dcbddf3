/**
 * A decimal held exactly as mantissa × 10^-scale: 12.50 is { mantissa: 1250, scale: 2 }. The mantissa is a
 * safe integer while it fits, and a bigint where it does not. One object is reused over many cells of a
 * file, so it is written in place.
 */
export type ExactNumber = { mantissa: number | bigint; scale: number };

const tenTo = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** Adds `part` to `sum` in place, exactly. */
export function addExact(sum: ExactNumber, part: Readonly<ExactNumber>): void {
  const scale = Math.max(sum.scale, part.scale);
  const left = atScale(sum, scale);
  const right = atScale(part, scale);
  sum.scale = scale;
  if (typeof left === "number" && typeof right === "number") {
    const total = left + right;
    sum.mantissa = Number.isSafeInteger(total) ? total : BigInt(left) + BigInt(right);
  } else {
    sum.mantissa = BigInt(left) + BigInt(right);
  }
}

/** The mantissa the number has at a scale no smaller than its own. */
function atScale(number: Readonly<ExactNumber>, scale: number): number | bigint {
  if (scale === number.scale) return number.mantissa;
  const steps = scale - number.scale;
  if (typeof number.mantissa === "number") {
    const factor = tenTo[steps];
    const product = factor === undefined ? Number.NaN : number.mantissa * factor;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(number.mantissa) * 10n ** BigInt(steps);
}

/**
 * The number as a canonical plain decimal.
 *
 * @example
 * exactToDecimal({ mantissa: -1250, scale: 2 }) // "-12.5"
 */
export function exactToDecimal({ mantissa, scale }: Readonly<ExactNumber>): string {
  if (scale === 0) return String(mantissa);
  const isNegative = mantissa < 0;
  const digits = String(mantissa)
    .slice(isNegative ? 1 : 0)
    .padStart(scale + 1, "0");
  let end = digits.length;
  const point = end - scale;
  while (end > point && digits.charCodeAt(end - 1) === 48) end -= 1;
  const plain =
    end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`;
  return isNegative && plain !== "0" ? `-${plain}` : plain;
}

/** Writes a canonical plain decimal into `into`. The text is trusted: digits, a point, a leading minus. */
export function decimalToExact(decimal: string, into: ExactNumber): void {
  const point = decimal.indexOf(".");
  into.scale = point < 0 ? 0 : decimal.length - point - 1;
  const digits = point < 0 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1);
  into.mantissa = digits.length <= 15 ? Number(digits) : BigInt(digits);
}
