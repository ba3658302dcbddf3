import type { PortfolioRow } from "@liftledger/contracts/portfolio";
import { describe, expect, it } from "vitest";
import type { PortfolioGroup } from "../../search-params.ts";
import { groupRows, groupWords } from "./group-rows.ts";

const row = (initiativeId: string, rest: { team: string; phase: string; status: string; pattern: string }) =>
  ({
    initiativeId,
    team: rest.team,
    phase: rest.phase,
    useCasePattern: rest.pattern,
    verdict: { status: rest.status },
  }) as PortfolioRow;

const rows = [
  row("a", { team: "Sales", phase: "scale", status: "on-track", pattern: "predictive-lead-scoring" }),
  row("b", { team: "Content", phase: "pilots", status: "below", pattern: "other" }),
  row("c", { team: "Sales", phase: "pilots", status: "below", pattern: "predictive-lead-scoring" }),
];

const lines = (group: PortfolioGroup | undefined) =>
  groupRows(rows, group, (one) => one, new Set(["b"])).map((line) =>
    line.kind === "row" ? line.row.initiativeId : `${line.name}: ${groupWords(line)}`,
  );

describe("groupRows", () => {
  it("leaves the rows as they are without a group", () => {
    expect(lines(undefined)).toEqual(["a", "b", "c"]);
  });

  it("puts teams in the order of their names, the rows of each in the order they had", () => {
    const content = "Content: 1 initiative, 1 needs a decision";
    expect(lines("team")).toEqual([content, "b", "Sales: 2 initiatives", "a", "c"]);
  });

  it("puts phases and statuses in their own order, and what is like no pattern last", () => {
    expect(lines("phase")).toEqual([
      "Pilots: 2 initiatives, 1 needs a decision",
      "b",
      "c",
      "Scale: 1 initiative",
      "a",
    ]);
    expect(lines("status")[0]).toMatch(/^Below benchmark/);
    expect(lines("pattern")).toEqual([
      "Predictive lead scoring: 2 initiatives",
      "a",
      "c",
      "Other: 1 initiative, 1 needs a decision",
      "b",
    ]);
  });
});
