import type { DateFormat, NumberStyle } from "@liftledger/contracts/import-recipe";
import { dateFormats } from "@liftledger/contracts/import-recipe";
import type { RecordField } from "@liftledger/contracts/record-targets";
import { columnKey } from "./csv-header.ts";
import { splitTime } from "./date-cell.ts";
import { percentText, textKey } from "./field-cell.ts";
import { dateAnswer, numberQuestion, type ImportQuestion } from "./import-questions.ts";
import { withoutSign } from "./number-cell.ts";
import { ReadingTally } from "./reading-tally.ts";
import { isDate, type FieldPlan, type RecordPlan } from "./record-plan.ts";
import { isTotalLabel } from "./total-row.ts";
import { dateCandidate, numberCandidates } from "./undecided-readings.ts";

/** How numbers and the dates of each column are written. */
export type FieldReadings = { numbers: NumberStyle; formatOf: (field: FieldPlan) => DateFormat };

/** Decides over whole columns what a recipe of fields leaves open, as `UndecidedReadings` does for figures. */
export class UndecidedFields {
  readonly #plan: RecordPlan;
  readonly #dates = new Map<string, { column: string; plan: FieldPlan; tally: ReadingTally<DateFormat> }>();
  readonly #numbers: { fields: FieldPlan[]; tally: ReadingTally<NumberStyle> } | undefined;

  constructor(plan: RecordPlan) {
    this.#plan = plan;
    for (const field of plan.fields) {
      const { source } = field;
      if (!isDate(field.field) || !("column" in source) || source.format !== undefined) continue;
      const formats = dateFormats.filter((format) => isFormatOf(format, field.field.kind));
      const tally = new ReadingTally(formats.map(dateCandidate));
      this.#dates.set(columnKey(source.column), { column: source.column, plan: field, tally });
    }
    const fields = plan.fields.filter(({ field, slot }) => isNumber(field) && slot >= 0);
    const isOpen = plan.recipe.numbers === undefined && fields.length > 0;
    this.#numbers = isOpen ? { fields, tally: new ReadingTally(numberCandidates) } : undefined;
  }

  /** Whether anything is open at all; a recipe that says everything needs no look for it. */
  get isOpen(): boolean {
    return this.#dates.size > 0 || this.#numbers !== undefined;
  }

  visit(cells: readonly string[]): void {
    if (cells.some(isTotalLabel)) return;
    for (const { plan, tally } of this.#dates.values()) {
      const [text] = splitTime(cells[plan.slot] ?? "");
      if (text !== "" && !plan.meanings.has(textKey(text))) tally.add(text);
    }
    for (const { slot } of this.#numbers?.fields ?? []) {
      const cell = (cells[slot] ?? "").trim().replace(percentText, "$1");
      const text = withoutSign(cell, this.#plan.recipe.currencySign);
      // Digits alone read the same in every style.
      if (text !== "" && !/^-?\d+$/.test(text)) this.#numbers?.tally.add(text);
    }
  }

  /** The readings where all was decided, or the questions. Throws where a column of dates holds none. */
  decide(): { readings: FieldReadings } | { questions: ImportQuestion[] } {
    const questions: ImportQuestion[] = [];
    const formats = new Map<string, DateFormat>();
    for (const [key, { column, plan, tally }] of this.#dates) {
      const decision = tally.decide();
      // A column without any date leaves nothing to decide, where that is allowed.
      const isEmpty = decision.kind === "none" && (decision.example === undefined || plan.hasInstead);
      const answer = isEmpty ? "yyyy-MM-dd" : dateAnswer(column, decision);
      if (typeof answer === "string") formats.set(key, answer);
      else questions.push(answer);
    }
    const numbers = this.#decideNumbers();
    if ("id" in numbers) questions.push(numbers);
    if (questions.length > 0 || "id" in numbers) return { questions };
    const formatOf = ({ source }: FieldPlan): DateFormat => {
      if (!("column" in source)) return "yyyy-MM-dd";
      return source.format ?? formats.get(columnKey(source.column)) ?? "yyyy-MM-dd";
    };
    return { readings: { numbers, formatOf } };
  }

  #decideNumbers(): NumberStyle | ImportQuestion {
    const { numbers } = this.#plan.recipe;
    if (numbers !== undefined) return numbers;
    const decision = this.#numbers?.tally.decide() ?? { kind: "none" };
    if (decision.kind === "decided") return decision.style;
    if (decision.kind === "none") return { decimal: ".", thousands: "," };
    const columns = this.#numbers?.fields.flatMap(({ source }) => ("column" in source ? source.column : []));
    return numberQuestion([...new Set(columns)], decision);
  }
}

function isNumber({ kind }: RecordField): boolean {
  return kind === "number" || kind === "share";
}

/** A day is not dated by a month; days counted from a stated start belong to figures. */
function isFormatOf(format: DateFormat, kind: string): boolean {
  if (format === "yyyy-Www" || format === "nth-day") return false;
  return format !== "yyyy-MM" || kind === "month";
}
