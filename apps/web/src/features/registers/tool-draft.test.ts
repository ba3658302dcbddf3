import type { CostLine } from "@liftledger/contracts/initiative";
import { describe, expect, it } from "vitest";
import { costGroups, emptyTool, readTool, type ToolDraft } from "./tool-draft.ts";

const draft: ToolDraft = { ...emptyTool, name: " Scorer ", vendor: "Scorewell" };

describe("readTool", () => {
  it.each<[Partial<ToolDraft>, string[]]>([
    [{}, []],
    [{ name: " " }, ["name"]],
    [{ vendor: "" }, ["vendor"]],
    [{ vettedOn: "2026-03-20" }, ["preVetted.by"]],
    [{ vettedBy: "Tom Reed" }, ["preVetted.on"]],
    [{ rollOutTeam: "Sales" }, ["rollOut.since"]],
    [{ rollOutTeam: "Sales", rollOutSince: "2026-03-20", rollOutUntil: "2026-03-19" }, ["rollOut.until"]],
    [{ rollOutTeam: "", rollOutSince: "2026-03-20" }, []],
    [{ uses: [{ initiativeId: "", useCase: "", systems: "" }] }, ["uses.0.initiativeId", "uses.0.useCase"]],
  ])("of %j finds missing: %j", (differences, fields) => {
    expect(Object.keys(readTool({ ...draft, ...differences }).faults)).toEqual(fields);
  });

  it("reads which team takes it up, and since when", () => {
    const taken = { rollOutTeam: "Sales", rollOutSince: "2026-03-20" };
    expect(readTool({ ...draft, ...taken }).tool.rollOut).toEqual({
      team: "Sales",
      since: "2026-03-20",
      until: null,
    });
    expect(readTool(draft).tool.rollOut).toBeNull();
  });

  it("reads systems from one text, each once", () => {
    const uses = [{ initiativeId: "i", useCase: "Scoring ", systems: "CRM, Shop ,, CRM" }];
    expect(readTool({ ...draft, uses }).tool).toMatchObject({
      name: "Scorer",
      preVetted: null,
      uses: [{ initiativeId: "i", useCase: "Scoring", systems: ["CRM", "Shop"] }],
    });
  });
});

describe("costGroups", () => {
  it("puts lines of one category and source together, without those of another tool", () => {
    const line = (costLineId: string, month: string, source = "invoice") =>
      ({ costLineId, month, source, category: "licences" }) as CostLine;
    const lines = [
      line("a", "2026-05"),
      line("b", "2026-04"),
      line("c", "2026-06", "ledger"),
      line("d", "2026-07"),
    ];
    expect(costGroups(lines, new Set(["d"]))).toEqual([
      {
        category: "licences",
        source: "invoice",
        firstMonth: "2026-04",
        lastMonth: "2026-05",
        costLineIds: ["a", "b"],
      },
      {
        category: "licences",
        source: "ledger",
        firstMonth: "2026-06",
        lastMonth: "2026-06",
        costLineIds: ["c"],
      },
    ]);
  });
});
