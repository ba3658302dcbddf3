import { overlap, wordsOf } from "./heading-words.ts";
import type { FileInspection } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { spellingOf } from "./mapping-recipe.ts";
import { emptyMeasure, quantity, type Mapping, type MeasureMapping } from "./mapping.ts";
import { t } from "../../words.ts";

type Column = FileInspection["columns"][number];
type Named = Pick<Column, "name">;

/** Words that mean one of a KPI's units, where the unit itself is not in the heading. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  spend: ["spend", "spent", "cost", "budget", "media"],
  revenue: ["revenue", "sale", "turnover", "income"],
  duration: ["hour", "day", "minute", "time", "duration"],
  conversion: ["conversion", "converted", "purchase", "order"],
  customer: ["customer", "approved", "won", "buyer"],
  visit: ["visit", "session", "visitor"],
  lead: ["lead", "mql"],
};

const segmentWords = [
  "channel",
  "segment",
  "campaign",
  "origin",
  "team",
  "region",
  "country",
  "market",
  "source",
];

/**
 * A first mapping for a file: what the server read from its rows (date, its format, how numbers are
 * written), a column that looks like a segment, and the KPIs whose numerator and denominator both have a
 * heading. A guess to be looked at, shown before anything is read.
 */
export function guessMapping(file: FileInspection, fileName: string, kpis: readonly Kpi[]): Mapping {
  const { guess } = file;
  const measures = guessMeasures(file.columns.filter(isNumber), kpis);
  return {
    name: nameOf(fileName),
    source: t`Spreadsheet`,
    dateColumn: guess.dateColumn ?? dateByName(file.columns) ?? "",
    // Left open where two formats fit: that is a question for a person.
    dateFormat: guess.dateFormat ?? "",
    period: guess.period,
    numbers: guess.numbers === undefined ? "" : spellingOf(guess.numbers),
    segmentColumn: segmentByName(file.columns) ?? guess.segmentColumn ?? "",
    scope: t`All`,
    lookup: null,
    repeatedRows: "",
    measures: measures.length > 0 ? measures : [unnamedMeasure(file.columns)],
    kept: guess.encoding === undefined ? {} : { encoding: guess.encoding },
  };
}

/** The name of a file as words. */
export function nameOf(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[_-]+/g, " ")
    .trim();
  return words === "" ? t`Spreadsheet` : words;
}

/** In a short file one wrong date is enough to hide the column: then its heading tells. */
function dateByName(columns: readonly Column[]): string | undefined {
  return columns.find(({ name }) => overlap(wordsOf(name), ["date", "day", "week", "month"]) > 0)?.name;
}

/** A heading such as "Channel" or "campaign_id"; numbers count only as ids. */
function segmentByName(columns: readonly Column[]): string | undefined {
  const found = columns.find(({ name, looksLike }) => {
    const words = wordsOf(name);
    const fits = looksLike === "text" || (looksLike === "number" && words.includes("id"));
    return fits && overlap(words, segmentWords) > 0;
  });
  return found?.name;
}

/**
 * A measure whose KPI is chosen for the first time: its columns by their headings where they fit, and as it
 * was where they do not.
 */
export function withKpi(measure: MeasureMapping, kpi: Kpi, columns: readonly string[]): MeasureMapping {
  const isTotal = kpi.denominator.kind === "period";
  const fit =
    measure.kpi === ""
      ? fitOf(
          kpi,
          columns.map((name) => ({ name })),
        )
      : undefined;
  if (fit !== undefined) return measureOf(fit, measure);
  const wasTotal = measure.denominator.kind === "periods";
  const denominator = isTotal ? quantity("periods") : wasTotal ? quantity("sum") : measure.denominator;
  return { ...measure, kpi: kpi.key, denominator };
}

function measureOf({ kpi, numerator, denominator }: Fit, measure: MeasureMapping): MeasureMapping {
  return {
    ...measure,
    kpi: kpi.key,
    numerator: quantity("sum", [numerator]),
    denominator: denominator === undefined ? quantity("periods") : quantity("sum", [denominator]),
  };
}

/** The KPIs that fit best, each column given to one of them at most. */
function guessMeasures(columns: readonly Column[], kpis: readonly Kpi[]): MeasureMapping[] {
  const fits = kpis
    .map((kpi) => fitOf(kpi, columns))
    .filter((fit) => fit !== undefined)
    .toSorted((one, other) => other.score - one.score);
  const used = new Set<string>();
  const measures: MeasureMapping[] = [];
  for (const fit of fits) {
    const { numerator, denominator } = fit;
    if (used.has(numerator) || (denominator !== undefined && used.has(denominator))) continue;
    used.add(numerator);
    if (denominator !== undefined) used.add(denominator);
    measures.push(measureOf(fit, emptyMeasure()));
  }
  return measures.slice(0, 4);
}

interface Fit {
  kpi: Kpi;
  numerator: string;
  denominator: string | undefined;
  score: number;
}

function fitOf(kpi: Kpi, columns: readonly Named[]): Fit | undefined {
  const numerator = bestColumn(columns, sideWords(kpi.numerator.unit, kpi.numerator.measure));
  if (numerator === undefined) return undefined;
  const role = kpi.role === "outcome" ? 0.5 : 0;
  if (kpi.denominator.kind === "period") {
    // Any column of counts would fit a total of counts: its own name must be in the heading.
    const isNamed = overlap(wordsOf(numerator.name), wordsOf(kpi.name)) > 0;
    if (kpi.numerator.measure === "count" && !isNamed) return undefined;
    // A total fits any one column of its kind, so that a ratio with both headings goes first.
    const score = numerator.score - 1 + role;
    return { kpi, numerator: numerator.name, denominator: undefined, score };
  }
  const rest = columns.filter((column) => column.name !== numerator.name);
  const denominator = bestColumn(rest, sideWords(kpi.denominator.unit, "count"));
  if (denominator === undefined) return undefined;
  const score = numerator.score + denominator.score + role;
  return { kpi, numerator: numerator.name, denominator: denominator.name, score };
}

function sideWords(unit: string, measure: string): string[] {
  const own = unit === "money" ? [] : wordsOf(unit);
  return [...own, ...(otherWords[measure] ?? []), ...own.flatMap((word) => otherWords[word] ?? [])];
}

function bestColumn(
  columns: readonly Named[],
  words: readonly string[],
): { name: string; score: number } | undefined {
  let best: { name: string; score: number } | undefined;
  for (const column of columns) {
    const heading = wordsOf(column.name);
    // A heading that says nothing else fits better: "spend" before "spend of competitors".
    const score = overlap(heading, words) === 0 ? 0 : 1 + 1 / heading.length;
    if (score > 0 && (best === undefined || score > best.score)) best = { name: column.name, score };
  }
  return best;
}

/** Nothing fits by name: the first number over the second, or a count of rows, with the KPI to be chosen. */
function unnamedMeasure(columns: readonly Column[]): MeasureMapping {
  const [first, second] = columns.filter(isNumber);
  if (first === undefined)
    return { ...emptyMeasure(), numerator: quantity("count-where"), denominator: quantity("count-rows") };
  return {
    ...emptyMeasure(),
    numerator: quantity("sum", [first.name]),
    denominator: quantity("sum", second === undefined ? [] : [second.name]),
  };
}

const isNumber = (column: Column) => column.looksLike === "number";
