import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { RecordsRecipe } from "@liftledger/contracts/records-recipe";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { readImport } from "./read-import.ts";
import { readRecords } from "./read-records.ts";
import { makeZip, rowsXml, workbookParts } from "./testing/make-workbook.ts";
import { asRead, kpis, today } from "./testing/read-text.ts";
import { isSharedThere, ownRecipe, sharedFolder } from "./testing/shared-files.ts";
import { readWorkbookRows } from "./workbook-rows.ts";

const why = isSharedThere ? "" : " (skipped: the data sets are not beside the repository)";
const pathOf = (folder: string, file: string) => join(sharedFolder, "data", folder, file);

/** The rows of a CSV file as they stand, titles and blank lines with them. */
function rowsOf(path: string, delimiter: string, encoding: "utf-8" | "windows-1252"): string[][] {
  const text = new TextDecoder(encoding).decode(readFileSync(path));
  return parse(text, {
    delimiter,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
    bom: true,
  });
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A cell as a spreadsheet keeps it: numbers as numbers, days that it knows as day numbers, the rest as text. */
function sheetCell(text: string, isDayKnown: boolean): string | number {
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(text)) return Number(text);
  if (isDayKnown && isoDay.test(text)) return Date.parse(text) / 86_400_000 + 25_569;
  return text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);
}

function workbookOf(rows: readonly (readonly string[])[], isDayKnown = false): Buffer {
  const cells = rows.map((row) => row.map((text) => sheetCell(text, isDayKnown)));
  return makeZip(workbookParts({ Data: rowsXml(cells) }));
}

async function cellsOf(recipe: ImportRecipe, main: () => AsyncIterable<Uint8Array>) {
  const reading = asRead(await readImport({ recipe, kpis, today, main }));
  const cells = [...reading.cells.cells()].map(({ kpi, scope, period, numerator, denominator, rows }) =>
    [kpi, scope, period, numerator, denominator, rows].join(" "),
  );
  return { cells, refused: reading.refusedCount, warnings: reading.warnings.map(({ rule }) => rule) };
}

async function* chunkOf(bytes: Uint8Array) {
  yield bytes;
}

describe.skipIf(!isSharedThere)(`a data set that is a CSV file and a workbook${why}`, () => {
  const uci = (recipe: ImportRecipe) => ({ ...recipe, reportDate: "2010-11-30" });
  it.each<[string, string, string, ((recipe: ImportRecipe) => ImportRecipe)?, string?]>([
    ["ab_daily_campaigns", "ab_daily_campaigns", "control_group.csv"],
    ["ab_daily_campaigns", "ab_daily_campaigns", "test_group.csv"],
    ["ga4_multisection", "ga4_multisection", "data-export.csv"],
    ["google_ads_campaigns", "google_ads_en", "campaign_report_inr.csv"],
    ["kag_facebook_ads", "kag_facebook_ads", "KAG_conversion_data.csv"],
    ["robyn_weekly", "robyn_weekly", "dt_simulated_weekly.csv"],
    ["uci_bank_semicolon", "uci_bank_semicolon", "bank-additional.csv", uci, ";"],
  ])(
    "comes to the same cells: %s, %s/%s",
    async (name, folder, file, answered = (one) => one, delimiter = ",") => {
      const recipe = answered(ownRecipe(name));
      const path = pathOf(folder, file);
      const read = await cellsOf(recipe, () => createReadStream(path));
      expect(read.cells.length).toBeGreaterThan(1);
      const workbook = workbookOf(rowsOf(path, delimiter, "utf-8"), folder === "robyn_weekly");
      expect(await cellsOf(recipe, () => chunkOf(workbook))).toEqual(read);
    },
  );

  it("comes to the same initiatives", async () => {
    const name = "us_ai_inventory_2024";
    const recipe = RecordsRecipe.parse(
      JSON.parse(readFileSync(join(import.meta.dirname, `../recipes/${name}.json`), "utf8")),
    );
    const path = pathOf(name, "2024_consolidated_ai_inventory_raw_v2.csv");
    const rows = rowsOf(path, ",", "windows-1252");
    const named = ["Use Case Name", "Agency", "Stage of Development", "Date Initiated"];
    const places = named.map((column) => rows[0]?.indexOf(column) ?? -1);
    const bytes = workbookOf(rows.map((row) => places.map((place) => row[place] ?? "")));
    const [one, other] = [
      await readRecords({ recipe, open: () => createReadStream(path) }),
      await readRecords({ recipe, open: () => chunkOf(bytes) }),
    ];
    if (one.kind !== "read" || other.kind !== "read") throw new Error(`${one.kind} and ${other.kind}`);
    expect(other.records.map(({ values }) => values)).toEqual(one.records.map(({ values }) => values));
    const unread = ({ unreadCells }: typeof one) => unreadCells.map(({ value, rule }) => `${value} ${rule}`);
    expect(unread(other)).toEqual(unread(one));
  });

  it("comes to the same cells as text: call_centre_xlsx/01_Call-Center-Dataset.xlsx", async () => {
    const recipe = ownRecipe("call_centre_xlsx");
    const path = pathOf("call_centre_xlsx", "01_Call-Center-Dataset.xlsx");
    const columns = ["Date", "Agent", "Answered (Y/N)", "AvgTalkDuration"];
    const spelling = (column: string) =>
      ({ decimal: ".", dates: undefined, isDateColumn: column === "Date" }) as const;
    const lines = [columns.join(";")];
    await readWorkbookRows(readFileSync(path), { columns, spelling }, (cells) => {
      lines.push(cells.slice(0, columns.length).join(";"));
    });
    const read = await cellsOf(recipe, () => createReadStream(path));
    expect(await cellsOf(recipe, () => chunkOf(Buffer.from(lines.join("\n"))))).toEqual(read);
  });
});
