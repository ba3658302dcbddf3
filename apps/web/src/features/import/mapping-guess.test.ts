import type { FileInspection } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { builtInKpis } from "@liftledger/kpis/catalogue/catalogue";
import { describe, expect, it } from "vitest";
import { guessMapping, withKpi } from "./mapping-guess.ts";
import { emptyMeasure, quantity } from "./mapping.ts";
import { sampleCsv } from "./sample-file.ts";

const kpis = builtInKpis.map((kpi) => ({ ...kpi, source: "built-in", unitValueRule: "" })) as Kpi[];

type Kind = FileInspection["columns"][number]["looksLike"];
const file = (...columns: [string, Kind, string[]?][]): FileInspection => ({
  delimiter: ",",
  headerLine: 1,
  columns: columns.map(([name, looksLike, dateFormats = []]) => ({
    name,
    looksLike,
    dateFormats,
    examples: [],
    values: [],
  })),
  sampleRows: [],
  questions: [],
  guess: guessOf(columns),
});
/** What the server says of such columns. */
function guessOf(columns: readonly [string, Kind, string[]?][]): FileInspection["guess"] {
  const [dateColumn, , formats = []] = columns.find(([, kind]) => kind === "date") ?? [];
  const [dateFormat, other] = formats as NonNullable<FileInspection["guess"]["dateFormat"]>[];
  return {
    period: "week",
    numbers: { decimal: ",", thousands: "." },
    ...(dateColumn === undefined ? {} : { dateColumn }),
    ...(dateFormat === undefined || other !== undefined ? {} : { dateFormat }),
  };
}
const sums = (mapping: ReturnType<typeof guessMapping>) =>
  mapping.measures.map(({ kpi, numerator, denominator }) => [
    kpi,
    numerator.columns[0],
    denominator.columns[0],
  ]);

describe("guessMapping", () => {
  it("finds conversions over visits, the channel and the date", () => {
    const mapping = guessMapping(
      file(
        ["week starting", "date", ["yyyy-MM-dd"]],
        ["channel", "text"],
        ["visits", "number"],
        ["conversions", "number"],
      ),
      "web_weekly.csv",
      kpis,
    );
    expect(mapping).toMatchObject({
      name: "web weekly",
      dateColumn: "week starting",
      dateFormat: "yyyy-MM-dd",
      segmentColumn: "channel",
      numbers: "1.234,5",
    });
    expect(sums(mapping)).toEqual([["conversion-rate", "conversions", "visits"]]);
  });
  it("does not choose between two readings of a date", () => {
    const mapping = guessMapping(file(["Date", "date", ["dd/MM/yyyy", "MM/dd/yyyy"]]), "a.csv", kpis);
    expect(mapping.dateFormat).toBe("");
  });
  it("takes an id of a campaign for a segment, but no other number", () => {
    const segment = (...columns: [string, Kind][]) =>
      guessMapping(file(...columns), "a.csv", kpis).segmentColumn;
    expect(segment(["date", "date"], ["campaign_cost", "number"], ["xyz_campaign_id", "number"])).toBe(
      "xyz_campaign_id",
    );
    expect(segment(["date", "date"], ["campaign_cost", "number"])).toBe("");
  });
  it("finds a date column by its heading where its cells do not tell", () => {
    const columns = file(["Week starting", "text"], ["visits", "number"]);
    expect(guessMapping(columns, "a.csv", kpis).dateColumn).toBe("Week starting");
  });
  it("does not take any count for a total of another name", () => {
    const columns = (name: string) => file(["date", "date"], [name, "number"]);
    expect(sums(guessMapping(columns("visits"), "a.csv", kpis))).toEqual([["", "visits", undefined]]);
    expect(sums(guessMapping(columns("organic visits"), "a.csv", kpis))).toEqual([
      ["organic-traffic", "organic visits", undefined],
    ]);
  });
  it("uses a column once", () => {
    const mapping = guessMapping(
      file(["Date", "date"], ["Spent", "number"], ["Approved_Conversion", "number"], ["Clicks", "number"]),
      "kag.csv",
      kpis,
    );
    const used = sums(mapping).flatMap(([, ...columns]) => columns.filter((column) => column !== undefined));
    expect(new Set(used).size).toBe(used.length);
    expect(used).toContain("Spent");
  });
  it("leaves the KPI open where no heading fits", () => {
    const mapping = guessMapping(file(["day", "date"], ["a", "number"], ["b", "number"]), "x.csv", kpis);
    expect(sums(mapping)).toEqual([["", "a", "b"]]);
  });
  it("counts rows where a file has no numbers", () => {
    const mapping = guessMapping(file(["contacted", "date"], ["name", "text"]), "leads.csv", kpis);
    expect(mapping.measures[0]).toMatchObject({
      numerator: { kind: "count-where" },
      denominator: { kind: "count-rows" },
    });
  });
});

describe("withKpi", () => {
  const kpi = (key: string) => kpis.find((one) => one.key === key) as Kpi;
  const columns = ["day", "visits", "conversions", "revenue"];
  it("finds the columns of the first KPI chosen by their headings", () => {
    expect(withKpi(emptyMeasure(), kpi("conversion-rate"), columns)).toMatchObject({
      kpi: "conversion-rate",
      numerator: { kind: "sum", columns: ["conversions"] },
      denominator: { kind: "sum", columns: ["visits"] },
    });
  });
  it("keeps what somebody chose when they change the KPI", () => {
    const chosen = { ...emptyMeasure(), kpi: "churn-rate", numerator: quantity("sum", ["revenue"]) };
    expect(withKpi(chosen, kpi("conversion-rate"), columns).numerator.columns).toEqual(["revenue"]);
  });
  it("gives a total its periods, and takes them away again", () => {
    const total = withKpi({ ...emptyMeasure(), kpi: "x" }, kpi("organic-traffic"), columns);
    expect(total.denominator.kind).toBe("periods");
    expect(withKpi(total, kpi("conversion-rate"), columns).denominator.kind).toBe("sum");
  });
});

describe("sampleCsv", () => {
  it("holds thirty whole weeks before today for two channels", () => {
    const lines = sampleCsv("2026-11-22").trim().split("\n");
    expect(lines).toHaveLength(61);
    expect(lines[0]).toBe("week starting,channel,visits,conversions,revenue");
    expect(lines.at(-1)).toMatch(/^2026-11-09,Email,\d+,\d+,\d+$/);
  });
});
