/** What a number in a cell stands for, as its format shows it. */
export type NumberMeaning = "number" | "date" | "time";

/** Formats every spreadsheet knows by number alone; 27-36 and 50-58 are dates of East Asian editions. */
const builtInDates = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);
const builtInTimes = new Set([18, 19, 20, 21, 45, 46, 47]);

/**
 * Whether a cell's number format makes its number a date, a time of day or duration, or leaves it a number.
 *
 * @example
 * numberMeaning(0, "d mmm yyyy") // "date"
 * numberMeaning(0, "[h]:mm:ss")  // "time"
 * numberMeaning(0, '0 "days"')   // "number"
 */
export function numberMeaning(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) {
    if (builtInDates.has(id)) return "date";
    return builtInTimes.has(id) ? "time" : "number";
  }
  // Of several sections the first is for positive numbers; texts, escaped characters and colours say nothing.
  const bare = (code.split(";")[0] ?? "")
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (bare.includes("general")) return "number";
  if (/[yd]/.test(bare)) return "date";
  if (/[hs]|\[m+\]/.test(bare)) return "time";
  return /m/.test(bare) ? "date" : "number";
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
