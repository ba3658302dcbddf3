import { t } from "../words.ts";

/** What somebody typed into a number field, read in their locale. */
export type TypedNumber =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly decimal: string }
  | { readonly kind: "fault"; readonly message: string };

interface Separators {
  readonly decimal: string;
  readonly group: string;
}

/**
 * Reads a typed or pasted number exactly, as plain decimal text. Currency signs, spaces and apostrophes
 * are passed over, parentheses mean below zero. Where a comma or a point could be either separator the
 * reader's locale decides; anything that is no number is a fault with words, never a guess.
 *
 *     readTypedNumber("€1,234.50", "en-GB") // { kind: "number", decimal: "1234.5" }
 *     readTypedNumber("1.234,5", "de-DE")   // { kind: "number", decimal: "1234.5" }
 *     readTypedNumber("12 apples", "en-GB") // { kind: "fault", … }
 */
export function readTypedNumber(typed: string, locale: string): TypedNumber {
  const bare = typed.replaceAll(/[\s\u00a0\u202f'’\p{Sc}]/gu, "").replace("\u2212", "-");
  if (bare === "") return { kind: "empty" };
  const inParentheses = /^\((.*)\)$/.exec(bare);
  const sign = inParentheses !== null || bare.startsWith("-") ? "-" : "";
  const digits = (inParentheses?.[1] ?? bare).replace(/^[+-]/, "");
  const decimal = /^[\d.,]*\d[\d.,]*$/.test(digits) ? plainDecimal(digits, separatorsOf(locale)) : undefined;
  if (decimal === undefined)
    return { kind: "fault", message: t`“${typed.trim().slice(0, 40)}” is not a number` };
  return { kind: "number", decimal: decimal === "0" ? "0" : sign + decimal };
}

/** Decimal text as one would type it in a locale, every digit kept: thousands grouped, its decimal sign. */
export function typedFromDecimal(decimal: string, locale: string): string {
  const separators = separatorsOf(locale);
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, separators.group);
  return fraction === undefined ? grouped : grouped + separators.decimal + fraction;
}

/** Decimal text as it is read: what was entered, grouped, with every digit that says something: 0.9234 is no 0.92. */
export function showDecimal(decimal: string, locale: string): string {
  return typedFromDecimal(trimDecimal(decimal), locale);
}

/** Decimal text without superfluous zeros, so that equal numbers are equal texts. */
export function trimDecimal(decimal: string): string {
  const [whole = "", fraction = ""] = decimal.split(".");
  const kept = fraction.replace(/0+$/, "");
  const digits = whole.replace(/^(-?)0+(?=\d)/, "$1");
  const text = kept === "" ? digits : `${digits}.${kept}`;
  return text === "-0" ? "0" : text;
}

function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const decimal = parts.find((part) => part.type === "decimal")?.value ?? ".";
  const group = parts.find((part) => part.type === "group")?.value ?? "";
  return { decimal, group };
}

function plainDecimal(digits: string, separators: Separators): string | undefined {
  const sign = decimalSignOf(digits, separators);
  const [whole = "", fraction = "", ...rest] = sign === undefined ? [digits] : digits.split(sign);
  if (rest.length > 0 || /[.,]/.test(fraction) || !groupsFit(whole)) return undefined;
  return trimDecimal(`${whole.replaceAll(/[.,]/g, "") || "0"}.${fraction}`);
}

/** Which of the two characters is the decimal sign here; undefined where there is none. */
function decimalSignOf(digits: string, separators: Separators): string | undefined {
  const points = digits.split(".").length - 1;
  const commas = digits.split(",").length - 1;
  if (points > 0 && commas > 0) return digits.lastIndexOf(".") > digits.lastIndexOf(",") ? "." : ",";
  if (points + commas !== 1) return undefined;
  const only = points === 1 ? "." : ",";
  const couldBeGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  return couldBeGroup && only === separators.group ? undefined : only;
}

/** Thousands stand in threes and by one character: "1,234" and "1.234.567", not "12,34" or "1,234.567.890". */
function groupsFit(whole: string): boolean {
  return /^\d*$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole) || /^\d{1,3}(\.\d{3})+$/.test(whole);
}
