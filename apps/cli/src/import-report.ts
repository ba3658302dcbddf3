import type { ImportPreview, ImportSummary } from "@liftledger/contracts/import";
import { recordTargets, type RecordTargetName } from "@liftledger/contracts/record-targets";
import { textTable } from "./text-table.ts";

type Questions = Extract<ImportPreview, { kind: "question" }>["questions"];
type Problems = Extract<ImportPreview, { kind: "refused" }>["problems"];

/** More lines than this are counted rather than printed; `--json` has them all. */
const mostLines = 20;

/** What an import found, in words and a table: periods or things, wrong rows, totals, changes. */
export function summaryText(summary: ImportSummary): string {
  const { rowsRead, totalRowsSkipped, refusedCount, unreadCount, unreadCells } = summary;
  const totalRows = totalRowsSkipped === 0 ? "" : `, ${totalRowsSkipped} total rows left out`;
  const parts = [
    `${summary.fileName}: ${rowsRead} rows read${totalRows}, ${refusedCount} refused`,
    ...(summary.target === "series" ? figuresText(summary) : recordsText(summary, summary.target)),
    ...(refusedCount === 0 ? [] : [rowsText(summary.refusedRows, refusedCount)]),
    ...(unreadCount === 0
      ? []
      : [
          `Cells that cannot be read, in rows that count all the same: ${unreadCount}`,
          rowsText(unreadCells, unreadCount),
        ]),
    ...summary.warnings.map((warning) => `Note: ${warning}`),
  ];
  return parts.join("\n\n");
}

/** Questions with the choices that answer them. */
export function questionsText(questions: Questions): string {
  const blocks = questions.map(({ id, text, where, choices }) => {
    const offered = choices.map(
      ({ value, label }) => `    --answer ${shellWord(`${id}=${value}`)}   ${label}`,
    );
    return [`${text}${where === "" ? "" : ` (${where})`}`, ...offered].join("\n");
  });
  return ["The file can be read in more than one way. Answer with the option that is right:", ...blocks].join(
    "\n\n",
  );
}

/** Why a file is refused. */
export function problemsText(problems: Problems): string {
  const lines = problems.slice(0, mostLines).map(({ place, rule, message }) => {
    const isPlaced = message.toLowerCase().includes(place.toLowerCase());
    return `${isPlaced ? message : `${place}: ${message}`} [${rule}]`;
  });
  return ["The file is refused:", ...lines, ...more(problems.length)].join("\n");
}

function figuresText(summary: ImportSummary): string[] {
  const { periods, changes } = summary;
  return [
    `Periods: ${periods.new} new, ${periods.changed} changed, ${periods.same} the same${besideText(periods.beside)}`,
    totalsText(summary),
    ...(changes.length === 0 ? [] : [changesText(summary)]),
  ];
}

function recordsText({ records, tallies }: ImportSummary, target: RecordTargetName): string[] {
  const rows = tallies
    .slice(0, mostLines)
    .map(({ field, value, rows: count, amount }) => [
      field,
      value,
      String(count),
      amount === null ? "" : `${amount.amount} ${amount.currency}`,
    ]);
  return [
    `${recordTargets[target].label}: ${records.new} new, ${records.same} there already`,
    ...(rows.length === 0 ? [] : [textTable(["Of the new", "", "Rows", "Amount"], rows, [2, 3])]),
  ];
}

function besideText(count: number): string {
  return count === 0 ? "" : `, ${count} kept beside what another source says of them, which counts`;
}

function totalsText({ totals }: ImportSummary): string {
  const rows = totals
    .slice(0, mostLines)
    .map((total) => [
      total.kpiName,
      total.scope + (total.isNewSeries ? " (new)" : ""),
      `${total.firstPeriod} to ${total.lastPeriod}`,
      String(total.periods),
      total.numerator,
      total.denominator,
      total.ratio === null ? "–" : String(Number(total.ratio.toPrecision(6))),
    ]);
  const head = ["KPI", "Scope", "Span", "Periods", "Numerator", "Denominator", "Ratio"];
  return [textTable(head, rows, [3, 4, 5, 6]), ...more(totals.length)].join("\n");
}

function changesText({ changes, periods }: ImportSummary): string {
  const rows = changes
    .slice(0, mostLines)
    .map(({ kpiKey, scope, period, before, after }) => [
      period,
      `${kpiKey}, ${scope}`,
      `${before.numerator} / ${before.denominator}`,
      `${after.numerator} / ${after.denominator}`,
    ]);
  return [textTable(["Changed", "Series", "Before", "After"], rows), ...more(periods.changed)].join("\n");
}

function rowsText(found: ImportSummary["refusedRows"], count: number): string {
  const rows = found
    .slice(0, mostLines)
    .map(({ line, column, value, rule, message }) => [
      String(line),
      column ?? "",
      value ?? "",
      rule,
      message,
    ]);
  return [textTable(["Line", "Column", "Value", "Rule", "What is wrong"], rows, [0]), ...more(count)].join(
    "\n",
  );
}

function more(count: number): string[] {
  return count > mostLines ? [`… and ${count - mostLines} more`] : [];
}

/** A word a shell takes as it stands, quoted where it must be. */
function shellWord(text: string): string {
  return /^[\w.:=/,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
