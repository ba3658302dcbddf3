import { numberStyles } from "@liftledger/contracts/import-answer";
import type { DateFormat, NumberStyle } from "@liftledger/contracts/import-recipe";
import { dateFormats } from "@liftledger/contracts/import-recipe";
import { columnKey } from "./csv-header.ts";
import { readDate, splitTime } from "./date-cell.ts";
import { dateAnswer, numberQuestion, type ImportQuestion } from "./import-questions.ts";
import type { ImportPlan, Readings } from "./import-plan.ts";
import { readNumber, withoutSign } from "./number-cell.ts";
import { ReadingTally, type ReadingCandidate } from "./reading-tally.ts";
import { isTotalLabel } from "./total-row.ts";

type DateTally = { column: string; slot: number; tally: ReadingTally<DateFormat> };

/**
 * Decides over whole columns what a recipe leaves open: the formats of its date columns and how its
 * numbers are written. Feed it every row once, then ask for the decision.
 */
export class UndecidedReadings {
  readonly #plan: ImportPlan;
  readonly #dates: DateTally[] = [];
  readonly #numbers: { slots: number[]; tally: ReadingTally<NumberStyle> } | undefined;

  constructor(plan: ImportPlan) {
    this.#plan = plan;
    for (const column of openDateColumns(plan)) {
      this.#dates.push({
        column,
        slot: plan.slotOf(column),
        tally: new ReadingTally(dateCandidates(plan, column)),
      });
    }
    const slots =
      plan.recipe.numbers === undefined ? sumColumns(plan).map((column) => plan.slotOf(column)) : [];
    this.#numbers = slots.length === 0 ? undefined : { slots, tally: new ReadingTally(numberCandidates) };
  }

  /** Whether anything is open at all; a recipe that says everything needs no pass for it. */
  get isOpen(): boolean {
    return this.#dates.length > 0 || this.#numbers !== undefined;
  }

  /** How many rows were seen. */
  rows = 0;

  /** Takes one row: the plan's main columns, and the lookup's where it joins one. */
  visit(cells: readonly string[]): void {
    this.rows += 1;
    const { dateSlot, segmentSlot } = this.#plan;
    if (dateSlot !== undefined && isTotalLabel(cells[dateSlot] ?? "")) return;
    if (segmentSlot !== undefined && isTotalLabel(cells[segmentSlot] ?? "")) return;
    for (const { slot, tally } of this.#dates) {
      const [text] = splitTime(cells[slot] ?? "");
      if (text !== "") tally.add(text);
    }
    for (const slot of this.#numbers?.slots ?? []) {
      const text = withoutSign((cells[slot] ?? "").trim(), this.#plan.recipe.currencySign);
      // Digits alone read the same in every style.
      if (text !== "" && !/^-?\d+$/.test(text)) this.#numbers?.tally.add(text);
    }
  }

  /** The readings where all was decided, or the questions. Throws where a date column holds no dates. */
  decide(): { readings: Readings } | { questions: ImportQuestion[] } {
    const questions: ImportQuestion[] = [];
    const decided = new Map<string, DateFormat>();
    for (const { column, tally } of this.#dates) {
      const answer = dateAnswer(column, tally.decide());
      if (typeof answer === "string") decided.set(columnKey(column), answer);
      else questions.push(answer);
    }
    const numbers = this.#decideNumbers();
    if ("id" in numbers) questions.push(numbers);
    if (questions.length > 0 || "id" in numbers) return { questions };
    const { recipe } = this.#plan;
    const own = recipe.dateColumn === undefined ? undefined : decided.get(columnKey(recipe.dateColumn));
    const dateFormat = recipe.dateFormat ?? own ?? "yyyy-MM-dd";
    return { readings: { dateFormat, numbers, otherDates: decided } };
  }

  #decideNumbers(): NumberStyle | ImportQuestion {
    const { recipe } = this.#plan;
    if (recipe.numbers !== undefined) return recipe.numbers;
    const decision = this.#numbers?.tally.decide() ?? { kind: "none" };
    if (decision.kind === "decided") return decision.style;
    if (decision.kind === "none") return { decimal: ".", thousands: "," };
    return numberQuestion(sumColumns(this.#plan), decision);
  }
}

function openDateColumns(plan: ImportPlan): string[] {
  const { recipe } = plan;
  const { dateColumn } = recipe;
  const open = recipe.dateFormat === undefined && dateColumn !== undefined ? [dateColumn] : [];
  for (const { numerator, denominator } of recipe.measures) {
    for (const quantity of [numerator, denominator]) {
      if (quantity.kind !== "days-between") continue;
      if (quantity.fromFormat === undefined) open.push(quantity.from);
      if (quantity.toFormat === undefined) open.push(quantity.to);
    }
  }
  const settled =
    recipe.dateFormat === undefined || dateColumn === undefined ? undefined : columnKey(dateColumn);
  const byKey = new Map(open.map((column) => [columnKey(column), column]));
  return [...byKey].flatMap(([key, column]) => (key === settled ? [] : [column]));
}

function sumColumns(plan: ImportPlan): string[] {
  const columns = plan.recipe.measures.flatMap(({ numerator, denominator }) =>
    [numerator, denominator].flatMap((quantity) => (quantity.kind === "sum" ? quantity.columns : [])),
  );
  return [...new Set(columns)];
}

/** Every style a number may be written in. */
export const numberCandidates = Object.values(numberStyles).map((style) => ({
  style,
  read: (text: string) => readNumber(text, style),
}));

/** Weeks cannot be dated by months, nor months by weeks; days between two dates need days. */
function dateCandidates(plan: ImportPlan, column: string): ReadingCandidate<DateFormat>[] {
  const isDateColumn = columnKey(column) === columnKey(plan.recipe.dateColumn ?? "");
  const wholePeriod = isDateColumn ? (plan.recipe.period === "week" ? "yyyy-Www" : "yyyy-MM") : undefined;
  return dateFormats
    .filter((format) => format === wholePeriod || (format !== "yyyy-Www" && format !== "yyyy-MM"))
    .map(dateCandidate);
}

/** A date format as something to try: the day or period it reads, always spelled the same. */
export function dateCandidate(format: DateFormat): ReadingCandidate<DateFormat> {
  return { style: format, read: (text) => canonicalDate(text, format) };
}

function canonicalDate(text: string, format: DateFormat): string | undefined {
  const reading = readDate(text, format);
  if (reading.kind === "wrong") return undefined;
  return reading.kind === "day" ? reading.date : reading.period;
}
