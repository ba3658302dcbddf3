import type { NumberStyle } from "@liftledger/contracts/import-recipe";
import { decimalToExact, type ExactNumber } from "./exact-number.ts";

/** The longest number a cell may hold; more digits than that is an identifier or a mistake. */
const longestNumber = 40;

/**
 * Reads a number cell to a canonical plain decimal, exactly, or returns undefined where the text is not a
 * number in that style. Parentheses are a negative ("(1,234.50)" is -1234.5), surrounding space is passed
 * over, thousands are either left out or in whole groups of three. Percent signs, currencies, exponents
 * and words are no numbers: what they mean is not the cell's to say.
 *
 * @example
 * readNumber("1.234,56", { decimal: ",", thousands: "." }) // "1234.56"
 * readNumber("1.234", { decimal: ".", thousands: "," })    // "1.234"
 * readNumber("12,34", { decimal: ".", thousands: "," })    // undefined
 */
export function readNumber(text: string, style: NumberStyle): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestNumber) return undefined;
  const inParentheses = trimmed.startsWith("(") && trimmed.endsWith(")");
  const unsigned = inParentheses ? trimmed.slice(1, -1).trim() : trimmed.replace(/^[-+\u2212]\s*/, "");
  const isNegative = inParentheses || /^[-\u2212]/.test(trimmed);
  const [whole = "", fraction, more] = unsigned.split(style.decimal);
  if (more !== undefined || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  const digits = withoutThousands(whole, style.thousands);
  if (digits === undefined) return undefined;
  return canonical(isNegative, digits, fraction ?? "");
}

/** "1,234,567" without its separators; undefined when a group is not of three digits or the first is 0. */
function withoutThousands(whole: string, separator: NumberStyle["thousands"]): string | undefined {
  if (/^\d+$/.test(whole)) return whole;
  if (separator === "") return undefined;
  const groups =
    separator === " "
      ? whole.split(/[ \u00a0\u202f]/)
      : whole.split(separator === "'" ? /['\u2019]/ : separator);
  const [first = "", ...rest] = groups;
  const isGrouped = /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
  return isGrouped ? groups.join("") : undefined;
}

function canonical(isNegative: boolean, whole: string, fraction: string): string {
  const digits = whole.replace(/^0+(?=\d)/, "");
  const decimals = fraction.replace(/0+$/, "");
  const plain = decimals === "" ? digits : `${digits}.${decimals}`;
  return isNegative && plain !== "0" ? `-${plain}` : plain;
}

/**
 * A reader for a million cells: writes the number into `into` and returns whether the text was one. It
 * agrees with `readNumber`, which it asks for anything but plain digits with an optional sign and decimal
 * separator.
 */
export function numberReader(
  style: NumberStyle,
  currencySign?: string,
): (text: string, into: ExactNumber) => boolean {
  const decimalCode = style.decimal.charCodeAt(0);
  return (text, into) => {
    if (readPlain(text, decimalCode, into)) return true;
    const decimal = readNumber(withoutSign(text, currencySign), style);
    if (decimal === undefined) return false;
    decimalToExact(decimal, into);
    return true;
  };
}

/** The text of a number without the currency sign before or after its digits: "-US$5" is "-5". */
export function withoutSign(text: string, sign: string | undefined): string {
  if (sign === undefined) return text;
  const trimmed = text.trim();
  const at = trimmed.indexOf(sign);
  if (at < 0) return text;
  const [before, after] = [trimmed.slice(0, at), trimmed.slice(at + sign.length)];
  const isOutside = !/\d/.test(before) || !/\d/.test(after);
  return isOutside ? `${before.trimEnd()}${after.trimStart()}` : text;
}

/** Up to 15 digits, so that the mantissa is a safe integer whatever they are. */
function readPlain(text: string, decimalCode: number, into: ExactNumber): boolean {
  const length = text.length;
  const isNegative = text.charCodeAt(0) === 45;
  let position = isNegative ? 1 : 0;
  if (length === position || length > 16) return false;
  let mantissa = 0;
  let point = -1;
  for (; position < length; position += 1) {
    const code = text.charCodeAt(position);
    if (code >= 48 && code <= 57) mantissa = mantissa * 10 + (code - 48);
    else if (code === decimalCode && point < 0) point = position;
    else return false;
  }
  // A separator at either end, and sixteen digits without one, are for the careful reader.
  if (point === (isNegative ? 1 : 0) || point === length - 1 || (point < 0 && length > 15)) return false;
  into.mantissa = isNegative ? -mantissa : mantissa;
  into.scale = point < 0 ? 0 : length - point - 1;
  return true;
}
