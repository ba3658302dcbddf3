import { describe, expect, it } from "vitest";
import { leadScoringPlan } from "../testing/example-case-plan.ts";
import { applyScenario } from "./apply-scenario.ts";
import type { CasePlan, ScenarioChange } from "./case-plan.ts";
import { linePaths, planLines } from "./plan-line.ts";
import { constantPath } from "./plan-path.ts";

const plan = leadScoringPlan();

function pathsOf(changed: CasePlan, lineId: string) {
  const line = planLines(changed).find(({ id }) => id === lineId);
  if (line === undefined) throw new Error(`no ${lineId}`);
  return { run: line.run, paths: Object.fromEntries(linePaths(line)) };
}

function changedBy(...changes: ScenarioChange[]) {
  return applyScenario(plan, { changes });
}

describe("applyScenario", () => {
  it("gives the plan itself where it changes nothing", () => {
    expect(changedBy()).toEqual({ plan, effects: [] });
  });

  it("multiplies every step of a path, exactly", () => {
    const { plan: changed, effects } = changedBy({
      lineId: "leads",
      field: "adoption",
      change: { times: "0.7" },
    });
    expect(pathsOf(changed, "leads").paths["adoption"]).toEqual([
      { from: 1, value: "0.35" },
      { from: 4, value: "0.56" },
      { from: 7, value: "0.7" },
    ]);
    expect(pathsOf(changed, "hours")).toEqual(pathsOf(plan, "hours"));
    expect(effects[1]).toEqual({ lineId: "leads", field: "adoption", from: 4, before: "0.8", after: "0.56" });
  });

  it("changes every line that has the field where it names none", () => {
    const { effects } = changedBy({ lineId: null, field: "amount", change: { plus: "100" } });
    expect(effects.map(({ lineId, after }) => [lineId, after])).toEqual([
      ["set-up", "20100"],
      ["licences", "9100"],
    ]);
  });

  it("tells no change that leaves the value as it is", () => {
    expect(changedBy({ lineId: "leads", field: "lift", change: { to: "0.0060" } }).effects).toEqual([]);
  });

  it("moves a line with its steps to later columns", () => {
    const { plan: changed, effects } = changedBy({ lineId: "leads", field: "delay", change: { plus: "2" } });
    expect(pathsOf(changed, "leads")).toMatchObject({
      run: { kind: "recurring", from: 3, to: null },
      paths: { adoption: [{ from: 3 }, { from: 6 }, { from: 9 }] },
    });
    const until = {
      ...plan,
      benefits: plan.benefits.map((line) => ({
        ...line,
        run: { kind: "recurring", from: 1, to: 4 } as const,
      })),
    };
    const later = applyScenario(until, {
      changes: [{ lineId: "leads", field: "delay", change: { plus: "2" } }],
    });
    expect(later.plan.benefits[0]?.run).toEqual({ kind: "recurring", from: 3, to: 6 });
    expect(effects).toEqual([{ lineId: "leads", field: "delay", from: null, before: "0", after: "2" }]);
  });

  it("leaves what is not valued so, unless it says what it is", () => {
    const draft = { ...plan, costs: plan.costs.map((line) => ({ ...line, amount: constantPath(null) })) };
    const times = applyScenario(draft, {
      changes: [{ lineId: null, field: "amount", change: { times: "2" } }],
    });
    expect(times).toEqual({ plan: draft, effects: [] });
    const to = applyScenario(draft, {
      changes: [{ lineId: "licences", field: "amount", change: { to: "7" } }],
    });
    expect(to.effects).toEqual([{ lineId: "licences", field: "amount", from: 0, before: null, after: "7" }]);
  });
});
