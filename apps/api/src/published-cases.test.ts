import { createClient, type Client } from "@liftledger/contracts/client";
import { NewCasePlan } from "@liftledger/contracts/case-plan";
import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { makeInitiative } from "@liftledger/use-cases/testing/example-initiative";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp } from "./testing/open-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";
import { testContext } from "./testing/test-deps.ts";

// The published tables of the finance reference set, entered through the API as a person would enter them. Where the page
// is wrong, the test says what recomputes; what the engine does with them is tested beside it, in roi.

type Metrics = Extract<
  CaseEvaluation["scenarios"][number]["totals"]["cash"],
  { kind: "whole" }
>["unadjusted"];

const path = (values: string | readonly string[]) =>
  (typeof values === "string" ? [values] : values).map((value, from) => ({ from, value }));
const whole = { adoption: path("1"), attribution: path("1"), confidence: path("1"), overlap: path("0") };
const shares = { ...whole, realisation: path("1") };
const onwards = (from: number) => ({ kind: "recurring", from });
const firstOf = (values: string | readonly string[]) => (typeof values === "string" ? 1 : 0);

function benefit(id: string, gross: string | readonly string[], more: object = {}) {
  const value = { kind: "money", gross: path(gross), ...shares };
  return { id, name: id, class: "cash", run: onwards(firstOf(gross)), value, ...more };
}

function cost(id: string, amount: string | readonly string[], more: object = {}) {
  const run = onwards(firstOf(amount));
  return { id, name: id, category: "licences", run, amount: path(amount), ...more };
}

