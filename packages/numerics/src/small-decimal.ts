/**
 * Decimals of so few digits that a number holds them exactly: whole units and how many of their digits stand after the
 * point. Every function answers null where one of its numbers does not fit, or the text is no plain decimal; most money
 * and most ratios do, and are reckoned ten times as fast as by decimal.js.
 */
interface SmallDecimal {
  units: number;
  places: number;
}

/** The most characters a plain decimal may have. */
export const LONGEST = 400;

const mostPlaces = 15;
const powers = Array.from({ length: mostPlaces + 1 }, (_, exponent) => 10 ** exponent);

export function normaliseSmall(text: string): string | null {
  const small = readSmall(text);
  return small === null ? null : writeSmall(small.units, small.places);
}

/** a + sign · b. */
export function addSmall(a: string, b: string, sign: 1 | -1): string | null {
  const aligned = alignSmall(a, b);
  if (aligned === null) return null;
  const sum = aligned.left + sign * aligned.right;
  return Number.isSafeInteger(sum) ? writeSmall(sum, aligned.places) : null;
}

export function multiplySmall(a: string, b: string): string | null {
  const left = readSmall(a);
  const right = readSmall(b);
  if (left === null || right === null) return null;
  const units = left.units * right.units;
  return Number.isSafeInteger(units) ? writeSmall(units, left.places + right.places) : null;
}

export function compareSmall(a: string, b: string): -1 | 0 | 1 | null {
  const aligned = alignSmall(a, b);
  if (aligned === null) return null;
  if (aligned.left === aligned.right) return 0;
  return aligned.left < aligned.right ? -1 : 1;
}

/** To so many places, ties to even. */
export function roundSmall(text: string, places: number): string | null {
  const small = readSmall(text);
  if (small === null || !Number.isInteger(places) || places < 0) return null;
  if (small.places <= places) return writeSmall(small.units, small.places);
  const divisor = powers[small.places - places] as number;
  // The remainder of two whole numbers is exact, and so is what is left divided by it.
  const rest = small.units % divisor;
  const down = (small.units - rest) / divisor;
  const twice = Math.abs(rest) * 2;
  const isUp = twice > divisor || (twice === divisor && down % 2 !== 0);
  return writeSmall(isUp ? down + Math.sign(small.units) : down, places);
}

/** Both in units of the finer of the two. */
function alignSmall(a: string, b: string): { left: number; right: number; places: number } | null {
  const left = readSmall(a);
  const right = readSmall(b);
  if (left === null || right === null) return null;
  const places = Math.max(left.places, right.places);
  const leftUnits = left.units * (powers[places - left.places] as number);
  const rightUnits = right.units * (powers[places - right.places] as number);
  if (!Number.isSafeInteger(leftUnits) || !Number.isSafeInteger(rightUnits)) return null;
  return { left: leftUnits, right: rightUnits, places };
}

function readSmall(text: string): SmallDecimal | null {
  const units = wholeUnits(text);
  if (!Number.isSafeInteger(units)) return null;
  const point = text.indexOf(".");
  const places = point === -1 ? 0 : text.length - point - 1;
  return places > mostPlaces ? null : { units, places };
}

/** The canonical text. */
function writeSmall(units: number, places: number): string {
  let [rest, left] = [units, places];
  while (left > 0 && rest % 10 === 0) {
    rest /= 10;
    left -= 1;
  }
  // Nothing has no sign.
  if (rest === 0) return "0";
  if (left === 0) return String(rest);
  const digits = String(Math.abs(rest)).padStart(left + 1, "0");
  const point = digits.length - left;
  return `${rest < 0 ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;

/**
 * The digits of a plain decimal as one whole number, the point left out; Infinity where they are
 * too many to be exact, NaN where the text is no plain decimal. By character codes, because this is
 * the inner loop of every import.
 */
export function wholeUnits(text: string): number {
  const length = text.length;
  if (length > LONGEST) return Number.NaN;
  const negative = text.charCodeAt(0) === MINUS;
  let units = 0;
  let sincePoint = -1;
  let index = negative ? 1 : 0;
  if (index === length || text.charCodeAt(index) === POINT) return Number.NaN;
  for (; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= NINE) {
      units = units * 10 + (code - ZERO);
      if (sincePoint >= 0) sincePoint += 1;
    } else if (code === POINT && sincePoint < 0) {
      sincePoint = 0;
    } else {
      return Number.NaN;
    }
  }
  if (sincePoint === 0) return Number.NaN;
  if (units > Number.MAX_SAFE_INTEGER) return Infinity;
  return negative ? -units : units;
}
