import { describe, expect, it } from "vitest";
import type { Phase } from "../phase.ts";
import { focusWarnings, type RunningWork } from "./focus-warnings.ts";
import { systemsTouched, toolOverload, type ToolInUse } from "./tool-overload.ts";

const work = (name: string, team: string, phase: Phase | null): RunningWork => ({
  id: name.toLowerCase(),
  name,
  team,
  kind: phase === null ? "tool-roll-out" : "initiative",
  phase,
});
const tool = (initiative: string, differences: Partial<ToolInUse> = {}): ToolInUse => ({
  toolId: "t1",
  tool: "Writer",
  vendor: "Acme",
  initiativeId: initiative.toLowerCase(),
  initiative,
  useCase: "Content",
  series: ["Assets a week"],
  systems: ["CMS"],
  ...differences,
});

describe("focusWarnings", () => {
  it("leaves one pilot a team and three use cases in Scale alone", () => {
    const running = [
      work("Chat", "Sales", "pilots"),
      work("Draft", "Content", "pilots"),
      work("Idea", "Sales", "foundation"),
      ...["A", "B", "C"].map((name) => work(name, "Sales", "scale")),
      work("Old", "Sales", "transform"),
    ];
    expect(focusWarnings(running)).toEqual([]);
    expect(focusWarnings([])).toEqual([]);
  });

  it("warns of two pilots or roll-outs in one team", () => {
    const running = [
      work("Chat", "Sales", "pilots"),
      work("Copilot", "Sales", null),
      work("Draft", "Content", null),
    ];
    expect(focusWarnings(running)).toEqual([
      {
        key: "pilotsPerTeam",
        team: "Sales",
        count: 2,
        limit: 1,
        ids: ["chat", "copilot"],
        text: "Sales runs 2 pilots and roll-outs at once; begin with one (Hashmeta): Chat and Copilot.",
      },
    ]);
  });

  it("warns of a fourth use case in Scale", () => {
    const running = ["A", "B", "C", "D"].map((name) => work(name, "Sales", "scale"));
    expect(focusWarnings(running).map(({ text }) => text)).toEqual([
      "Scale holds 4 use cases at once; it takes two or three (Hashmeta): A, B, C and D.",
    ]);
  });
});

describe("toolOverload", () => {
  it("leaves one initiative and one vendor on a series or a use case alone", () => {
    expect(toolOverload([tool("Draft"), tool("Draft", { toolId: "t2" })])).toEqual([]);
  });

  it("leaves initiatives alone that share their tool for a use case, not those with one each", () => {
    const other = { series: ["Tickets"] };
    expect(toolOverload([tool("Draft"), tool("Briefs", other)])).toEqual([]);
    const apart = [tool("Draft"), tool("Briefs", { ...other, toolId: "t2" })];
    expect(toolOverload(apart).map(({ text }) => text)).toEqual([
      "2 initiatives have different tools for Content (our rule): Briefs and Draft.",
    ]);
  });

  it("finds several vendors of one initiative on one series, whatever each is for", () => {
    const tools = [tool("Draft"), tool("Draft", { toolId: "t2", vendor: "Globex", useCase: "Pictures" })];
    expect(toolOverload(tools)).toEqual([
      {
        key: "vendorsPerSeries",
        on: "Assets a week",
        count: 2,
        names: ["Acme", "Globex"],
        text: "2 vendors have a tool that moves Assets a week (our rule): Acme and Globex.",
      },
    ]);
  });

  it("finds several initiatives and vendors on one series, and for one use case", () => {
    const tools = [
      tool("Draft"),
      tool("Briefs", { toolId: "t2", vendor: "Globex" }),
      tool("Chat", { useCase: "Support", series: ["Tickets"] }),
    ];
    expect(toolOverload(tools).map(({ text }) => text)).toEqual([
      "2 initiatives with tools move Assets a week (our rule): Briefs and Draft.",
      "2 vendors have a tool that moves Assets a week (our rule): Acme and Globex.",
      "2 initiatives have different tools for Content (our rule): Briefs and Draft.",
      "2 vendors have a tool for Content (our rule): Acme and Globex.",
    ]);
  });
});

describe("systemsTouched", () => {
  it("lists the systems of each initiative once", () => {
    const tools = [
      tool("Draft", { systems: ["CMS", "CRM"] }),
      tool("Chat", { systems: [] }),
      tool("Draft", { systems: ["Analytics", "CMS"] }),
    ];
    expect(systemsTouched(tools)).toEqual([
      { initiativeId: "chat", initiative: "Chat", systems: [] },
      { initiativeId: "draft", initiative: "Draft", systems: ["Analytics", "CMS", "CRM"] },
    ]);
  });
});
