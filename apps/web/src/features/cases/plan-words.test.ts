import { describe, expect, it } from "vitest";
import { examplePlan } from "@liftledger/contracts/business-case-examples";
import { CasePlan } from "@liftledger/contracts/case-plan";
import {
  changeWords,
  columnNames,
  estimateWords,
  pathsOf,
  pathWords,
  riskWords,
  runWords,
  valueWords,
} from "./plan-words.ts";

const plan = CasePlan.parse(examplePlan);
const [orders] = plan.benefits;
const [licences, connecting] = plan.costs;
if (orders === undefined || licences === undefined || connecting === undefined) throw new Error("no lines");
const columns = columnNames(plan);

describe("pathWords", () => {
  it("says one value alone, and each step of a path with the column it begins in", () => {
    const path = pathsOf(orders).find(([field]) => field === "lift")?.[1] ?? [];
    expect(pathWords(columns, { field: "lift", currency: "EUR" }, path)).toBe(
      "0.01 from Year 1, 0.015 from Year 2",
    );
    expect(pathWords(columns, { field: "amount", currency: "EUR" }, licences.amount)).toBe("€6,000");
  });

  it("says that nobody has said it yet", () => {
    expect(pathWords(columns, { field: "amount", currency: "EUR" }, [])).toBe("not said yet");
    expect(valueWords({ field: "amount", currency: "EUR" }, null)).toBe("not said yet");
  });

  it("says shares in percent with every digit", () => {
    expect(valueWords({ field: "adoption", currency: "EUR" }, "0.3335")).toBe("33.35%");
  });
});

describe("runWords", () => {
  it("says when a line comes", () => {
    expect(runWords(plan, columns, orders)).toBe("Each year from Year 1 to the end");
    expect(runWords(plan, columns, connecting)).toBe("Once, Start");
    const monthly = { ...plan, period: "month" as const };
    const run = { kind: "recurring" as const, from: 1, to: 3 };
    expect(runWords(monthly, columnNames(monthly), { ...licences, run })).toBe(
      "Each month from July 2026 to September 2026",
    );
  });
});

describe("estimateWords, riskWords and changeWords", () => {
  it("say ranges, risks and changes in percent", () => {
    expect(estimateWords(orders)).toBe("60% to 130% of the plan, most likely 100%");
    expect(riskWords(orders)).toMatch(/^15% for risk: Half of a year/);
    const monthly = { currency: "EUR", period: "month" } as const;
    const changed = (field: "lift" | "delay", change: { times: string } | { plus: string }) =>
      changeWords({ lineId: null, field, change }, monthly);
    expect(changed("lift", { times: "0.7" })).toBe("70% of the base");
    expect(changed("delay", { plus: "3" })).toBe("3 months later");
    expect(changed("delay", { plus: "1" })).toBe("1 month later");
    const later = { lineId: null, field: "delay", change: { plus: "2" } } as const;
    expect(changeWords(later, { ...monthly, period: "year" })).toBe("2 years later");
    expect(changeWords({ lineId: null, field: "adoption", change: { to: "0.5" } }, monthly)).toBe("50%");
  });
});
