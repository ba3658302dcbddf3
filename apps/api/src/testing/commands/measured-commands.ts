import { recordTargetNames, type RecordTargetName } from "@liftledger/contracts/record-targets";
import * as fc from "fast-check";
import { recordsForm } from "../records-form.ts";
import { command, dayOf, month, post, put, readVersion, remove, weekOf, which } from "./command.ts";

/** A row of a file of initiatives, cost lines or hold-outs: whose it is, when, and how much. */
export interface ImportedRow {
  name: number;
  shop: number;
  month: number;
  amount: number;
}

const importedRow: fc.Arbitrary<ImportedRow> = fc.record({
  // Mostly what every sequence begins with, so that much is taken.
  name: fc.constantFrom(0, 0, 0, 1),
  shop: fc.constantFrom(0, 0, 0, 1),
  month,
  amount: fc.constantFrom(-1, 1, 1, 2, 2, 3),
});

/** What is measured: KPIs, series, their periods by hand and by file, and notes on them. */
export const measuredCommands = {
  createSeries: command<{ scope: number }>(3, { scope: fc.nat(3) }, ({ scope }) =>
    post("/series", { kpiKey: "conversion-rate", scope: `Shop ${scope}` }),
  ),
  logSnapshot: command<{ series: number; week: number; numerator: number }>(
    8,
    { series: which, week: fc.nat(6), numerator: fc.nat(3) },
    ({ series, week, numerator }, made) => {
      const period = weekOf(week);
      const counted = { numerator: String(20 + numerator), denominator: "400" };
      return post("/snapshots", {
        snapshots: [{ seriesId: made.at("seriesId", series), period, ...counted }],
      });
    },
  ),
  retractSnapshot: command<{
    series: number;
    week: number;
    revision: number;
    restore: boolean;
    beside: boolean;
  }>(
    3,
    {
      series: which,
      week: fc.nat(6),
      revision: fc.integer({ min: 1, max: 3 }),
      restore: fc.boolean(),
      beside: fc.boolean(),
    },
    ({ series, week, revision, restore, beside }, made) => {
      const one = { seriesId: made.at("seriesId", series), period: weekOf(week), revision };
      const row = beside ? { ...one, beside: "shop" } : one;
      return post("/snapshots/retract", { snapshots: [row], restore, reason: "logged twice" });
    },
  ),
  importFile: command<WeeksFile>(1, { shop: fc.nat(2), weeks: fc.nat(4), conversions: fc.nat(2) }, (file) =>
    post("/imports", weeksForm(file)),
  ),
  importRecords: command<{ target: RecordTargetName; rows: ImportedRow[] }>(
    3,
    {
      target: fc.constantFrom(...recordTargetNames),
      rows: fc.array(importedRow, { minLength: 1, maxLength: 3 }),
    },
    (file) => post("/imports", recordsForm(file)),
  ),
  undoImport: command<{ import: number }>(1, { import: which }, (values, made) =>
    post(`/import-undos/${made.at("importId", values.import)}`, { reason: "another shop's" }),
  ),
  changeKpi: command<{ version: number; minimumVolume: number }>(
    1,
    { version: readVersion, minimumVolume: fc.nat(9) },
    ({ version, minimumVolume }) => put("/kpis/conversion-rate", { ...kpi, minimumVolume, version }),
  ),
  addAnnotation: command<{ initiative: number; day: number }>(
    1,
    { initiative: which, day: fc.nat(3) },
    ({ initiative, day }, made) =>
      post("/annotations", {
        initiativeId: made.at("initiativeId", initiative),
        from: dayOf(day),
        text: "A note",
      }),
  ),
  changeAnnotation: command<{ annotation: number; version: number; day: number }>(
    1,
    { annotation: which, version: readVersion, day: fc.nat(3) },
    ({ annotation, version, day }, made) =>
      put(`/annotations/${made.at("annotationId", annotation)}`, {
        version,
        from: dayOf(day),
        text: "Another",
      }),
  ),
  retractAnnotation: command<{ annotation: number }>(1, { annotation: which }, ({ annotation }, made) =>
    remove(`/annotations/${made.at("annotationId", annotation)}`),
  ),
};

const kpi = {
  name: "Conversion rate",
  sentence: "Orders for each visit.",
  numerator: { counts: "orders", unit: "orders", measure: "count" },
  denominator: { counts: "visits", unit: "visits", kind: "exposure" },
  direction: "higher",
  frequency: "week",
  dating: "event",
  maturationPeriods: 0,
  role: "outcome",
  proportion: true,
  display: "percent",
  owner: null,
};

interface WeeksFile {
  shop: number;
  weeks: number;
  conversions: number;
}

/** A small file of weeks as somebody uploads it. */
function weeksForm({ shop, weeks, conversions }: WeeksFile): FormData {
  const lines = Array.from({ length: weeks + 1 }, (_, week) => `${weekOf(week)},400,${30 + conversions}`);
  const sum = (column: string) => ({ kind: "sum", columns: [column] });
  const form = new FormData();
  form.append("file", new File([`Week,Visits,Orders\n${lines.join("\n")}\n`], "weeks.csv"));
  const recipe = {
    name: "Weeks",
    source: "shop",
    dateColumn: "Week",
    dateFormat: "yyyy-Www",
    period: "week",
    scope: `Shop ${shop}`,
    measures: [{ kpi: "conversion-rate", numerator: sum("Orders"), denominator: sum("Visits") }],
  };
  form.append("recipe", JSON.stringify(recipe));
  return form;
}
