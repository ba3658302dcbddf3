import type { DateFormat, NumberStyle } from "@liftledger/contracts/import-recipe";
import { dateFormats } from "@liftledger/contracts/import-recipe";
import { columnKey, type CsvHeader, type Delimiter } from "./csv-header.ts";
import { splitTime } from "./date-cell.ts";
import type { TextEncoding } from "./decode-text.ts";
import type { OpenFile } from "./import-request.ts";
import { dateAnswer, numberQuestion, type ImportQuestion } from "./import-questions.ts";
import { ReadingTally, type ReadingCandidate } from "./reading-tally.ts";
import { readTableRows } from "./table-rows.ts";
import { isTotalLabel } from "./total-row.ts";
import { dateCandidate, numberCandidates } from "./undecided-readings.ts";
import { ownText } from "./own-text.ts";

/** What a column looks like in the first rows of a file. */
type InspectedColumn = {
  /** The heading, or "<heading> [column 3]" where several columns have it: the name a recipe uses. */
  name: string;
  looksLike: "date" | "number" | "text" | "empty";
  /** The date formats that read the most of it; several where they cannot be told apart. */
  dateFormats: DateFormat[];
  /** The first different values. */
  examples: string[];
  /** All different values, where there are few enough to be given a meaning each; else none. */
  values: string[];
};

export type InspectedFile = {
  delimiter: Delimiter;
  headerLine: number;
  columns: InspectedColumn[];
  /** The first twenty rows, all columns. */
  sampleRows: string[][];
  /** What the file leaves open; the recipe's measures are a person's to say. */
  questions: ImportQuestion[];
  /** As much of a recipe as the file itself tells. */
  guess: RecipeGuess;
};

type RecipeGuess = {
  encoding?: TextEncoding;
  dateColumn?: string;
  dateFormat?: DateFormat;
  period: "week" | "month";
  numbers?: NumberStyle;
  segmentColumn?: string;
};

const rowsInspected = 5_000;
const rowsShown = 20;
const examplesShown = 5;
const mostValuesShown = 60;
const longestValueShown = 200;
/** A column is a date or a number when so many of its cells are: a stray "n/a" does not make it text. */
const shareNeeded = 0.9;
const mostSegmentsGuessed = 50;
const datesByName = /\b(date|day|week|month|period|datum|tag|woche|monat)\b/i;
/** 1990 to 2099 as day numbers of a spreadsheet; other integers are counts. */
const plausibleSerials = { first: 32_874, last: 73_050 };

/**
 * Looks at the first rows of a file that has no recipe yet: its headings and delimiter, what each column
 * looks like, and as much of a recipe as can be told. Throws `FileRefusal` for a file that is
 * neither a CSV nor a workbook.
 *
 * @example
 * const { columns, questions } = await inspectFile(() => createReadStream("spend.csv"));
 */
export async function inspectFile(open: OpenFile, encoding?: TextEncoding): Promise<InspectedFile> {
  const { header, rows } = await firstRows(open, encoding);
  const samples = header.names.map((heading, index) => new ColumnSample(columnName(header, index), heading));
  const numbers = new ReadingTally<NumberStyle>(numberCandidates);
  for (const row of rows) {
    if (row.some(isTotalLabel)) continue;
    samples.forEach((sample, index) => sample.add(row[index] ?? ""));
  }
  const columns = samples.map((sample) => sample.look());
  const numberColumns = samples.filter((_, index) => columns[index]?.looksLike === "number");
  for (const sample of numberColumns) sample.eachNumber((text) => numbers.add(text));
  const questions = openQuestions(samples, columns, numbers, numberColumns);
  return {
    delimiter: header.delimiter,
    headerLine: header.line,
    columns,
    sampleRows: rows.slice(0, rowsShown),
    questions,
    guess: { ...guessRecipe(samples, columns, numbers), ...(encoding === undefined ? {} : { encoding }) },
  };
}

/** Thrown to stop reading a file of which enough was seen. */
class SeenEnough extends Error {}

async function firstRows(
  open: OpenFile,
  encoding: TextEncoding | undefined,
): Promise<{ header: CsvHeader; rows: string[][] }> {
  const rows: string[][] = [];
  const found: { header?: CsvHeader } = {};
  const onHeader = (header: CsvHeader) => {
    found.header = header;
  };
  try {
    await readTableRows(open(), { columns: "all", onHeader, encoding }, (cells) => {
      rows.push(cells.map(ownText));
      if (rows.length >= rowsInspected) throw new SeenEnough();
    });
  } catch (error) {
    if (!(error instanceof SeenEnough)) throw error;
  }
  // Without headings the reading has thrown.
  return { header: found.header as CsvHeader, rows };
}

