import { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import { withdrawBenefit } from "../benefits/withdraw-benefit.ts";
import type { Context } from "../context.ts";
import { bookCostPool } from "../cost-pools/book-cost-pool.ts";
import { createCostPool } from "../cost-pools/create-cost-pool.ts";
import { listCostShares } from "../cost-pools/list-cost-shares.ts";
import { renameCostPool } from "../cost-pools/rename-cost-pool.ts";
import { retireCostPool } from "../cost-pools/retire-cost-pool.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { importFile } from "../imports/import-file.ts";
import { previewImport } from "../imports/preview-import.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { changeKpi } from "../kpis/change-kpi.ts";
import { restoreKpi, retireKpi } from "../kpis/retire-kpi.ts";
import { invitePerson } from "../people/invite-person.ts";
import { removePerson } from "../people/remove-person.ts";
import { createSeries } from "../series/create-series.ts";
import { restoreSeries, retireSeries } from "../series/retire-series.ts";
import { createServiceKey } from "../service-keys/create-service-key.ts";
import { getLogSheet } from "../snapshots/get-log-sheet.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { retractSnapshots } from "../snapshots/retract-snapshots.ts";
import { createTeam } from "../teams/create-team.ts";
import { listTeams } from "../teams/list-teams.ts";
import { renameTeam } from "../teams/rename-team.ts";
import { retireTeam } from "../teams/retire-team.ts";
import { exampleInitiative, makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { textFile } from "../testing/text-file.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { changeValuePool } from "../value-pools/change-value-pool.ts";
import { createValuePool } from "../value-pools/create-value-pool.ts";
import { listValuePools } from "../value-pools/list-value-pools.ts";
import { restoreValuePool, retireValuePool } from "../value-pools/retire-value-pool.ts";

const because = { version: 1, reason: "counted elsewhere" };
const retiredBy = "was retired by Local administrator on 2026-06-24 (counted elsewhere)";

/** What is refused because it is retired, with what to do. */
const retired = (what: string, toDo: string) => ({
  kind: "retired",
  message: expect.stringContaining(`${what} ${retiredBy}: ${toDo}`),
});
const inUse = (words: string) => ({ kind: "in-use", message: expect.stringContaining(words) });

const week = (seriesId: string) => ({ seriesId, period: "2026-W10", numerator: "9", denominator: "90" });

const shopFile = (scope: string, kpi = "conversion-rate") => {
  const sum = (column: string) => ({ kind: "sum" as const, columns: [column] });
  const recipe = ImportRecipe.parse({
    name: "Shop export",
    source: "shop system",
    dateColumn: "Day",
    dateFormat: "yyyy-MM-dd",
    period: "week",
    scope,
    measures: [{ kpi, numerator: sum("Orders"), denominator: sum("Visits") }],
  });
  const file = textFile("shop.csv", ["Day,Visits,Orders", "2026-05-04,1200,31"]);
  return { file, recipe: JSON.stringify(recipe) };
};

describeOnEveryDatabase("a retired series", (open) => {
  it("is refused while an initiative under way claims it, and leaves every figure as it was", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId } = await makeValuedInitiative(ctx);
    const figures = async () => {
      const { figures: all } = await evaluateInitiative(ctx, { initiativeId, until: "2026-06-20" });
      return Object.values(all).map((figure) => [figure?.figureId, figure?.value]);
    };
    const before = await figures();
    await expect(retireSeries(ctx, { seriesId, ...because })).rejects.toMatchObject(
      inUse(
        "Conversion rate (Lead scoring) is in use by Lead scoring: withdraw the benefit or end its claim first",
      ),
    );
    await changeInitiative(ctx, { initiativeId, version: 1, status: "graduated" });
    const portfolio = async () =>
      (await getPortfolio(ctx, {})).rows.map(({ netRoi, verdict }) => [netRoi.value, verdict]);
    const beforeRetiring = await portfolio();
    await retireSeries(ctx, { seriesId, ...because });
    expect(await figures()).toEqual(before);
    expect(await portfolio()).toEqual(beforeRetiring);
    await expect(changeInitiative(ctx, { initiativeId, version: 2, status: "active" })).rejects.toMatchObject(
      retired("Conversion rate (Lead scoring)", "restore it first"),
    );
  });

  it("is not logged, imported or claimed, leaves the log sheet, and may still be corrected downwards", async () => {
    const ctx = await openLedger(open);
    const seriesId = await makeSeriesWithHistory(ctx, 2);
    await retireSeries(ctx, { seriesId, ...because });
    const name = "Conversion rate (Shop)";
    await expect(
      logSnapshots(ctx, { snapshots: [week(seriesId)], source: "entered by hand" }),
    ).rejects.toMatchObject({
      ...retired(name, "restore it to log it."),
      details: [{ field: "snapshots[0].seriesId", row: 0 }],
    });
    const { initiativeId } = await makeInitiative(ctx);
    await expect(addBenefit(ctx, { initiativeId, seriesId, assumptions: {} })).rejects.toMatchObject(
      retired(name, "restore it to claim a benefit on it"),
    );
    await expect(createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" })).rejects.toMatchObject(
      retired(name, "restore it to log it again"),
    );
    const refused = {
      kind: "refused",
      problems: [{ rule: "retired", message: expect.stringContaining("restore it to import into it") }],
    };
    expect(await previewImport(ctx, shopFile("Shop"))).toMatchObject(refused);
    expect(await importFile(ctx, shopFile("Shop"))).toMatchObject(refused);
    expect((await getLogSheet(ctx, { period: "2026-W14" })).rows).toEqual([]);
    const mistaken = { seriesId, period: "2026-W14", revision: 1 };
    await retractSnapshots(ctx, { snapshots: [mistaken], restore: false, reason: "another shop" });
    await restoreSeries(ctx, { seriesId, version: 1 });
    expect((await getLogSheet(ctx, { period: "2026-W14" })).rows).toMatchObject([{ seriesId }]);
    await logSnapshots(ctx, { snapshots: [week(seriesId)], source: "entered by hand" });
  });

  it("is another team's to retire where that alone claims it", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(ctx);
    const stranger = { ...ctx, actor: { ...ctx.actor, role: "contributor" as const, teamIds: [] } };
    await expect(retireSeries(stranger, { seriesId, ...because })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

describeOnEveryDatabase("a retired KPI", (open) => {
  it("is refused while a series of it is logged, and is neither measured, promised nor changed", async () => {
    const ctx = await openLedger(open);
    const kpiKey = "conversion-rate";
    const { seriesId } = await createSeries(ctx, { kpiKey, scope: "Shop" });
    await expect(retireKpi(ctx, { kpiKey, ...because })).rejects.toMatchObject(
      inUse("Conversion rate is in use by the series “Shop”: retire the series first"),
    );
    await retireSeries(ctx, { seriesId, ...because });
    const kpi = await retireKpi(ctx, { kpiKey, ...because });
    const toDo = "choose another KPI, or have finance restore it";
    const other = retired("Conversion rate", toDo);
    await expect(createSeries(ctx, { kpiKey, scope: "App" })).rejects.toMatchObject(other);
    await expect(createInitiative(ctx, exampleInitiative)).rejects.toMatchObject(other);
    expect(await importFile(ctx, shopFile("App"))).toMatchObject({
      kind: "refused",
      problems: [{ message: expect.stringContaining(`The KPI Conversion rate ${retiredBy}`) }],
    });
    const { key: _k, version: _v, source: _s, unitValueRule: _u, retired: _r, ...rest } = kpi;
    const { madeAt: _a, madeBy: _b, ...definition } = rest;
    await expect(changeKpi(ctx, { kpiKey, version: 1, ...definition })).rejects.toMatchObject(
      retired("Conversion rate", "restore it to change it"),
    );
    await expect(restoreSeries(ctx, { seriesId, version: 1 })).rejects.toMatchObject(
      retired("Conversion rate", "have finance restore the KPI first"),
    );
    await restoreKpi(ctx, { kpiKey, version: 1 });
    await restoreSeries(ctx, { seriesId, version: 1 });
    await createInitiative(ctx, exampleInitiative);
  });

  it("stays what an initiative promised before", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, outcome } = await makeInitiative(ctx);
    await retireKpi(ctx, { kpiKey: "conversion-rate", ...because });
    if (outcome === null) throw new Error("the example has an outcome");
    const { sentence: _sentence, ...stated } = outcome as typeof outcome & { sentence?: string };
    const later = { ...exampleInitiative.outcome, by: "2027-06-30" };
    expect(stated).toMatchObject({ kpiKey: "conversion-rate" });
    await changeInitiative(ctx, { initiativeId, version: 1, outcome: later });
  });
});

describeOnEveryDatabase("a retired team", (open) => {
  it("is refused while it has people, keys and initiatives under way, each of whom it names", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const teamId = (await listTeams(ctx)).rows[0]?.teamId ?? "";
    const email = "ben@example.test";
    const wanted = { name: "Ben", email, role: "contributor" as const, teamIds: [teamId] };
    const { person } = await invitePerson(ctx, wanted);
    const { serviceKey } = await createServiceKey(ctx, {
      name: "nightly",
      scopes: ["log"],
      teamIds: [teamId],
      days: 1,
    });
    await expect(retireTeam(ctx, { teamId, ...because })).rejects.toMatchObject(
      inUse(
        "Growth is in use by Ben, the initiative “Lead scoring”, the service key “nightly”: move them to another team first",
      ),
    );
    await removePerson(ctx, person);
    await changeInitiative(ctx, { initiativeId, version: 1, status: "retired" });
    await expect(retireTeam(ctx, { teamId, ...because })).rejects.toMatchObject(inUse("“nightly”"));
    const tomorrow = { ...ctx, now: "2026-06-26T12:00:00.000Z", today: "2026-06-26" };
    await retireTeam(tomorrow, { teamId, ...because });
    expect(serviceKey.teams).toEqual([{ teamId, name: "Growth", version: 1 }]);
    await expect(changeInitiative(ctx, { initiativeId, version: 2, status: "active" })).rejects.toMatchObject(
      {
        kind: "retired",
      },
    );
  });

  it("is named by no initiative, person or key, and is not renamed", async () => {
    const ctx = await openLedger(open);
    const { teamId } = await createTeam(ctx, { name: "Growth" });
    await retireTeam(ctx, { teamId, ...because });
    await expect(createInitiative(ctx, exampleInitiative)).rejects.toMatchObject(
      retired("Growth", "name another team, or have an admin restore it"),
    );
    await expect(
      invitePerson(ctx, { name: "Ben", email: "ben@example.test", role: "viewer", teamIds: [teamId] }),
    ).rejects.toMatchObject(retired("Growth", "choose another team, or restore it"));
    await expect(renameTeam(ctx, { teamId, version: 1, name: "Brand" })).rejects.toMatchObject(
      retired("Growth", "restore it to rename it"),
    );
  });
});

describeOnEveryDatabase("a retired shared cost", (open) => {
  it("keeps what was booked, takes no more, and lets go of what was booked in advance", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const pool = { name: "Licence", category: "licences", driver: "equal", unit: "users" } as const;
    const { costPoolId } = await createCostPool(ctx, pool);
    const quantities = [{ initiativeId, quantity: "1" }];
    const book = (month: string, amount: string | null, revision: number) =>
      bookCostPool(ctx, {
        costPoolId,
        month,
        amount,
        revision,
        kind: month > "2026-06" ? "planned" : "actual",
        quantities: amount === null ? [] : quantities,
        source: "invoice",
      });
    await book("2026-05", "10", 0);
    await book("2026-09", "10", 0);
    await retireCostPool(ctx, { costPoolId, ...because });
    await expect(book("2026-06", "10", 0)).rejects.toMatchObject(retired("Licence", "restore it to book it"));
    await expect(book("2026-05", "11", 1)).rejects.toMatchObject({ kind: "retired" });
    await book("2026-09", null, 1);
    expect((await listCostShares(ctx, { limit: 9 })).rows).toMatchObject([
      { month: "2026-05", amount: "10.00" },
    ]);
    await expect(renameCostPool(ctx, { costPoolId, version: 1, name: "Seats" })).rejects.toMatchObject(
      retired("Licence", "restore it to rename it"),
    );
  });
});

