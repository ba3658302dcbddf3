import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInitiative } from "@liftledger/use-cases/initiatives/create-initiative";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withLedger } from "./open-ledger.ts";
import { runCommand } from "./testing/run-command.ts";

let folder: string;
const place = (name: string) => join(folder, name);
const liftledger = (...args: string[]) => runCommand(place("data"), ...args);

const head =
  "Line,Kind,Class,Field,Owner,Our share,Confidence,Turned into money,Adoption,Counted by another benefit,Risk,Risk reason,Source,Evidence,Start,Year 1,Year 2";
const rows = [
  "Fewer agency hours,benefit,cost avoidance,,Ada Vance,1,1,1,1,0,,,Contract of 2026,measured,,12000,12000",
  "Licences,cost,licences,,Ada Vance,,,,,,,,Offer 4711,measured,5000,3000,3000",
];
const of = ["--initiative", "Copilot", "--name", "Agency hours", "--start", "2027-01"];

const rate = ["--rate", "0.1", "--rate-source", "The treasury"];

async function sheet(name: string, ...more: string[]): Promise<string> {
  await writeFile(place(name), [head, ...rows, ...more, ""].join("\n"));
  return place(name);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-cases-"));
  await withLedger({ data: place("data") }, (ctx) =>
    createInitiative(ctx, {
      name: "Copilot",
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5", by: "2030-12-31" },
      owner: "Ada Vance",
      team: "Shop",
      useCasePattern: "other",
      phase: "pilots",
      startedOn: "2026-01-05",
      status: "active",
    }),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("liftledger import-case", () => {
  it("previews, then writes a draft and names what is missing", async () => {
    const file = await sheet(
      "case.csv",
      "Seats,benefit,capacity,,Ada Vance,1,1,1,1,0,,,Estimate,estimate,,500,500",
    );
    const seen = await liftledger("import-case", file, ...of, "--preview");
    expect(seen).toMatchObject({ code: 0, err: "" });
    expect(seen.out).toContain("2 benefits, 1 cost and 0 scenarios over 2 years from 2027-01, in EUR");
    expect(seen.out).toContain("Preview: nothing was written.");
    expect((await liftledger("report", "--case", "Agency hours")).code).toBe(64);
    const unrated = await liftledger("import-case", file, ...of);
    expect([unrated.code, unrated.err]).toEqual([65, expect.stringContaining("There is no discount rate")]);
    expect((await liftledger("import-case", file, ...of, "--rate", "0.1")).code).toBe(64);
    const made = await liftledger("import-case", file, ...of, ...rate);
    expect(made.out).toMatch(/Written: a draft, as case \S+\.\n(Nothing is missing|Missing until)/);
    const again = await liftledger("import-case", file, ...of, ...rate);
    expect([again.code, again.err]).toEqual([65, expect.stringContaining("Agency hours")]);
  });

  it("refuses by row and column what cannot be read, and what it does not know", async () => {
    const bad = await sheet("bad.csv", "Trips,cost,other,,Ada Vance,,,,,,,,Offer,measured,,a few,");
    const refused = await liftledger("import-case", bad, ...of, "--name", "Bad");
    expect([refused.code, refused.out]).toEqual([65, ""]);
    expect(refused.err).toContain("row 4, Year 1");
    const nowhere = await liftledger("import-case", place("none.csv"), ...of);
    expect(nowhere.code).toBe(66);
    const unknown = await liftledger("import-case", bad, "--initiative", "Nobody's", "--name", "Bad");
    expect([unknown.code, unknown.err]).toEqual([64, 'There is no initiative "Nobody\'s".\n']);
  });
});

describe("liftledger report --case", () => {
  it("tells the results of a case, and writes its workbook and paper once", async () => {
    const told = await liftledger("report", "--case", "Agency hours");
    expect(told.err).toBe("");
    expect(told.out).toContain("Agency hours, version 1 (draft), of Copilot");
    expect(told.out).toMatch(/Costs EUR +11000\.00/);
    const files = ["--workbook", place("case.xlsx"), "--paper", place("case.pdf")];
    const written = await liftledger("report", "--case", "Agency hours", ...files, "--json");
    expect(JSON.parse(written.out)).toMatchObject({
      number: 1,
      written: [place("case.xlsx"), place("case.pdf")],
    });
    expect((await readFile(place("case.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
    expect((await readFile(place("case.xlsx"))).subarray(0, 2).toString()).toBe("PK");
    expect((await liftledger("report", "--case", "Agency hours", ...files)).code).toBe(73);
  });

  it("refuses the papers of all cases while none is approved, in words", async () => {
    const refused = await liftledger("report", "--paper", place("all.pdf"));
    expect([refused.code, refused.err]).toEqual([
      65,
      expect.stringContaining("No business case is approved yet"),
    ]);
    expect((await liftledger("report", "--case", "Agency hours", "--case-version", "x")).code).toBe(64);
  });
});
