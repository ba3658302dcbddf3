import type { Portfolio, PortfolioRow } from "@liftledger/contracts/evaluation";
import { Command } from "commander";
import { withCalls, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";
import { textTable } from "../text-table.ts";

interface ReportOptions extends LedgerOptions {
  until?: string;
  asOf?: string;
  json?: true;
}

/** `liftledger report`: the portfolio as a table. */
export function reportCommand(): Command {
  const command = new Command("report")
    .description("the portfolio: ROI and verdict of every initiative, and what they add up to")
    .option("--until <day>", "what happened up to this day counts, such as 2026-03-31")
    .option("--as-of <instant>", "what was known by then counts, such as 2026-04-05T12:00:00.000Z")
    .option("--json", "print the result as JSON");
  return addLedgerOptions(command).action(runReport);
}

async function runReport(options: ReportOptions): Promise<void> {
  const { until, asOf, json } = options;
  const query = { ...(until === undefined ? {} : { until }), ...(asOf === undefined ? {} : { asOf }) };
  const portfolio = await withCalls(options, (calls) => calls.call("getPortfolio", { query }));
  process.stdout.write(`${json === true ? JSON.stringify(portfolio, null, 2) : textOf(portfolio)}\n`);
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
