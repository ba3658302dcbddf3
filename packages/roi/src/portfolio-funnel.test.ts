import { describe, expect, it } from "vitest";
import { evaluateExplanation, type Explanation } from "./explanation.ts";
import { portfolioFunnel, type FunnelInitiative } from "./portfolio-funnel.ts";
import type { Phase } from "./phase.ts";

function initiative(...phases: Phase[]): FunnelInitiative {
  const phaseHistory = phases.map((phase, place) => ({ phase, enteredOn: `2025-0${place + 1}-01` }));
  return { initiativeId: "chat", name: "Chat", phaseHistory, endedOn: null, hasMeasuredReturn: false };
}

const until = "2025-12-31";
const times = (count: number, one: FunnelInitiative) => Array.from({ length: count }, () => one);
const scaled = initiative("foundation", "pilots", "scale");
const running = initiative("pilots");
const givenUp = { ...running, endedOn: "2025-06-01" };
const paying = { ...scaled, hasMeasuredReturn: true };

describe("portfolioFunnel", () => {
  it("counts 4 of 33 as the industry does", () => {
    const { reachedScale } = portfolioFunnel([...times(4, scaled), ...times(29, running)], until);
    expect(reachedScale).toMatchObject({ count: 4, of: 33, rate: 4 / 33, against: "no-difference" });
    expect(reachedScale.kind === "rate" && reachedScale.sentence).toBe(
      "4 of 33 pilots reached Scale (likely 7% to 21%): too few to tell apart from the published 4 of 33 (IDC and Lenovo).",
    );
  });

  it("gives the three rates and the pilots still running", () => {
    const initiatives = [paying, scaled, running, givenUp, initiative("foundation")];
    const { reachedScale, returnsAtScale, scrapped, undecided } = portfolioFunnel(initiatives, until);
    const counted = [reachedScale, returnsAtScale, scrapped].map(
      (rate) => rate.kind === "rate" && [rate.count, rate.of],
    );
    expect(counted).toEqual([
      [2, 4],
      [1, 5],
      [1, 4],
    ]);
    expect(undecided).toBe(1);
  });

  it("does not compare a share of companies with one of initiatives, however many there are", () => {
    const { returnsAtScale } = portfolioFunnel(times(40, paying), until);
    expect(returnsAtScale).toMatchObject({ rate: 1, against: "not-comparable" });
    expect(returnsAtScale.kind === "rate" && returnsAtScale.sentence).toMatch(
      /^40 of 40 initiatives are at scale with a measured return \(likely 96% to 100%\): beside it stands 21%, “companies at production scale with measurable returns” \(McKinsey, cited by Writer\), a share of companies and so not compared\.$/,
    );
  });

  it("tells a rate from the industry's once there are enough initiatives", () => {
    const { reachedScale, scrapped } = portfolioFunnel(times(20, scaled), until);
    expect(reachedScale).toMatchObject({ rate: 1, against: "higher" });
    expect(scrapped).toMatchObject({ rate: 0, against: "lower" });
    expect(portfolioFunnel(times(5, givenUp), until).scrapped).toMatchObject({ against: "higher" });
    expect(portfolioFunnel(times(4, givenUp), until).scrapped).toMatchObject({ against: "no-difference" });
    expect(portfolioFunnel([givenUp, running], until).scrapped).toMatchObject({ against: "no-difference" });
  });

  it("looks at a day: what is entered or given up later is not there yet", () => {
    const { reachedScale, scrapped, undecided } = portfolioFunnel([scaled, givenUp], "2025-02-15");
    expect([reachedScale, scrapped].map((rate) => rate.kind === "rate" && rate.count)).toEqual([0, 0]);
    expect(undecided).toBe(2);
  });

  it("counts no return of what was given up, and not twice what went back to Pilots", () => {
    const ended = { ...paying, endedOn: "2025-08-01" };
    const back = initiative("pilots", "scale", "pilots");
    const { returnsAtScale, reachedScale } = portfolioFunnel([ended, back], until);
    expect(returnsAtScale).toMatchObject({ count: 0, of: 2 });
    expect(reachedScale).toMatchObject({ count: 2, of: 2 });
  });

  it("has reasons where there is nothing to count", () => {
    const { reachedScale, returnsAtScale } = portfolioFunnel([initiative("foundation")], until);
    expect(reachedScale).toEqual({
      kind: "no-value",
      reason: "There are no pilots yet, so there is no such rate.",
    });
    expect(returnsAtScale).toMatchObject({ count: 0, of: 1 });
    expect(portfolioFunnel([], until).returnsAtScale.kind).toBe("no-value");
  });

  it("explains each rate by the two counts", () => {
    const { reachedScale, returnsAtScale, scrapped } = portfolioFunnel([paying, running, running], until);
    const trees = [reachedScale, returnsAtScale, scrapped].map((rate) =>
      rate.kind === "rate" ? evaluateExplanation(rate.tree) : null,
    );
    expect(trees).toEqual(["0.33333333333333333333", "0.33333333333333333333", "0"]);
  });

  it("names whom it counts, in each count and among those that go on", () => {
    const named = [
      { ...scaled, initiativeId: "1", name: "Leads" },
      { ...running, initiativeId: "2", name: "Chat" },
      { ...givenUp, initiativeId: "3", name: "Bids" },
    ];
    const { reachedScale, undecided, undecidedTree } = portfolioFunnel(named, until);
    const names = (tree: Explanation | undefined) => tree?.inputs.map(({ label }) => label);
    const tree = reachedScale.kind === "rate" ? reachedScale.tree : undefined;
    expect(tree?.inputs.map(names)).toEqual([["Leads"], ["Leads", "Chat", "Bids"]]);
    const ids = (counted: Explanation | undefined) =>
      counted?.inputs.map(({ source }) => source?.initiativeId);
    expect(tree?.inputs.map(ids)).toEqual([["1"], ["1", "2", "3"]]);
    expect([undecided, undecidedTree.value, names(undecidedTree)]).toEqual([1, "1", ["Chat"]]);
  });
});