describeOnEveryDatabase("renameCostPool", (open) => {
  it("gives another name, that nobody has, from the version that was read", async () => {
    const ctx = await openLedger(open);
    const pool = { category: "licences", driver: "equal", unit: "users" } as const;
    const { costPoolId } = await createCostPool(ctx, { name: "Licence", ...pool });
    await createCostPool(ctx, { name: "Tokens", ...pool });
    const rename = (version: number, name: string) => renameCostPool(ctx, { costPoolId, version, name });
    await expect(rename(1, "Tokens")).rejects.toMatchObject({ kind: "conflict" });
    expect(await rename(1, "Seats")).toMatchObject({ name: "Seats", version: 2 });
    await expect(rename(1, "Users")).rejects.toMatchObject({ name: "LostUpdateError", foundVersion: 2 });
  });
});

/** A pool of the conversion and the acquisition cost of a shop, each claimed by an initiative. */
async function makePoolClaimedTwice(ctx: Context) {
  const made = [];
  for (const [name, kpiKey] of [
    ["Scoring", "conversion-rate"],
    ["Bidding", "customer-acquisition-cost"],
  ] as const) {
    const { seriesId } = await createSeries(ctx, { kpiKey, scope: "Shop" });
    const { initiativeId } = await makeInitiative(ctx, name);
    const assumptions = { attribution: "0.5" };
    const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, assumptions });
    made.push({ seriesId, initiativeId, benefitId });
  }
  const [scoring, bidding] = made;
  if (scoring === undefined || bidding === undefined) throw new Error("two were made");
  const series = made.map(({ seriesId }) => ({ seriesId, segment: [] }));
  const { poolId } = await createValuePool(ctx, { name: "New customers", series, kpiKeys: [] });
  return { scoring, bidding, poolId };
}

