import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import type { CaseSheet } from "@liftledger/contracts/case-sheet";
import type { NewCasePlan } from "@liftledger/contracts/case-plan";
import { allRows } from "@liftledger/contracts/client";
import { Command, Option } from "commander";
import { v7 as uuid } from "uuid";
import { counted } from "../counted.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { readableSize } from "../input-file.ts";
import { withCalls, type LedgerCalls, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";

interface ImportCaseOptions extends LedgerOptions {
  initiative: string;
  name: string;
  start?: string;
  currency?: string;
  rate?: string;
  rateSource?: string;
  decimal: "." | ",";
  preview?: true;
  json?: true;
}

type Outcome = { readonly sheet: CaseSheet; readonly made: CaseVersion | null };

/** `liftledger import-case FILE --initiative NAME --name NAME`: a sheet of the documented layout becomes a draft. */
export function importCaseCommand(): Command {
  const command = new Command("import-case")
    .summary(
      "begin a business case from a spreadsheet of the layout in docs/case-layout.md: all of it, or nothing",
    )
    .description(
      "begin a business case from a spreadsheet of the layout in docs/case-layout.md: all of it, or nothing; what is missing in it is named, and nothing is filled in",
    )
    .argument("<file>", "the CSV file or .xlsx workbook")
    .requiredOption("--initiative <name>", "of which initiative, by name or id")
    .requiredOption("--name <text>", "what the case is called")
    .option("--start <month>", "when the first period begins, such as 2027-01, where the headings only count")
    .option("--currency <code>", "of the plan; the organisation's when left out")
    .addOption(
      new Option("--decimal <sign>", "what stands before decimals in a CSV file")
        .choices([".", ","])
        .default("."),
    )
    .option("--rate <share>", "discount rate a year, such as 0.1 for 10%; the organisation's when left out")
    .option("--rate-source <text>", "whose rate it is; wanted with --rate")
    .option("--preview", "say what the sheet holds, write nothing")
    .option("--json", "print the result as JSON");
  return addLedgerOptions(command).action(runImportCase);
}

async function runImportCase(path: string, options: ImportCaseOptions): Promise<void> {
  const file = await fileAt(path);
  const { start, currency, decimal, name } = options;
  const outcome = await withCalls(options, async (calls): Promise<Outcome> => {
    const initiativeId = await initiativeNamed(calls, options.initiative);
    const asked = {
      file,
      decimal,
      ...(start !== undefined && { start }),
      ...(currency !== undefined && { currency }),
    };
    const sheet = await calls.call("readCaseSheet", { body: asked });
    if (options.preview === true) return { sheet, made: null };
    const body = { initiativeId, name, plan: { ...sheet.plan, ...statedRate(options) } };
    return { sheet, made: await calls.call("createCase", { body, idempotencyKey: uuid() }) };
  });
  process.stdout.write(`${options.json === true ? JSON.stringify(outcome, null, 2) : textOf(outcome)}\n`);
}

/** In nominal prices, as a sheet's are; nothing where the organisation's own rate is to count. */
function statedRate({
  rate: annual,
  rateSource: source,
}: ImportCaseOptions): Pick<NewCasePlan, "discountRate"> {
  if (annual === undefined) return {};
  if (source === undefined)
    throw new CommandError(exitCodes.usage, "--rate wants --rate-source: whose rate it is.");
  return { discountRate: { annual, prices: "nominal", source, setBy: null, setOn: null, riskPremium: "0" } };
}

async function fileAt(path: string): Promise<File> {
  await readableSize(path);
  return new File([await openAsBlob(path)], basename(path));
}

async function initiativeNamed(calls: LedgerCalls, wanted: string): Promise<string> {
  const initiatives = await allRows(calls, "listInitiatives", {});
  const found = initiatives.filter(({ initiativeId, name }) => initiativeId === wanted || name === wanted);
  const [only] = found;
  if (only === undefined) throw new CommandError(exitCodes.usage, `There is no initiative "${wanted}".`);
  if (found.length === 1) return only.initiativeId;
  const message = `${found.length} initiatives are called "${wanted}": name one by its id.`;
  throw new CommandError(
    exitCodes.usage,
    [message, ...found.map(({ initiativeId }) => `  ${initiativeId}`)].join("\n"),
  );
}

function textOf({ sheet: { plan, rows, totals, formulaCells }, made }: Outcome): string {
  const count = ({ length }: readonly unknown[], noun: string) => counted(length, noun, `${noun}s`);
  const held = `${count(plan.benefits, "benefit")}, ${count(plan.costs, "cost")} and ${count(plan.scenarios, "scenario")}`;
  const counts = `${held} over ${counted(plan.horizon, plan.period, `${plan.period}s`)} from ${plan.start}, in ${plan.currency}`;
  const locked = plan.budgetRates.map(
    ({ from, rate }) => `; planned at 1 ${from} = ${rate} ${plan.currency}`,
  );
  const read = `Read ${rows} rows: ${counts}${locked.join("")}; passed over ${totals} rows of totals; ${formulaCells} cells were made by a formula.`;
  if (made === null) return `${read}\n\nPreview: nothing was written.`;
  const missing = made.problems.map(({ message }) => `  ${message}`);
  const gaps =
    missing.length === 0 ? ["Nothing is missing in it."] : ["Missing until it is submitted:", ...missing];
  return [read, "", `Written: a draft, as case ${made.caseId}.`, ...gaps].join("\n");
}
