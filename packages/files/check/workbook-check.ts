// `npm run workbook-check`: writes cases as workbooks, has LibreOffice and Gnumeric reckon them anew, and holds every
// formula against the engine. Exits with 0 where all agree, 1 where any does not, 2 where neither program is there.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { caseSpreadsheet } from "../src/case-workbook/case-workbook.ts";
import { portfolioSpreadsheet } from "../src/case-workbook/portfolio-workbook.ts";
import type { Spreadsheet } from "../src/spreadsheet/sheet-draft.ts";
import { writeSpreadsheet } from "../src/spreadsheet/write-spreadsheet.ts";
import { changedCases, changedPortfolios, wrongCachedValue } from "./changed-cases.ts";
import { compareWorkbook, type Comparison } from "./compare-workbook.ts";
import { plannedCases, publishedCases, referenceCases } from "./known-cases.ts";
import { pooledKnownCases } from "./pooled-known-cases.ts";
import { casesInPortfolio, randomCases, randomPortfolios } from "./random-cases.ts";
import { howToInstall, installedRecalculators, type Recalculator } from "./recalculate.ts";

/** A workbook as it is written, and what its formulas must come to when it is reckoned anew. */
type Written = { readonly id: string; readonly written: Spreadsheet; readonly expected: Spreadsheet };

const seed = 20_261_122;
const randomCount = Number(process.argv[2] ?? "200");
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), "workbook-check-"));
try {
  process.exitCode = await check(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function check(workFolder: string): Promise<number> {
  const recalculators = await installedRecalculators(workFolder);
  if (recalculators.length === 0) {
    say(`Neither LibreOffice nor Gnumeric is installed, so nothing was checked. ${howToInstall}`);
    return 2;
  }
  const [reference, published, random] = [referenceCases(), publishedCases(), randomCases(randomCount, seed)];
  if (reference.length === 0) say("The reference cases are not beside the repository and are left out.");
  const cases = [...reference, ...published, ...plannedCases(), ...random];
  const asWritten = cases.map(({ id, input }): Written => {
    const spreadsheet = caseSpreadsheet(input);
    return { id, written: spreadsheet, expected: spreadsheet };
  });
  const portfolios = [
    ...pooledKnownCases(published, { id: "pooled-published", currency: "USD" }),
    ...pooledKnownCases(reference, { id: "pooled-reference", currency: "EUR" }),
    ...randomPortfolios(randomCount, seed),
  ];
  const pooled = portfolios.map(({ id, input }): Written => {
    const spreadsheet = portfolioSpreadsheet(input);
    return { id, written: spreadsheet, expected: spreadsheet };
  });
  const changed = [...changedCases(cases), ...changedPortfolios(portfolios)];
  const workbooks = [...asWritten, ...pooled, ...changed];
  say(
    `${reference.length} reference, ${published.length} published, a planned and ${random.length} random cases (seed ${seed}),`,
  );
  say(
    `${portfolios.length} portfolios: the published and the reference cases pooled, and drawn ones of ${casesInPortfolio} cases each,`,
  );
  say(`${changed.length} workbooks again with a changed input and stale results, and the control.`);
  const files = await writeAll(workFolder, [...workbooks, wrongCachedValue(published[0])]);
  let failed = 0;
  for (const recalculator of recalculators)
    failed += await checkWith(recalculator, workFolder, files, workbooks);
  for (const { name } of [{ name: "LibreOffice" }, { name: "Gnumeric" }]) {
    if (!recalculators.some((one) => one.name === name)) say(`${name} is not installed and was left out.`);
  }
  return failed === 0 ? 0 : 1;
}

async function writeAll(workFolder: string, workbooks: readonly Written[]): Promise<string[]> {
  const files: string[] = [];
  for (const { id, written } of workbooks) {
    const file = join(workFolder, `${id}.xlsx`);
    writeFileSync(file, await writeSpreadsheet(written));
    files.push(file);
  }
  return files;
}

async function checkWith(
  recalculator: Recalculator,
  workFolder: string,
  files: readonly string[],
  workbooks: readonly Written[],
): Promise<number> {
  const out = join(workFolder, recalculator.name);
  mkdirSync(out);
  const from = performance.now();
  await recalculator.recalculate(files, out);
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  const control = files.at(-1) ?? "";
  const controlCase = wrongCachedValue(publishedCases()[0]);
  const controlled = await compareWorkbook(join(out, basename(control)), controlCase.expected);
  if (controlled.differences.length > 0) {
    say(`FAILED ${recalculator.version}: a wrong cached value was kept, so nothing is recalculated here.`);
    report(controlCase.id, controlled);
    return 1;
  }
  let [failed, compared, widestMoney, widestRate] = [0, 0, 0, 0];
  for (const { id, expected } of workbooks) {
    const comparison = await compareWorkbook(join(out, `${id}.xlsx`), expected);
    compared += comparison.compared;
    widestMoney = Math.max(widestMoney, comparison.widestMoney);
    widestRate = Math.max(widestRate, comparison.widestRate);
    if (comparison.differences.length === 0) continue;
    failed += 1;
    report(id, comparison);
  }
  const verdict = failed === 0 ? "agrees" : `FAILED: ${failed} of ${workbooks.length} workbooks differ`;
  say(
    `${recalculator.version} (${seconds} s): ${workbooks.length} workbooks, ${compared} formulas, ${verdict};`,
  );
  say(
    `  widest in money ${widestMoney.toExponential(1)}, in rates and times ${widestRate.toExponential(1)}; the control changed.`,
  );
  return failed;
}

function report(id: string, { differences }: Comparison): void {
  say(`${id}: ${differences.length} differ`);
  for (const { cell, formula, engine, found } of differences.slice(0, 5)) {
    say(`  ${cell} =${formula.slice(0, 120)}: engine ${engine}, sheet ${found}`);
  }
}
