import type { Portfolio, PortfolioRow } from "@liftledger/contracts/portfolio";
import { Command } from "commander";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withCalls, type LedgerCalls, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";
import { textTable } from "../text-table.ts";
import {
  caseReportText,
  reportCase,
  writeCaseFiles,
  type CaseReport,
  type CaseReportOptions,
} from "./report-case.ts";

interface ReportOptions extends LedgerOptions, CaseReportOptions {
  until?: string;
  asOf?: string;
  json?: true;
}

/** `liftledger report`: the portfolio as a table. */
export function reportCommand(): Command {
  const command = new Command("report")
    .description(
      "the portfolio: ROI and verdict of every initiative, and what they add up to; or a business case",
    )
    .option("--until <day>", "what happened up to this day counts, such as 2026-03-31")
    .option("--as-of <instant>", "what was known by then counts, such as 2026-04-05T12:00:00.000Z")
    .option("--case <case>", "the results of a business case instead, by its name or id")
    .option("--case-version <number>", "of which version; the approved one, else the latest", versionNumber)
    .option("--workbook <file>", "write the case as a workbook; without --case all approved cases together")
    .option("--paper <file>", "write the case as a board paper, PDF; without --case all approved cases")
    .option("--json", "print the result as JSON");
  return addLedgerOptions(command).action(runReport);
}

async function runReport(options: ReportOptions): Promise<void> {
  const said = await withCalls(options, async (calls) => {
    const report = options.case === undefined ? undefined : await reportCase(calls, options);
    const written = await writeCaseFiles(calls, options, report);
    const told = report ?? (written.length > 0 ? undefined : await portfolioOf(calls, options));
    return { told, written };
  });
  process.stdout.write(`${options.json === true ? JSON.stringify(jsonOf(said), null, 2) : sayAll(said)}\n`);
}

interface Said {
  readonly told: CaseReport | Portfolio | undefined;
  readonly written: readonly string[];
}

function jsonOf({ told, written }: Said): object {
  return written.length === 0 ? { ...told } : { ...told, written };
}

function sayAll({ told, written }: Said): string {
  const files = written.map((file) => `Written: ${file}`).join("\n");
  if (told === undefined) return files;
  const text = "results" in told ? caseReportText(told) : textOf(told);
  return files === "" ? text : `${text}\n\n${files}`;
}

function portfolioOf(calls: LedgerCalls, { until, asOf }: ReportOptions): Promise<Portfolio> {
  const query = { ...(until === undefined ? {} : { until }), ...(asOf === undefined ? {} : { asOf }) };
  return calls.call("getPortfolio", { query });
}

function versionNumber(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new CommandError(exitCodes.usage, `--case-version ${value} is no number of a version.`);
}

function textOf(portfolio: Portfolio): string {
  const { organisationName, until, asOf, currency, headline, subline, rows } = portfolio;
  const head = [
    "Initiative",
    "Team",
    "Phase",
    "Verdict",
    "Net ROI",
    `Value ${currency}`,
    `Cost ${currency}`,
    "Grade",
  ];
  const title = `${organisationName}, until ${until}, as known ${asOf}`;
  const table = textTable(head, rows.map(cellsOf), [4, 5, 6]);
  return [title, `${headline}\n${subline}`, table].join("\n\n");
}

function cellsOf({ name, team, phase, verdict, netRoi, realisedValue, cost, grade }: PortfolioRow): string[] {
  return [
    name,
    team,
    phase,
    verdict.headline,
    netRoi.value === null ? "–" : `${(Number(netRoi.value) * 100).toFixed(1)}%`,
    realisedValue.value ?? "–",
    cost.value ?? "–",
    grade ?? "–",
  ];
}
