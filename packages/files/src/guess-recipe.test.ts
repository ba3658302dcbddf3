import { createReadStream } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inspectFile } from "./guess-recipe.ts";
import { isSharedThere, ownRecipe, sharedFolder } from "./testing/shared-files.ts";

function inspectText(text: string) {
  return inspectFile(async function* once() {
    yield Buffer.from(text);
  });
}

describe("inspectFile", () => {
  it("tells dates, numbers, texts and empty columns apart, and shows the first rows", async () => {
    const file =
      "Day;Channel;Spend;Note\n31.01.2026;Search;1.234,50;\n01.02.2026;Social;7,00;\n02.02.2026;Search;n/a;\n03.02.2026;Search;0,5;\n04.02.2026;Search;0,25;\n";
    const inspected = await inspectText(file.replace("n/a", "8"));
    expect(inspected).toMatchObject({
      delimiter: ";",
      headerLine: 1,
      columns: [
        { name: "Day", looksLike: "date", dateFormats: ["dd.MM.yyyy"] },
        { name: "Channel", looksLike: "text", dateFormats: [], examples: ["Search", "Social"] },
        { name: "Spend", looksLike: "number" },
        { name: "Note", looksLike: "empty", examples: [] },
      ],
      questions: [],
      guess: {
        dateColumn: "Day",
        dateFormat: "dd.MM.yyyy",
        period: "week",
        numbers: { decimal: ",", thousands: "." },
        segmentColumn: "Channel",
      },
    });
    expect(inspected.sampleRows).toHaveLength(5);
    expect(inspected.sampleRows[0]).toEqual(["31.01.2026", "Search", "1.234,50", ""]);
  });

  it("asks about dates and numbers that can be read two ways, and guesses neither", async () => {
    const { questions, guess, columns } = await inspectText(
      "date,spend\n03/04/2026,1.234\n04/05/2026,7.125\n",
    );
    expect(questions.map(({ id }) => id)).toEqual(["date-format:date", "numbers"]);
    expect(columns[0]?.dateFormats).toEqual(["dd/MM/yyyy", "MM/dd/yyyy"]);
    expect(guess).toEqual({ dateColumn: "date", period: "week" });
  });

  it("finds the headings below titles, and numbers headings that repeat", async () => {
    const { headerLine, columns } = await inspectText("Report\nJuly 2026\nWeek,Cost,Cost\n2026-W02,1,2\n");
    expect(headerLine).toBe(3);
    expect(columns.map(({ name }) => name)).toEqual(["Week", "Cost [column 2]", "Cost [column 3]"]);
  });

  it("takes plain numbers for dates only under a heading that says so, and asks", async () => {
    const { questions, columns } = await inspectText("Date,Visits\n45698,45698\n45699,45701\n");
    expect(columns.map(({ looksLike }) => looksLike)).toEqual(["date", "number"]);
    expect(questions).toMatchObject([{ id: "date-format:Date", choices: [{ value: "excel-serial" }] }]);
    expect((await inspectText("Active days,n\n45698,1\n3,1\n")).columns[0]?.looksLike).toBe("number");
  });

  it("reads only the beginning of a long file", async () => {
    let chunks = 0;
    async function* long() {
      yield Buffer.from("date,n\n");
      while (chunks < 10_000) {
        chunks += 1;
        yield Buffer.from("2026-01-05,1\n".repeat(1_000));
      }
    }
    expect((await inspectFile(long)).guess.dateColumn).toBe("date");
    expect(chunks).toBeLessThan(50);
  });

  it("refuses what is no table", async () => {
    await expect(inspectText("")).rejects.toMatchObject({ rule: "empty-file" });
    await expect(inspectText("PK\u0003\u0004")).rejects.toMatchObject({ rule: "broken-workbook" });
  });

  const sets = [
    ["robyn_weekly", "dt_simulated_weekly.csv"],
    ["ab_daily_campaigns", "control_group.csv"],
    ["olist_funnel_dmy", "olist_marketing_qualified_leads_dataset.csv"],
    ["kag_facebook_ads", "KAG_conversion_data.csv"],
  ] as const;
  const why = isSharedThere ? "" : " (skipped: the data sets are not beside the repository)";
  it.skipIf(!isSharedThere).each(sets)(
    `guesses the dates of %s as its recipe has them${why}`,
    async (folder, file) => {
      const { guess, questions } = await inspectFile(() =>
        createReadStream(join(sharedFolder, "data", folder, file)),
      );
      const { dateColumn, dateFormat, period } = ownRecipe(folder);
      expect(guess).toMatchObject({ dateColumn, dateFormat, period });
      expect(questions).toEqual([]);
    },
  );
});