describeOnEveryDatabase("a retired value pool", (open) => {
  it("is refused while two of its series are claimed in one period, and comes back only where all fits", async () => {
    const ctx = await openLedger(open);
    const { scoring, bidding, poolId } = await makePoolClaimedTwice(ctx);
    await expect(retireValuePool(ctx, { poolId, ...because })).rejects.toMatchObject(
      inUse("Scoring on Conversion rate (Shop), Bidding on Customer acquisition cost (Shop)"),
    );
    const { benefitId } = bidding;
    await withdrawBenefit(ctx, { benefitId, version: 1, reason: "the same money" });
    await retireValuePool(ctx, { poolId, ...because });
    const { initiativeId, seriesId } = bidding;
    // The whole of the second series, where half of the same money is claimed on the first.
    const whole = { initiativeId, seriesId, assumptions: { attribution: "1" } };
    const again = await addBenefit(ctx, whole);
    await expect(restoreValuePool(ctx, { poolId, version: 1 })).rejects.toMatchObject({
      kind: "claims-exceeded",
    });
    expect((await listValuePools(ctx)).rows).toMatchObject([{ retired: { reason: "counted elsewhere" } }]);
    await withdrawBenefit(ctx, { benefitId: again.benefitId, version: 1, reason: "the same money" });
    await restoreValuePool(ctx, { poolId, version: 1 });
    await expect(addBenefit(ctx, whole)).rejects.toMatchObject({ kind: "claims-exceeded" });
    expect(scoring.benefitId).not.toBe(benefitId);
  });

  it("leaves its members to another pool, where they stay, and is not changed meanwhile", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
    const series = [{ seriesId, segment: [] }];
    const kpiKeys = ["retention-rate"];
    const { poolId } = await createValuePool(ctx, { name: "Orders", series, kpiKeys });
    await retireValuePool(ctx, { poolId, ...because });
    await expect(changeValuePool(ctx, { poolId, version: 1, name: "Sales" })).rejects.toMatchObject(
      retired("Orders", "restore it to change it"),
    );
    const other = await createValuePool(ctx, { name: "Sales", series, kpiKeys: [] });
    expect(other.series).toEqual(series);
    expect(await restoreValuePool(ctx, { poolId, version: 1 })).toMatchObject({ series: [], kpiKeys });
  });
});