function columnName({ names }: CsvHeader, index: number): string {
  const heading = names[index] as string;
  const isAlone = names.filter((name) => columnKey(name) === columnKey(heading)).length === 1;
  return isAlone ? heading : `${heading} [column ${index + 1}]`;
}

/** The first cells of one column. */
class ColumnSample {
  readonly name: string;
  readonly values = new Map<string, number>();
  readonly tally: ReadingTally<DateFormat>;
  #filled = 0;

  constructor(name: string, heading: string) {
    this.name = name;
    // Day numbers of a spreadsheet look like any number: only a heading makes them dates.
    const formats = dateFormats.filter((format) => format !== "excel-serial");
    const candidates = formats.map(dateCandidate);
    this.tally = new ReadingTally(datesByName.test(heading) ? [...candidates, plausibleSerial] : candidates);
  }

  add(cell: string): void {
    const value = ownText(cell.trim());
    if (value === "") return;
    this.#filled += 1;
    this.values.set(value, (this.values.get(value) ?? 0) + 1);
    this.tally.add(splitTime(value)[0]);
  }

  get distinct(): number {
    return this.values.size;
  }

  get filled(): number {
    return this.#filled;
  }

  eachNumber(take: (text: string) => void): void {
    for (const value of this.values.keys()) if (!/^-?\d+$/.test(value)) take(value);
  }

  look(): InspectedColumn {
    const { best, share } = this.tally.best();
    const examples = [...this.values.keys()].slice(0, examplesShown);
    const isDate = this.#filled > 0 && share >= shareNeeded;
    const dateFormats = isDate ? best : [];
    return { name: this.name, looksLike: this.#kind(isDate), dateFormats, examples, values: this.#values() };
  }

  #values(): string[] {
    const values = [...this.values.keys()];
    const isList =
      values.length <= mostValuesShown && values.every(({ length }) => length <= longestValueShown);
    return isList ? values : [];
  }

  #kind(isDate: boolean): InspectedColumn["looksLike"] {
    if (this.#filled === 0) return "empty";
    if (isDate) return "date";
    const values = [...this.values.keys()];
    const numbers = values.filter((value) => numberCandidates.some(({ read }) => read(value) !== undefined));
    return numbers.length >= shareNeeded * values.length ? "number" : "text";
  }
}

const plausibleSerial: ReadingCandidate<DateFormat> = {
  style: "excel-serial",
  read: (text) => {
    const isPlausible = Number(text) >= plausibleSerials.first && Number(text) <= plausibleSerials.last;
    return isPlausible ? dateCandidate("excel-serial").read(text) : undefined;
  },
};

function openQuestions(
  samples: readonly ColumnSample[],
  columns: readonly InspectedColumn[],
  numbers: ReadingTally<NumberStyle>,
  numberColumns: readonly ColumnSample[],
): ImportQuestion[] {
  const questions: ImportQuestion[] = [];
  samples.forEach((sample, index) => {
    if (columns[index]?.looksLike !== "date") return;
    const answer = dateAnswer(sample.name, sample.tally.decide());
    if (typeof answer !== "string") questions.push(answer);
  });
  const decision = numbers.decide();
  if (decision.kind === "ambiguous" || decision.kind === "mixed") {
    questions.push(
      numberQuestion(
        numberColumns.map(({ name }) => name),
        decision,
      ),
    );
  }
  return questions;
}

function guessRecipe(
  samples: readonly ColumnSample[],
  columns: readonly InspectedColumn[],
  numbers: ReadingTally<NumberStyle>,
): RecipeGuess {
  const date = columns.find(({ looksLike }) => looksLike === "date");
  const [dateFormat, otherFormat] = date?.dateFormats ?? [];
  const style = numbers.decide();
  const segment = samples.find(
    (sample, index) =>
      columns[index]?.looksLike === "text" &&
      sample.distinct <= mostSegmentsGuessed &&
      sample.distinct * 2 <= sample.filled,
  );
  return {
    period: dateFormat === "yyyy-MM" ? "month" : "week",
    ...(date === undefined ? {} : { dateColumn: date.name }),
    ...(dateFormat === undefined || otherFormat !== undefined || dateFormat === "excel-serial"
      ? {}
      : { dateFormat }),
    ...(style.kind === "decided" ? { numbers: style.style } : {}),
    ...(segment === undefined ? {} : { segmentColumn: segment.name }),
  };
}
