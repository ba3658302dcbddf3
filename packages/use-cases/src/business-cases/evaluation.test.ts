import { caseFigureId, caseFigureKeys } from "@liftledger/contracts/case-figure-id";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { expect, it } from "vitest";
import { exampleCasePlan, makeCase } from "../testing/example-case.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { changeCaseVersion } from "./change-case-version.ts";
import { evaluateCaseVersion } from "./evaluate-case-version.ts";
import { listCaseResults } from "./list-case-results.ts";
import { listCaseFlows } from "./list-case-flows.ts";
import { submitCaseVersion } from "./submit-case-version.ts";

describeOnEveryDatabase("the evaluation of a version", (open) => {
  it("tells every scenario side by side, with people by name", async () => {
    const ctx = await openLedger(open);
    const { caseId, number } = await makeCase(ctx);
    const { scenarios, columns, currency } = await evaluateCaseVersion(ctx, { caseId, number });
    expect(currency).toBe("EUR");
    expect(columns.map(({ label }) => label)).toEqual(["Start", "Year 1", "Year 2", "Year 3"]);
    expect(scenarios.map(({ name }) => name)).toEqual(["Base", "Conservative", "Optimistic"]);
    // 62,400 × 1% × 50 × 0.8 × 0.6 × 0.9 × 0.8 is 10,782.72, half as much again from the second year on.
    const [base] = scenarios;
    expect(base?.totals.cash).toMatchObject({
      kind: "whole",
      unadjusted: { totalBenefits: "43130.88", totalCosts: "26000", netBenefit: "17130.88" },
      // 15% less.
      adjusted: { totalBenefits: "36661.248" },
    });
    expect(base?.lines[0]).toMatchObject({ lineId: "more-orders", owner: "Ada Vance" });
    expect([base?.effects, scenarios[1]?.effects]).toMatchObject([
      [],
      [{ lineId: "more-orders", field: "lift", before: "0.01", after: "0.007" }, { after: "0.0105" }],
    ]);
    expect(base?.firstYear).toMatchObject({ isComparable: false });
    // 43,130.88 over 26,000 is 66% before risk; 36,661.248 is 41% net.
    expect(base?.benchmarksBeforeRisk?.[1]).toMatchObject({
      phase: "pilots",
      floor: 0.3,
      position: "in-band",
    });
    expect(base?.benchmarks?.find(({ phase }) => phase === "pilots")).toMatchObject({ position: "in-band" });
  });

  it("explains every result by its id, down to the assumptions, with the same value or the same reason", async () => {
    const ctx = await openLedger(open);
    const { caseId, number } = await makeCase(ctx);
    for (const unsignedEstimates of ["nothing", "credited"] as const) {
      const { rows } = await listCaseResults(ctx, { caseId, number, unsignedEstimates, limit: 1000 });
      // Three scenarios on three bases.
      expect(rows).toHaveLength(9 * caseFigureKeys.length);
      for (const row of rows.filter(({ basis }) => basis !== "cash-plus-capacity")) {
        const shown = [
          [row.beforeRiskFigureId, row.beforeRisk],
          [row.afterRiskFigureId, row.afterRisk],
        ] as const;
        for (const [figureId, value] of shown) {
          const { figure, tree } = await explainFigure(ctx, { figureId });
          const digits = row.unit === "money" ? 2 : 10;
          const told = value === null ? null : Number(value).toFixed(digits);
          expect({
            figureId,
            again: evaluateExplanation(tree),
            told: figure.value === null ? null : Number(figure.value).toFixed(digits),
            isReasoned: figure.value !== null || row.note?.includes(figure.reason ?? "?"),
          }).toEqual({ figureId, again: figure.value, told, isReasoned: true });
        }
      }
    }
    const figure = { caseId, number, basis: "cash", risk: "adjusted", key: "net-roi" } as const;
    const none = caseFigureId({ ...figure, scenario: 9 });
    await expect(explainFigure(ctx, { figureId: none })).rejects.toMatchObject({ kind: "not-found" });
  });

  it("explains every cell of its cash flows by its id, with the same amount or the same lack", async () => {
    const ctx = await openLedger(open);
    const plan = exampleCasePlan();
    const { caseId, number } = await makeCase(ctx, plan);
    const asked = { caseId, number, limit: 1000 } as const;
    const tables = [
      await listCaseFlows(ctx, { ...asked, amounts: "credited", scenario: "Conservative" }),
      await listCaseFlows(ctx, { ...asked, unsignedEstimates: "credited" }),
    ];
    for (const { figureId, amount, column } of tables.flatMap(({ rows }) => rows)) {
      const { figure, tree, sentence } = await explainFigure(ctx, { figureId });
      expect([figureId, Number(figure.value), evaluateExplanation(tree)]).toEqual([
        figureId,
        Number(amount),
        figure.value,
      ]);
      expect([figure.figureId, figure.label.endsWith(column)]).toEqual([figureId, true]);
      expect(sentence).toMatch(/the risk of lines/);
    }
    const costs = plan.costs.map((line) => ({ ...line, amount: [] }));
    const gap = await makeCase(ctx, { ...plan, costs });
    const { rows } = await listCaseFlows(ctx, {
      caseId: gap.caseId,
      number: 1,
      kind: "net",
      column: "Year 1",
    });
    const missing = await explainFigure(ctx, { figureId: rows[0]?.figureId ?? "" });
    expect([rows[0]?.amount, missing.figure.value, missing.figure.reason]).toEqual([
      null,
      null,
      expect.stringContaining("Licences is not valued yet"),
    ]);
    const beyond = (rows[0]?.figureId ?? "").replace("/1/all/", "/9/all/");
    await expect(explainFigure(ctx, { figureId: beyond })).rejects.toMatchObject({ kind: "not-found" });
  });

  it("explains which line decides by the ids of its bars and break-evens", async () => {
    const ctx = await openLedger(open);
    const { caseId, number } = await makeCase(ctx);
    const { sensitivity } = await evaluateCaseVersion(ctx, { caseId, number });
    const [bar] = sensitivity?.bars ?? [];
    if (sensitivity === null || bar === undefined) throw new Error("a line has a range");
    const shown: (readonly [figureId: string, value: string | null])[] = [
      [bar.figureIds.atLow, bar.atLow],
      [bar.figureIds.atHigh, bar.atHigh],
      [bar.figureIds.distance, bar.distance],
      ...sensitivity.breakEvens.flatMap(({ figureId, multiple, fields }) => [
        [figureId, multiple] as const,
        ...fields.map((one) => [one.figureId, one.value] as const),
      ]),
    ];
    for (const [figureId, value] of shown) {
      const { figure, tree } = await explainFigure(ctx, { figureId });
      expect([figureId, evaluateExplanation(tree)]).toEqual([figureId, figure.value]);
      expect([figureId, figure.reason === null]).toEqual([figureId, value !== null]);
      expect(Number(figure.value)).toBeCloseTo(Number(value), figure.unit === "EUR" ? 2 : 9);
    }
    expect(shown.length).toBeGreaterThan(10);
    const wrong = bar.figureIds.atLow.replace("/low", "/field/colour");
    await expect(explainFigure(ctx, { figureId: wrong })).rejects.toMatchObject({ kind: "not-found" });
  });

  it("says of a draft that was written anew since that what it said is not kept, and stands once submitted", async () => {
    const ctx = await openLedger(open);
    const made = await makeCase(ctx);
    const { caseId, number, version, plan } = made;
    const asOf = secondAfter(ctx);
    const figure = { caseId, number, scenario: 0, basis: "cash", risk: "adjusted", key: "net-roi" } as const;
    const figureId = caseFigureId(figure);
    const before = await explainFigure(ctx, { figureId, asOf });
    expect(before.figure.asOf).toBe(asOf);
    const later = at(ctx, "2026-07-01T09:00:00.000Z");
    const cheaper = { ...plan, costs: plan.costs.slice(1) };
    const changed = await changeCaseVersion(later, { caseId, number, version, plan: cheaper });
    const refused = { kind: "conflict", details: [{ field: "asOf", seen: asOf }] };
    await expect(explainFigure(later, { figureId, asOf })).rejects.toMatchObject(refused);
    await expect(evaluateCaseVersion(later, { caseId, number, asOf })).rejects.toMatchObject(refused);
    await expect(listCaseResults(later, { caseId, number, asOf })).rejects.toMatchObject(refused);
    await expect(listCaseFlows(later, { caseId, number, asOf })).rejects.toMatchObject(refused);
    const flow = `case/${caseId}/${number}/flow/0/adjusted/year/1/all/net`;
    const bar = `case/${caseId}/${number}/sensitivity/more-orders/low`;
    const drawn = `case/${caseId}/${number}/simulation/0/cash/7/100/worth/p10`;
    for (const of of [flow, bar, drawn])
      await expect(explainFigure(later, { figureId: of, asOf })).rejects.toMatchObject(refused);
    const submittedAt = at(later, "2026-07-02T09:00:00.000Z");
    await submitCaseVersion(submittedAt, { caseId, number, version: changed.version });
    const frozen = secondAfter(submittedAt);
    const known = await explainFigure(submittedAt, { figureId, asOf: frozen });
    const year = at(ctx, "2027-07-02T09:00:00.000Z");
    expect(await explainFigure(year, { figureId, asOf: frozen })).toEqual(known);
    expect(known.figure.value).not.toBe(before.figure.value);
  });

  it("does not pretend to be whole where a line has no value", async () => {
    const ctx = await openLedger(open);
    const plan = exampleCasePlan();
    const costs = plan.costs.map((line) => ({ ...line, amount: [] }));
    const { caseId, number } = await makeCase(ctx, { ...plan, costs });
    const { scenarios, sensitivity } = await evaluateCaseVersion(ctx, { caseId, number });
    expect(scenarios[0]?.totals.cash).toMatchObject({
      kind: "partial",
      missing: ["licences", "connecting-it"],
    });
    expect([scenarios[0]?.benchmarks, sensitivity]).toEqual([null, null]);
  });

  it("has its results as rows, with the reason where there is no value", async () => {
    const ctx = await openLedger(open);
    const { caseId, number } = await makeCase(ctx);
    const { rows } = await listCaseResults(ctx, {
      caseId,
      number,
      scenario: "Base",
      basis: "cash",
      limit: 100,
    });
    expect(rows.find(({ metric }) => metric === "net-benefit")).toMatchObject({
      unit: "money",
      currency: "EUR",
      beforeRisk: "17130.88",
      afterRisk: "10661.248",
      note: null,
    });
    const costs = exampleCasePlan().costs.map((line) => ({ ...line, amount: [] }));
    const gap = await makeCase(ctx, { ...exampleCasePlan(), costs });
    const missing = await listCaseResults(ctx, { caseId: gap.caseId, number: 1, metric: "net-roi" });
    expect(missing.rows[0]).toMatchObject({
      beforeRisk: null,
      afterRisk: null,
      note: expect.stringContaining("Licences is not valued yet"),
    });
  });

  it("has the flows of a scenario line by line, and refuses a step that nobody planned", async () => {
    const ctx = await openLedger(open);
    const { caseId, number } = await makeCase(ctx);
    const at = { caseId, number };
    const { rows } = await listCaseFlows(ctx, { ...at, scenario: "Conservative", amounts: "credited" });
    const first = rows.filter(({ lineId }) => lineId === "more-orders");
    // 70% of the base.
    expect(first.map(({ column, amount }) => [column, amount])).toEqual([
      ["Start", "0.00"],
      ["Year 1", "7547.90"],
      ["Year 2", "11321.86"],
      ["Year 3", "11321.86"],
    ]);
    const plan = exampleCasePlan();
    const hoped = plan.benefits.map((line) => ({
      ...line,
      assumptions: line.assumptions.map((one) => ({ ...one, evidence: "estimate" as const })),
    }));
    const hope = await makeCase(ctx, { ...plan, benefits: hoped });
    const ofHope = { caseId: hope.caseId, number: 1, lineId: "more-orders", column: "Year 1" };
    const [nothing, accepted] = [
      await listCaseFlows(ctx, ofHope),
      await listCaseFlows(ctx, { ...ofHope, amounts: "credited", unsignedEstimates: "credited" }),
    ];
    // 10,782.72 a year before its risk, once somebody accepts it.
    expect([nothing.rows[0]?.amount, accepted.rows[0]?.amount]).toEqual(["0.00", "10782.72"]);
    await expect(listCaseFlows(ctx, { ...at, scenario: "Rosy" })).rejects.toMatchObject({
      details: [{ field: "scenario" }],
    });
    await expect(listCaseFlows(ctx, { ...at, step: "month" })).rejects.toMatchObject({
      details: [{ field: "step" }],
    });
  });
});
