import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { LostUpdateError } from "@liftledger/database/errors";
import { expect, it } from "vitest";
import { addExchangeRates } from "../exchange-rates/add-exchange-rates.ts";
import { exampleCasePlan, makeCase } from "../testing/example-case.ts";
import { join } from "../testing/join.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { changeCaseVersion } from "./change-case-version.ts";
import { createCase } from "./create-case.ts";
import { listCaseSettings } from "./list-case-settings.ts";
import { listCases } from "./list-cases.ts";
import { renameCase } from "./rename-case.ts";
import { setCaseSettings } from "./set-case-settings.ts";
import { submitCaseVersion } from "./submit-case-version.ts";

const rules = { discountRate: null, twoSignaturesFrom: null, onePageBelow: null, source: "Board paper" };

describeOnEveryDatabase("the plans of business cases", (open) => {
  it("are kept word for word, with people by name", async () => {
    const ctx = await openLedger(open);
    const plan = exampleCasePlan();
    const kept = await makeCase(ctx, plan);
    expect(kept.plan).toEqual(plan);
    expect(kept).toMatchObject({ status: "draft", number: 1, version: 1, name: "Scored leads" });
    const { caseId } = kept;
    const renamed = await renameCase(ctx, { caseId, version: 1, name: "As asked" });
    expect(renamed).toMatchObject({ name: "As asked", version: 2, latestStatus: "draft" });
    expect((await listCases(ctx, { latestStatus: "draft" })).rows).toEqual([renamed]);
    const { initiativeId } = kept;
    await expect(createCase(ctx, { initiativeId, name: "As asked", plan })).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  it("answer their gaps as drafts, and are not submitted with them", async () => {
    const ctx = await openLedger(open);
    const bare = { ...exampleCasePlan(), costs: [], scenarios: [] };
    const { caseId, number, version, problems } = await makeCase(ctx, bare);
    expect(problems.map(({ path, severity }) => [path, severity])).toEqual([
      ["/costs", "open"],
      ["/scenarios", "open"],
      ["/scenarios", "open"],
    ]);
    await expect(submitCaseVersion(ctx, { caseId, number, version })).rejects.toMatchObject({
      kind: "invalid-request",
      message: expect.stringMatching(/^A case is submitted when it is whole\. Add a cost.+\(and 2 more\)$/),
      details: [{ field: "plan.costs" }, { field: "plan.scenarios" }, { field: "plan.scenarios" }],
    });
  });

  it("are refused where they break a rule, from an old version, and with another initiative's benefit", async () => {
    const ctx = await openLedger(open);
    const plan = exampleCasePlan();
    const { caseId } = await makeCase(ctx);
    const change = (wanted: typeof plan, version = 1) =>
      changeCaseVersion(ctx, { caseId, number: 1, version, plan: wanted });
    await expect(change({ ...plan, prices: "real" })).rejects.toMatchObject({
      details: [{ field: "plan.discountRate.prices" }],
    });
    const benefits = plan.benefits.map((line) => ({ ...line, benefitId: "elsewhere" }));
    await expect(change({ ...plan, benefits })).rejects.toMatchObject({
      details: [{ field: "plan.benefits.0.benefitId", seen: "elsewhere" }],
    });
    const twice = plan.benefits.flatMap((line) =>
      [line.id, "again"].map((id) => ({ ...line, id, name: id, benefitId: "elsewhere" })),
    );
    await expect(change({ ...plan, benefits: twice })).rejects.toMatchObject({
      details: [
        {
          field: "plan.benefits.1.benefitId",
          message: expect.stringContaining(`, which ${plan.benefits[0]?.owner} stands for, plans the same`),
        },
      ],
    });
    await change(plan);
    await expect(change(plan)).rejects.toThrow(LostUpdateError);
  });

  it("take the organisation's discount rate, with who set it and when; nobody else's name stands for a rate", async () => {
    const ctx = await openLedger(open);
    const { discountRate, ...plan } = exampleCasePlan();
    await expect(makeCase(ctx, plan)).rejects.toMatchObject({
      details: [{ field: "plan.discountRate" }],
    });
    const rate = { annual: "0.080", prices: "nominal" } as const;
    const set = { ...rules, version: 0, discountRate: rate, approvedBy: "Grace" };
    await expect(setCaseSettings(ctx, { ...set, approvedBy: ctx.actor.name })).rejects.toMatchObject({
      kind: "own-approval",
    });
    await setCaseSettings(ctx, set);
    await expect(setCaseSettings(ctx, set)).rejects.toThrow(LostUpdateError);
    expect((await listCaseSettings(ctx)).rows).toMatchObject([
      { version: 1, discountRate: { annual: "0.08", prices: "nominal" }, approvedBy: "Grace" },
    ]);
    const kept = await makeCase(ctx, plan);
    const stated = {
      annual: "0.08",
      prices: "nominal",
      source: "Organisation's rate, version 1: Board paper",
      setBy: "Local administrator",
      setOn: "2026-06-24",
      riskPremium: "0",
    } as const;
    expect(kept.plan.discountRate).toEqual(stated);
    expect(kept.terms).toMatchObject({ isAtDefaultRate: true, defaultRate: { version: 1 } });
    const other = await makeCase(ctx, { ...plan, ...(discountRate && { discountRate }) });
    expect(other.terms.isAtDefaultRate).toBe(false);
    // One's own words for the same rate, and what it was taken as, are both true; another rate in somebody's name is not.
    await makeCase(ctx, { ...plan, discountRate: stated });
    await expect(
      makeCase(ctx, { ...plan, discountRate: { ...stated, annual: "0.03" } }),
    ).rejects.toMatchObject({ details: [{ field: "plan.discountRate.setBy" }] });
  });

  it("keep the day on which the rate was set by the organisation's clock, and take it back so", async () => {
    const ctx = { ...(await openLedger(open)), timeZone: "Pacific/Auckland" };
    const { discountRate: _none, ...plan } = exampleCasePlan();
    const rate = { annual: "0.080", prices: "nominal" } as const;
    await setCaseSettings(ctx, { ...rules, version: 0, discountRate: rate, approvedBy: "Grace" });
    const { discountRate } = (await makeCase(ctx, plan)).plan;
    // Noon of the 24th in UTC is midnight there.
    expect(discountRate.setOn).toBe("2026-06-25");
    await makeCase(ctx, { ...plan, discountRate });
    // A plan of the time when the clock showed UTC says the day before.
    await makeCase(ctx, { ...plan, discountRate: { ...discountRate, setOn: "2026-06-24" } });
    await expect(
      makeCase(ctx, { ...plan, discountRate: { ...discountRate, setOn: "2026-06-26" } }),
    ).rejects.toMatchObject({ details: [{ field: "plan.discountRate.setBy" }] });
  });

  it("let an estimate be accepted by oneself alone, for what it says", async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "contributor");
    const plan = exampleCasePlan();
    const accepted = (signedBy: string | null, value = "0.8") => ({
      ...plan,
      benefits: plan.benefits.map((line) => ({
        ...line,
        value: { ...line.value, adoption: [{ from: 0, value }] },
        assumptions: line.assumptions.map((one) =>
          one.field === "adoption" ? { ...one, evidence: "estimate" as const, signedBy } : one,
        ),
      })),
    });
    await expect(makeCase(ada, accepted("Grace"))).rejects.toThrow("accepted by oneself");
    const { caseId } = await makeCase(ada, accepted("Ada"));
    const change = (version: number, wanted: typeof plan) =>
      changeCaseVersion(ledger, { caseId, number: 1, version, plan: wanted });
    // Somebody else goes on with the plan: what Ada accepted stays, as long as it says the same.
    await change(1, { ...accepted("Ada"), horizon: 4 });
    await expect(change(2, accepted("Ada", "0.9"))).rejects.toThrow("accepted by oneself");
    await change(2, accepted(null, "0.9"));
  });

  it("need one page only below the spend that the organisation set, at the rate of the day", async () => {
    const ctx = await openLedger(open);
    await setCaseSettings(ctx, { ...rules, version: 0, onePageBelow: "26000.01", approvedBy: "Grace" });
    const plan = exampleCasePlan();
    const unsaid = {
      ...plan,
      benefits: plan.benefits.map((line) => ({ ...line, owner: null, assumptions: [] })),
      costs: plan.costs.map((line) => ({ ...line, owner: null, assumptions: [] })),
    };
    const cheap = await makeCase(ctx, unsaid);
    expect(cheap).toMatchObject({ terms: { isOnePage: true }, problems: [] });
    expect(await submitCaseVersion(ctx, cheap)).toMatchObject({ status: "submitted" });
    // In dollars it is not known whether it is below, until there is a rate.
    const dollars = { ...unsaid, currency: "USD" };
    const unknown = await makeCase(ctx, dollars);
    expect(unknown.terms).toMatchObject({ isOnePage: false, spendHere: null, spend: { currency: "USD" } });
    expect(unknown.problems[0]?.path).toMatch(/\/owner$/);
    const rate = { from: "USD", date: "2026-06-01", rate: "0.9", source: "central bank" };
    await addExchangeRates(ctx, { rates: [rate] });
    expect((await makeCase(ctx, dollars)).terms).toMatchObject({
      isOnePage: true,
      spendHere: { amount: "23400.00", currency: "EUR" },
    });
  });
});
