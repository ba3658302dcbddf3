import type { Condition, DateFormat, Quantity, RecipeMeasure } from "@liftledger/contracts/import-recipe";
import { columnKey } from "./csv-header.ts";
import { readDate } from "./date-cell.ts";
import { addExact, type ExactNumber } from "./exact-number.ts";
import type { ImportPlan, Readings } from "./import-plan.ts";
import { numberReader } from "./number-cell.ts";
import { readDuration, type DurationUnit } from "./duration-cell.ts";
import { errorCell, isErrorCell } from "./error-cell.ts";
import { ownText } from "./own-text.ts";

/** Why a cell makes its row wrong. The message is the end of a sentence that begins with line and column. */
export type WrongCell = { column: string | null; value: string; rule: string; message: string };

/** Reads what one row gives, into `into`; returns what is wrong with it instead. */
type QuantityReader = (cells: readonly string[], into: ExactNumber) => WrongCell | undefined;

/** A measure made ready for a million rows: its conditions and quantities as functions of the cells. */
export type RowMeasure = {
  measure: RecipeMeasure;
  applies: ((cells: readonly string[]) => boolean) | undefined;
  numerator: QuantityReader;
  /** Undefined where the denominator is 1 for each period. */
  denominator: QuantityReader | undefined;
};

const millisecondsPerDay = 86_400_000;
const mostRemembered = 50_000;

/** Prepares a measure of the recipe. */
export function prepareMeasure(measure: RecipeMeasure, plan: ImportPlan, readings: Readings): RowMeasure {
  return {
    measure,
    applies: measure.where && conditionReader(measure.where, plan),
    numerator: quantityReader(measure.numerator, plan, readings),
    denominator:
      measure.denominator.kind === "periods"
        ? undefined
        : quantityReader(measure.denominator, plan, readings),
  };
}

function conditionReader(condition: Condition, plan: ImportPlan): (cells: readonly string[]) => boolean {
  const slot = plan.slotOf(condition.column);
  if ("is" in condition) {
    const wantsFilled = condition.is === "filled";
    return (cells) => ((cells[slot] as string).trim() !== "") === wantsFilled;
  }
  const texts = new Set(condition.equals.map((text) => text.trim()));
  return (cells) => texts.has((cells[slot] as string).trim());
}

function quantityReader(quantity: Quantity, plan: ImportPlan, readings: Readings): QuantityReader {
  if (quantity.kind === "sum") return sumReader(quantity.columns, plan, readings);
  if (quantity.kind === "days-between") return daysReader(quantity, plan, readings);
  if (quantity.kind === "duration") return durationReader(quantity.column, quantity.unit, plan);
  const applies =
    quantity.kind === "count-rows" && quantity.where ? conditionReader(quantity.where, plan) : undefined;
  return (cells, into) => {
    into.scale = 0;
    into.mantissa = applies === undefined || applies(cells) ? 1 : 0;
    return undefined;
  };
}

function sumReader(columns: readonly string[], plan: ImportPlan, readings: Readings): QuantityReader {
  const read = numberReader(readings.numbers, plan.recipe.currencySign);
  const [firstColumn = "", ...others] = columns;
  const firstSlot = plan.slotOf(firstColumn);
  if (others.length === 0) {
    return (cells, into) => {
      const text = cells[firstSlot] as string;
      return read(text, into) ? undefined : wrongNumber(firstColumn, text, readings);
    };
  }
  const slots = columns.map((column) => plan.slotOf(column));
  const part: ExactNumber = { mantissa: 0, scale: 0 };
  return (cells, into) => {
    into.mantissa = 0;
    into.scale = 0;
    for (let index = 0; index < slots.length; index += 1) {
      const text = cells[slots[index] as number] as string;
      if (!read(text, part)) return wrongNumber(columns[index] as string, text, readings);
      addExact(into, part);
    }
    return undefined;
  };
}

function durationReader(column: string, unit: DurationUnit, plan: ImportPlan): QuantityReader {
  const slot = plan.slotOf(column);
  return (cells, into) => {
    const value = (cells[slot] as string).trim();
    if (readDuration(value, unit, into)) return undefined;
    if (value === "") return emptyCell(column);
    if (isErrorCell(value)) return { column, value, ...errorCell(value) };
    const message = `"${value}" is not a duration such as 0:02:23`;
    return { column, value, rule: "not-a-duration", message };
  };
}

function wrongNumber(column: string, text: string, { numbers }: Readings): WrongCell {
  const value = text.trim();
  if (value === "") return emptyCell(column);
  if (/^[-+(]?[\d.,]+\s*%\)?$/.test(value)) {
    const message = `"${value}" is a ratio without its parts; name the columns of its numerator and denominator`;
    return { column, value, rule: "percentage", message };
  }
  if (isErrorCell(value)) return { column, value, ...errorCell(value) };
  const thousands = numbers.thousands === "" ? "" : ` and "${numbers.thousands}" between thousands`;
  const message = `"${value}" is not a number with "${numbers.decimal}" before decimals${thousands}`;
  return { column, value, rule: "not-a-number", message };
}

function emptyCell(column: string): WrongCell {
  return {
    column,
    value: "",
    rule: "empty-cell",
    message: "the cell is empty, and a partial row is not read as zeros",
  };
}

type DaysBetween = Extract<Quantity, { kind: "days-between" }>;

function daysReader(quantity: DaysBetween, plan: ImportPlan, readings: Readings): QuantityReader {
  const from = dayReader(quantity.from, quantity.fromFormat, plan, readings);
  const to = dayReader(quantity.to, quantity.toFormat, plan, readings);
  return (cells, into) => {
    const start = from(cells);
    const end = to(cells);
    if (typeof start !== "number") return start;
    if (typeof end !== "number") return end;
    into.scale = 0;
    into.mantissa = end - start;
    return undefined;
  };
}

function dayReader(
  column: string,
  declared: DateFormat | undefined,
  plan: ImportPlan,
  readings: Readings,
): (cells: readonly string[]) => number | WrongCell {
  const slot = plan.slotOf(column);
  const format = declared ?? readings.otherDates.get(columnKey(column)) ?? readings.dateFormat;
  const known = new Map<string, number | WrongCell>();
  return (cells) => {
    const text = cells[slot] as string;
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const own = ownText(text);
    const day = dayNumber(own, column, format);
    if (known.size >= mostRemembered) known.clear();
    known.set(own, day);
    return day;
  };
}

function dayNumber(text: string, column: string, format: DateFormat): number | WrongCell {
  if (text.trim() === "") return emptyCell(column);
  const reading = readDate(text, format);
  if (reading.kind === "day") return Date.parse(`${reading.date}T00:00:00Z`) / millisecondsPerDay;
  const value = text.trim();
  if (reading.kind === "wrong") return { column, value, rule: reading.rule, message: reading.message };
  return {
    column,
    value,
    rule: "not-a-date",
    message: `"${value}" is a period, and days cannot be counted from it`,
  };
}
