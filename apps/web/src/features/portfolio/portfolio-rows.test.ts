import type { PortfolioRow } from "@liftledger/contracts/portfolio";
import { describe, expect, it } from "vitest";
import { actionOrder, filterRows } from "./portfolio-rows.ts";

const row = (initiativeId: string, status: PortfolioRow["verdict"]["status"], team = "Content") =>
  ({ initiativeId, name: `The ${initiativeId}`, team, owner: "Ada", verdict: { status } }) as PortfolioRow;

const portfolio = {
  rows: [
    row("fine", "on-track"),
    row("young", "too-early", "Field"),
    row("good", "above"),
    row("bad", "below"),
  ],
  needsDecision: ["good", "bad"],
};

describe("actionOrder", () => {
  it("puts decisions first in the engine's order, then the rest by how soon they want a look", () => {
    const order = actionOrder(portfolio);
    expect([...order.keys()]).toEqual(["good", "bad", "young", "fine"]);
    expect(order.get("fine")).toBe(3);
  });
});

describe("filterRows", () => {
  const ids = (show: "all" | "needs-decision" | "too-early", text: string) =>
    filterRows(portfolio, show, text).map((one) => one.initiativeId);

  it("keeps what the filter names", () => {
    expect(ids("all", "")).toHaveLength(4);
    expect(ids("needs-decision", "")).toEqual(["good", "bad"]);
    expect(ids("too-early", "")).toEqual(["young"]);
  });

  it("looks for text in name, team and owner, whatever its case", () => {
    expect(ids("all", " FIELD ")).toEqual(["young"]);
    expect(ids("all", "the good")).toEqual(["good"]);
    expect(ids("all", "ada")).toHaveLength(4);
    expect(ids("needs-decision", "field")).toEqual([]);
  });
});
