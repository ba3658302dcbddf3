import { examplePlan } from "@liftledger/contracts/business-case-examples";
import { CasePlan } from "@liftledger/contracts/case-plan";
import { expect, it } from "vitest";
import { planRows } from "./plan-rows.ts";

it("tells every step of every assumption with where it comes from, and what differs in each scenario", () => {
  const plan = CasePlan.parse(examplePlan);
  const [head = [], ...rows] = planRows(plan);
  for (const row of rows) expect(row).toHaveLength(head.length);
  const told = rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
  const [orders] = plan.benefits;
  const steps = told.filter(({ line, field }) => line === orders?.name && field === "lift");
  expect(steps.filter(({ scenario }) => scenario === "base")).toMatchObject([
    { kind: "benefit", from: "Year 1", change: "to", value: "0.01" },
    { kind: "benefit", from: "Year 2", change: "to", value: "0.015" },
  ]);
  expect(told.filter(({ kind }) => kind === "cost").map(({ line }) => line)).toEqual(
    expect.arrayContaining(plan.costs.map(({ name }) => name)),
  );
  const sources = new Set(
    plan.benefits.flatMap(({ assumptions }) => assumptions.map(({ source }) => source)),
  );
  expect([...sources].every((source) => told.some((row) => row["source"] === source))).toBe(true);
  const changed = plan.scenarios.flatMap(({ name, changes }) => changes.map(() => name));
  expect(told.map(({ scenario }) => scenario).filter((name) => name !== "base")).toEqual(changed);
  expect(changed.length).toBeGreaterThan(0);
});
