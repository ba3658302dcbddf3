import type { FileInspection } from "@liftledger/contracts/import";
import { fieldsOf, type RecordField, type RecordTargetName } from "@liftledger/contracts/record-targets";
import { overlap, wordsOf } from "./heading-words.ts";
import { holdOutHeadings } from "./hold-out-headings.ts";
import { nameOf } from "./mapping-guess.ts";
import { spellingOf } from "./mapping-recipe.ts";
import { emptyField, type FieldMapping, type RecordsMapping } from "./records-mapping.ts";
import { t } from "../../words.ts";

type Column = FileInspection["columns"][number];

/** What headings call a field, the surest word first. No text: the headings are of files. */
const headings: Readonly<Record<RecordTargetName, Readonly<Record<string, readonly string[]>>>> = {
  initiatives: {
    name: ["use case name", "initiative name", "initiative", "project", "use case", "title", "name"],
    team: ["team", "agency", "department", "unit", "function", "area"],
    owner: ["owner", "lead", "responsible", "contact"],
    useCasePattern: ["pattern"],
    phase: ["phase", "stage", "maturity"],
    status: ["status", "state", "stage"],
    startedOn: ["initiated", "start", "started", "began", "since", "begin"],
  },
  "cost-lines": {
    initiative: ["initiative", "project", "use case"],
    team: ["team", "department", "unit"],
    category: ["category", "account", "type"],
    month: ["month", "date", "period"],
    amount: ["amount", "cost", "price", "sum"],
    currency: ["currency"],
    kind: ["kind", "planned", "actual"],
  },
  "hold-outs": holdOutHeadings,
};

/** The fields that make a thing what it is; the file that is least likely to be another comes first. */
const telling: Readonly<Record<RecordTargetName, readonly string[]>> = {
  "hold-outs": ["initiative", "treatedUnits", "heldOutUnits"],
  initiatives: ["name", "phase"],
  "cost-lines": ["initiative", "amount", "month"],
};

/** What texts of a column mean, by a piece of them: the first that fits counts. */
const meanings: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  phase: [
    [/retired|operat|product|implement|live|scale|mission|roll/, "scale"],
    [/pilot|develop|acqui|proof|poc|test|trial|complete/, "pilots"],
    [/transform/, "transform"],
    [/idea|plan|initiat|explor|research|foundation|concept/, "foundation"],
  ],
  status: [
    [/retired|stopped|ended|decommission/, "retired"],
    [/hold|paused/, "on-hold"],
    [/complete|graduat|done/, "graduated"],
    [/idea|plan|candidate|propos/, "candidate"],
    [/./, "active"],
  ],
  category: [
    [/licen|subscription/, "licences"],
    [/cloud|token|usage|api/, "usage-and-tokens"],
    [/people|salar|staff|wage/, "people"],
    [/integrat|consult/, "integration"],
    [/train/, "training"],
    [/secur|complian/, "security-and-compliance"],
    [/review|rework/, "review-and-rework"],
    [/media|advert/, "working-media"],
    [/change/, "change"],
  ],
  kind: [
    [/plan|budget|forecast/, "planned"],
    [/actual|invoice|paid|spent/, "actual"],
    [/cuped|adjust|before/, "adjusted"],
    [/ratio|two amounts/, "ratio"],
    [/conver|proportion|share|rate|yes/, "proportion"],
    [/mean|average|amount|revenue/, "mean"],
  ],
};

/** What stands for every row where no column fits: the first that the field may be. */
const usual: Readonly<Record<string, readonly string[]>> = {
  useCasePattern: ["other"],
  phase: ["foundation"],
  status: ["active"],
  kind: ["actual", "proportion"],
};

/** A first mapping for a file whose rows are things: columns by their headings, texts by what they say. */
export function guessRecords(
  target: RecordTargetName,
  inspection: FileInspection,
  { fileName, currency }: { fileName: string; currency: string },
): RecordsMapping {
  const { numbers, encoding } = inspection.guess;
  const fields = guessFields(target, inspection);
  const ofCurrency = fields["currency"];
  return {
    target,
    name: nameOf(fileName),
    source: t`Spreadsheet`,
    numbers: numbers === undefined ? "" : spellingOf(numbers),
    fields: ofCurrency?.column === "" ? { ...fields, currency: { ...ofCurrency, value: currency } } : fields,
    kept: encoding === undefined ? {} : { encoding },
  };
}

/** Each field of a target with the column whose heading names it. */
function guessFields(target: RecordTargetName, { columns }: FileInspection): Record<string, FieldMapping> {
  const fields = [...fieldsOf(target)].map(([key, field]): [string, FieldMapping] => {
    const column = columnFor(columns, headings[target][key] ?? [], field);
    if (column === undefined) return [key, { ...emptyField, value: usualValue(key, field) }];
    const format = column.dateFormats.length === 1 ? (column.dateFormats[0] ?? "") : "";
    const isDate = field.kind === "day" || field.kind === "month";
    return [
      key,
      {
        ...emptyField,
        column: column.name,
        values: field.kind === "choice" ? guessValues(key, field.choices, column) : {},
        format: isDate ? format : "",
      },
    ];
  });
  return Object.fromEntries(fields);
}

/** What a file most likely holds a row each of: the target all of whose telling fields have a heading of their own. */
export function guessRecordTarget(inspection: FileInspection): RecordTargetName | undefined {
  const targets = Object.entries(telling) as [RecordTargetName, readonly string[]][];
  const found = targets.find(([target, needed]) => {
    const fields = guessFields(target, inspection);
    return needed.every((field) => (fields[field]?.column ?? "") !== "");
  });
  return found?.[0];
}

function usualValue(name: string, field: RecordField): string {
  const values = field.kind === "choice" ? (usual[name] ?? []) : [];
  return values.find((value) => field.kind === "choice" && field.choices.includes(value)) ?? "";
}

/** The meanings of a column's texts, as far as they can be told. */
export function guessValues(
  field: string,
  choices: readonly string[],
  { values }: Column,
): Record<string, string> {
  const told = values.flatMap((text) => {
    const key = text.trim().toLowerCase();
    const own = choices.find((choice) => choice === key || choice === key.replaceAll(/\s+/g, "-"));
    const fits = ([piece, value]: readonly [RegExp, string]) => choices.includes(value) && piece.test(key);
    const meaning = own ?? meanings[field]?.find(fits)?.[1];
    return meaning === undefined ? [] : [[text, meaning]];
  });
  return Object.fromEntries(told);
}

function columnFor(
  columns: readonly Column[],
  words: readonly string[],
  { kind }: RecordField,
): Column | undefined {
  const fits = columns.filter(({ looksLike, values, name }) => {
    // Long headings are questions of a form, not names.
    if (looksLike === "empty" || name.length > 60) return false;
    return kind === "choice" ? values.length > 0 : kind !== "number" || looksLike === "number";
  });
  for (const word of words) {
    const wanted = wordsOf(word);
    const found = fits
      .filter(({ name }) => overlap(wordsOf(name), wanted) === wanted.length)
      .toSorted((one, other) => wordsOf(one.name).length - wordsOf(other.name).length)[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