describe("the published tables, entered through the API", () => {
  let client: Client;
  let initiativeId = "";
  let remove = async () => {};

  beforeAll(async () => {
    const opened = await openSqlite();
    remove = opened.remove;
    const { app, deps } = await openApp(async () => opened.db);
    const fetch = async (url: string, init: RequestInit) => app.request(url, init);
    client = createClient({ baseUrl: "", organisationId: "default", fetch });
    ({ initiativeId } = await makeInitiative(testContext(deps), "Published"));
  });
  afterAll(async () => remove());

  async function evaluated(name: string, annual: string, plan: object): Promise<CaseEvaluation> {
    const discountRate = { annual, prices: "nominal", source: "As published" };
    const wanted = NewCasePlan.parse({
      currency: "USD",
      start: "2026-01",
      period: "year",
      horizon: 3,
      discountRate,
      ...plan,
    });
    const { caseId } = await client.call("createCase", { body: { initiativeId, name, plan: wanted } });
    const params = { caseId, number: 1 };
    return client.call("evaluateCaseVersion", { params, query: { unsignedEstimates: "credited" } });
  }

  async function metricsOf(name: string, annual: string, plan: object): Promise<Metrics> {
    const { scenarios } = await evaluated(name, annual, plan);
    const cash = scenarios[0]?.totals.cash;
    if (cash?.kind !== "whole") throw new Error("every line is valued");
    return cash.unadjusted;
  }

  it('has the 66% of Forrester\'s "Five tips" (blog, scenario 2)', async () => {
    const got = await metricsOf("Forrester", "0.1", {
      benefits: [benefit("benefits", ["0", "15000", "15000", "15000"])],
      costs: [cost("subscription", ["10000", "5000", "5000", "5000"])],
    });
    expect(percent(got.netRoiOnPresentValue)).toBeCloseTo(66.275954, 6);
    // The 20,000 printed beside it as net benefits are not discounted.
    expect([got.netBenefit, Number(got.netPresentValue).toFixed(5)]).toEqual(["20000", "14868.51991"]);
  });

  it("has the benefits of Cisco's wireless network (TEI 2008, table 15), whose print adds up what it has rounded", async () => {
    const lines = {
      admin: "106872",
      monitoring: "40000",
      desk: "88800",
      users: "18000",
      guests: "8640",
      visitors: "27000",
    };
    const benefits = Object.entries(lines).map(([name, amount]) => benefit(name, amount));
    const got = await metricsOf("Cisco", "0.1", { benefits });
    expect(got.totalBenefits).toBe("867936");
    // Printed: 719,475, the sum of the rounded lines.
    expect(Number(got.presentValueOfBenefits)).toBeCloseTo(719476.1232156274, 8);
    expect(got.netRoi).toMatchObject({ kind: "undefined", reason: expect.stringContaining("no cost") });
  });

  it("has rate and ratio of Lightcast's single student (table A8.1), whose cost is left undiscounted in print", async () => {
    const got = await metricsOf("Lightcast", "0.04", {
      timing: "excel_npv",
      horizon: 10,
      benefits: [
        benefit("earnings", "5000", {
          run: onwards(2),
          value: { kind: "money", gross: [{ from: 1, value: "5000" }], ...fromOne() },
        }),
      ],
      costs: [
        cost("study", "21500", {
          run: { kind: "one-off", column: 1 },
          amount: [{ from: 1, value: "21500" }],
        }),
      ],
    });
    expect(got.internalRateOfReturn).toMatchObject({ status: "unique", rate: expect.closeTo(0.18, 3) });
    expect(Number(got.presentValueOfBenefits)).toBeCloseTo(35746.79, 2);
  });

  it("has the students of SUNY Westchester (Lightcast, table 3.2), whose print adds up tenths that it has rounded", async () => {
    const millions = (row: string) => row.split(" ").map((value) => String(Math.round(Number(value) * 1e6)));
    const earned =
      "0.5 1.5 2.7 4.1 5.9 9.5 9.9 10.3 10.7 11.1 11.4 11.8 12.1 12.5 12.8 13.0 13.3 13.5 13.7 13.9 " +
      "14.0 14.1 14.2 14.2 14.2 14.2 14.1 14.0 13.8 13.7 13.4 13.2 12.9 12.6 12.2 11.9 11.5 11.0 10.6 10.2";
    const spent = `46.0${" 0.2".repeat(15)} 0.0`;
    // The page names no rate: it is the one at which its benefits are worth what it prints.
    const got = await metricsOf("SUNY Westchester", "0.04418", {
      horizon: 39,
      benefits: [benefit("earnings", millions(earned))],
      costs: [cost("study", millions(spent))],
    });
    const inMillions = (amount: string) => (Number(amount) / 1e6).toFixed(1);
    const { benefitCostRatio: ratio, internalRateOfReturn: rate } = got;
    const { first } = got.payback;
    expect({
      pvBenefits: inMillions(got.presentValueOfBenefits),
      bcr: ratio.kind === "value" && Number(ratio.ratio).toFixed(1),
      irrPct: rate.status === "unique" && (100 * rate.rate).toFixed(1),
      paybackYears: first.kind === "reached" && Number(first.periods).toFixed(1),
    }).toEqual({ pvBenefits: "195.9", bcr: "4.1", irrPct: "16.4", paybackYears: "7.3" });
    // Printed 48.1 and so 147.8: its costs of 0.2 a year are tenths, and no rate makes 46.0 and fifteen of them 48.1 while
    // the benefits are worth 195.9. As printed they come to a tenth more, and so the net to a tenth less.
    expect(inMillions(got.presentValueOfCosts)).toBe("48.2");
    expect(inMillions(got.netPresentValue)).toBe("147.7");
    const atHigher = await metricsOf("SUNY Westchester, dearer", "0.047", {
      horizon: 39,
      benefits: [benefit("earnings", millions(earned))],
      costs: [cost("study", millions(spent))],
    });
    expect([atHigher.presentValueOfCosts, atHigher.presentValueOfBenefits].map(inMillions)).toEqual([
      "48.1",
      "187.0",
    ]);
  });

  it("has the classroom worksheet at 12% over five years (scribd 73576200), whose 0.403 is of year 3", async () => {
    const got = await metricsOf("Classroom", "0.12", {
      horizon: 5,
      benefits: [benefit("benefits", "50000")],
      costs: [cost("costs", ["42500", "28500", "28500", "28500", "28500", "28500"])],
    });
    expect(Math.round(Number(got.presentValueOfCosts))).toBe(145236);
    expect(Math.round(Number(got.netPresentValue))).toBe(35003);
    expect(percent(got.netRoiOnPresentValue)).toBeCloseTo(24.1, 1);
    const { first } = got.discountedPayback;
    expect(first.kind === "reached" && Number(first.periods)).toBeCloseTo(2.402783, 6);
  });

  it("has AI coding with review overhead (baeseokjae), whose return is all capacity, which the page does not say", async () => {
    const hours = benefit("hours", "0", {
      class: "capacity",
      // 1,840 gross hours less 460 of review; 60 an hour is implied by the page, not printed.
      value: {
        kind: "factors",
        lift: path("1"),
        volume: path("1380"),
        unitValue: path("60"),
        ...whole,
        realisation: path("0.5"),
      },
    });
    const own = (name: string, field: string, to: string) => ({
      name,
      kind: "own",
      changes: [{ lineId: "hours", field, change: { to } }],
    });
    const { scenarios } = await evaluated("AI coding", "0.1", {
      horizon: 1,
      benefits: [hours],
      costs: [cost("seats", ["25800"], { run: { kind: "one-off", column: 0 } })],
      scenarios: [
        own("Low", "realisation", "0.25"),
        own("High", "realisation", "0.75"),
        own("Review-heavy", "volume", "460"),
      ],
    });
    const returns = scenarios.map(({ totals }) => {
      const found = totals["cash-plus-capacity"];
      return found.kind === "whole" ? percent(found.unadjusted.netRoi).toFixed(2) : "";
    });
    expect(returns).toEqual(["60.47", "-19.77", "140.70", "-46.51"]);
    expect(scenarios[0]?.totals.cash).toMatchObject({ unadjusted: { netRoi: { ratio: "-1" } } });
  });
});

/** Of a plan without a start column. */
function fromOne() {
  return Object.fromEntries(Object.entries(shares).map(([field, [step]]) => [field, [{ ...step, from: 1 }]]));
}

function percent(answer: Metrics["netRoi"]): number {
  return answer.kind === "value" ? 100 * Number(answer.ratio) : Number.NaN;
}
