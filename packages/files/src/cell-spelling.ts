import type { DateFormat } from "@liftledger/contracts/import-recipe";
import { periodOf } from "@liftledger/kpis/period";
import { numberToDecimal, roundHalfEven } from "@liftledger/numerics/decimal";
import { secondsPerDay, serialDay } from "./date-cell.ts";
import type { SheetCell } from "./sheet-rows.ts";

/** How the cells of one column are to be spelled, so that a recipe reads them as it reads a CSV file. */
export type ColumnSpelling = {
  /** What stands before decimals in the numbers of the file. */
  decimal: "." | ",";
  /** For a column of dates: how they are written, where that is known. */
  dates: DateFormat | undefined;
  isDateColumn: boolean;
};

/** 1990 to 2099 as day numbers of the 1900 system: what a bare number in a date column may mean. */
const plausibleDays = { first: 32_874, last: 73_050 };
const days1904 = 1_462;
/**
 * A spreadsheet keeps and shows fifteen digits. A stored number with more has the noise of its arithmetic at
 * its end: 346924.31999999902 is 346924.32, and -5.8207660913467407E-11, what is left of x - x, is 0.
 */
const digitsKept = 15;
const decimalsOfComputed = 8;
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A workbook's cell as text. A number is spelled with the recipe's decimal sign and never as what could be
 * thousands; a date as the recipe's format has it, ISO where that is open; a time or duration as h:mm:ss.
 *
 * @example
 * spellCell({ kind: "number", value: "346924.31999999902", isFormula: false }, spelling, false) // "346924.32"
 * spellCell({ kind: "date", value: "45698", isFormula: false }, spelling, false) // "2025-02-10"
 */
export function spellCell(cell: SheetCell, spelling: ColumnSpelling, isDate1904: boolean): string {
  if (cell.kind === "text" || cell.kind === "error") return cell.value;
  const number = Number(cell.value);
  if (cell.value.trim() === "" || !Number.isFinite(number)) return cell.value;
  if (cell.kind === "time" && !spelling.isDateColumn) return spellTime(number);
  const serial = isDate1904 ? number + days1904 : number;
  const isPlausible = serial >= plausibleDays.first && serial < plausibleDays.last + 1;
  const isDate = cell.kind === "date" || (spelling.isDateColumn && isPlausible);
  if (!isDate || serial < 0 || serial > 2_958_465) return spellNumber(cell.value, number, spelling.decimal);
  return spellDate(serial, spelling.dates);
}

function spellNumber(text: string, number: number, decimal: "." | ","): string {
  const plain = plainNumber(text, number);
  const point = plain.indexOf(".");
  if (point < 0) return plain;
  // Three decimals look like thousands where the sign is not known yet: 1.234. A zero more does not.
  const fraction = plain.slice(point + 1);
  return `${plain.slice(0, point)}${decimal}${fraction}${fraction.length === 3 ? "0" : ""}`;
}

function plainNumber(text: string, number: number): string {
  if (text.length <= digitsKept && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return text;
  const kept = numberToDecimal(number, digitsKept);
  const [mantissa = ""] = text.toUpperCase().split("E");
  const digits = mantissa.replace(/\D/g, "").replace(/^0+/, "").length;
  return digits > digitsKept ? roundHalfEven(kept, decimalsOfComputed) : kept;
}

function spellTime(days: number): string {
  const seconds = Math.round(Math.abs(days) * secondsPerDay * 1000) / 1000;
  const whole = Math.floor(seconds);
  const rest = numberToDecimal(seconds - whole, 3).slice(1);
  const clock = `${Math.floor(whole / 3600)}:${twoDigits(Math.floor(whole / 60) % 60)}:${twoDigits(whole % 60)}`;
  return `${days < 0 ? "-" : ""}${clock}${rest}`;
}

function spellDate(serial: number, format: DateFormat | undefined): string {
  const day = serialDay(serial);
  if (format === "excel-serial") return String(day);
  const date = dateOf(day);
  const time = Math.round(serial * secondsPerDay) - day * secondsPerDay;
  const spelled = spellDay(date, format);
  if (time === 0 || format === "yyyy-MM" || format === "yyyy-Www") return spelled;
  return `${spelled} ${twoDigits(Math.floor(time / 3600))}:${twoDigits(Math.floor(time / 60) % 60)}:${twoDigits(time % 60)}`;
}

/** The 1900 system counts a 29 February 1900 that never was, as day 60; it is spelled so, and refused later. */
function dateOf(serial: number): string {
  if (serial === 60) return "1900-02-29";
  return new Date(Date.UTC(1899, 11, serial < 60 ? 31 + serial : 30 + serial)).toISOString().slice(0, 10);
}

function spellDay(date: string, format: DateFormat | undefined): string {
  if (format === undefined || format === "yyyy-MM-dd" || format === "nth-day") return date;
  if (format === "yyyy-MM") return date.slice(0, 7);
  if (format === "yyyy-Www") return date === "1900-02-29" ? date : periodOf(date, "week");
  const [year, month, day] = date.split("-") as [string, string, string];
  const name = monthNames[Number(month) - 1] as string;
  return format
    .replace(/yyyy|yy/, (token) => year.slice(-token.length))
    .replace(/MMM|MM/, (token) => (token === "MMM" ? name : month))
    .replace("dd", day);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
