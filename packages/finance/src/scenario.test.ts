import { describe, expect, it } from "vitest";
import { multiplyDecimals } from "@liftledger/numerics/decimal";
import { evaluateScenarios, type DriverValues, type Scenario } from "./scenario.ts";

const base = { leads: "4000", lift: "0.006", unitValue: "180.0" };
const value = ({ leads = "0", lift = "0", unitValue = "0" }: DriverValues): string =>
  multiplyDecimals(multiplyDecimals(leads, lift), unitValue);

describe("evaluateScenarios", () => {
  it("evaluates each set of changes over the base", () => {
    const scenarios: Scenario[] = [
      { name: "pessimistic", changes: { lift: { times: "0.5" }, leads: { plus: "-1000" } } },
      { name: "optimistic", changes: { unitValue: { to: "200" } } },
      { name: "unchanged", changes: { unitValue: { times: 1 } } },
    ];
    // 24 × 180 = 4,320; 3,000 × 0.003 × 180 = 1,620; 24 × 200 = 4,800.
    const evaluated = evaluateScenarios({ base, scenarios, evaluate: value });
    expect(evaluated.base).toEqual({
      name: "base",
      drivers: { leads: "4000", lift: "0.006", unitValue: "180" },
      changed: [],
      metrics: "4320",
    });
    expect(evaluated.scenarios.map(({ name, metrics }) => [name, metrics])).toEqual([
      ["pessimistic", "1620"],
      ["optimistic", "4800"],
      ["unchanged", "4320"],
    ]);
    expect(evaluated.scenarios[0]?.changed).toEqual([
      { driver: "lift", from: "0.006", to: "0.003" },
      { driver: "leads", from: "4000", to: "3000" },
    ]);
    expect(evaluated.scenarios[2]?.changed).toEqual([]);
  });
  it("evaluates to whatever metrics the function gives", () => {
    const { scenarios } = evaluateScenarios({
      base,
      scenarios: [{ name: "pessimistic", changes: {} }],
      evaluate: (drivers) => ({ value: value(drivers), kind: "value" as const }),
    });
    expect(scenarios[0]?.metrics).toEqual({ value: "4320", kind: "value" });
  });
  it("refuses a driver the base does not have, a name twice and what is no decimal", () => {
    const ask = (...scenarios: Scenario[]) => evaluateScenarios({ base, scenarios, evaluate: value });
    expect(() => ask({ name: "a", changes: { adoption: { to: "1" } } })).toThrow('no driver "adoption"');
    expect(() => ask({ name: "a", changes: { toString: { to: "1" } } })).toThrow("no driver");
    expect(() => ask({ name: "a", changes: {} }, { name: "a", changes: {} })).toThrow("a name of its own");
    expect(() => ask({ name: "base", changes: {} })).toThrow("a name of its own");
    expect(() => ask({ name: "a", changes: { lift: { times: "50%" } } })).toThrow(
      'The factor of a change is a decimal, not "50%"',
    );
    expect(() => evaluateScenarios({ base: { lift: "many" }, scenarios: [], evaluate: value })).toThrow(
      'The driver "lift" is a decimal',
    );
  });
});
