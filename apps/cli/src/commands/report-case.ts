import { allRows } from "@liftledger/contracts/client";
import type { BusinessCase } from "@liftledger/contracts/business-case";
import type { CaseResult } from "@liftledger/contracts/case-evaluation";
import type { FileAnswer } from "@liftledger/contracts/file-answer";
import { CommandError, exitCodes } from "../exit-codes.ts";
import type { LedgerCalls } from "../ledger-calls.ts";
import { refuseThere, writeNewFile } from "../output-file.ts";
import { textTable } from "../text-table.ts";

/** Of which case, and which files are to be written. */
export interface CaseReportOptions {
  case?: string;
  caseVersion?: number;
  workbook?: string;
  paper?: string;
}

/** A case with the results of one of its versions. */
export interface CaseReport {
  readonly case: BusinessCase;
  readonly number: number;
  readonly results: readonly CaseResult[];
}

/** The results of a case: of the version that is named, else the approved one, else the latest. */
export async function reportCase(calls: LedgerCalls, options: CaseReportOptions): Promise<CaseReport> {
  const kept = await caseNamed(calls, options.case ?? "");
  const number = options.caseVersion ?? kept.approvedNumber ?? kept.latestNumber;
  const params = { caseId: kept.caseId, number };
  return { case: kept, number, results: await allRows(calls, "listCaseResults", { params }) };
}

/** Writes the files that are asked for, of one version of a case or of all approved cases; their paths. */
export async function writeCaseFiles(
  calls: LedgerCalls,
  { workbook, paper }: CaseReportOptions,
  report: CaseReport | undefined,
): Promise<string[]> {
  const params = { caseId: report?.case.caseId ?? "", number: report?.number ?? 1 };
  const isCase = report !== undefined;
  const made: [string | undefined, () => Promise<FileAnswer>][] = [
    [
      workbook,
      () => (isCase ? calls.call("getCaseWorkbook", { params }) : calls.call("getCasePortfolioWorkbook", {})),
    ],
    [
      paper,
      () => (isCase ? calls.call("getCasePaper", { params }) : calls.call("getCasePortfolioPaper", {})),
    ],
  ];
  const wanted = made.flatMap(([path, make]) => (path === undefined ? [] : [{ path, make }]));
  refuseThere(wanted.map(({ path }) => path));
  for (const { path, make } of wanted) await writeNewFile(path, (await make()).bytes);
  return wanted.map(({ path }) => path);
}

/** Results side by side: a row a metric, a column a scenario, in money alone; after the risk of lines. */
export function caseReportText({ case: kept, number, results }: CaseReport): string {
  const status = number === kept.approvedNumber ? "approved" : kept.latestStatus;
  const title = `${kept.name}, version ${number} (${number === kept.latestNumber || number === kept.approvedNumber ? status : "earlier"}), of ${kept.initiative}`;
  const own = results.filter(({ basis }) => basis === "cash");
  const scenarios = [...new Set(own.map(({ scenario }) => scenario))];
  const byMetric = [...Map.groupBy(own, ({ metric }) => metric).values()];
  const rows = byMetric.map((cells) => [
    nameOf(cells[0]),
    ...scenarios.map((scenario) => valueText(cells.find((cell) => cell.scenario === scenario))),
  ]);
  const right = scenarios.map((_, column) => column + 1);
  const table = textTable(["Benefits as cash, after risk", ...scenarios], rows, right);
  const notes = [...new Set(own.flatMap(({ note }) => (note === null ? [] : [note])))];
  return [title, table, ...(notes.length === 0 ? [] : [notes.join("\n")])].join("\n\n");
}

function nameOf(cell: CaseResult | undefined): string {
  if (cell === undefined) return "";
  return cell.unit === "money" ? `${cell.name} ${cell.currency}` : cell.name;
}

/** Money in full, a ratio as a percentage, time in the periods of the plan. */
function valueText(cell: CaseResult | undefined): string {
  if (cell === undefined || cell.afterRisk === null) return "–";
  const value = Number(cell.afterRisk);
  if (cell.unit === "ratio") return `${(value * 100).toFixed(1)}%`;
  return cell.unit === "periods" ? value.toFixed(1) : value.toFixed(2);
}

/** The case of that id, or the only one of that name. */
async function caseNamed(calls: LedgerCalls, wanted: string): Promise<BusinessCase> {
  const cases = await allRows(calls, "listCases", {});
  const found = cases.filter(({ caseId, name }) => caseId === wanted || name === wanted);
  const [only] = found;
  if (only === undefined) throw new CommandError(exitCodes.usage, `There is no business case "${wanted}".`);
  if (found.length === 1) return only;
  const ids = found.map(({ caseId, initiative }) => `  ${caseId} of ${initiative}`);
  const message = `${found.length} business cases are called "${wanted}": name one by its id.`;
  throw new CommandError(exitCodes.usage, [message, ...ids].join("\n"));
}
