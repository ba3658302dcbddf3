import { KpiDefinition } from "@liftledger/contracts/kpi";
import { insertKpiVersions } from "@liftledger/database/kpis";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { inTransaction } from "@liftledger/database/transaction";
import { builtInKpis } from "@liftledger/kpis/catalogue/catalogue";
import { expect, it } from "vitest";
import { createSeries } from "../series/create-series.ts";
import { getSeries } from "../series/get-series.ts";
import { colleague, openLedger } from "../testing/open-ledger.ts";
import { changeKpi } from "./change-kpi.ts";
import { createKpi } from "./create-kpi.ts";
import { getKpi } from "./get-kpi.ts";
import { listKpis } from "./list-kpis.ts";
import { seedBuiltInKpis } from "./seed-built-in-kpis.ts";

const ownDefinition: KpiDefinition = KpiDefinition.parse({
  name: "Lead response time",
  sentence: "Hours from a lead to the first answer.",
  numerator: { counts: "hours until the first answer", unit: "hour", measure: "duration" },
  denominator: { counts: "leads", unit: "lead", kind: "exposure" },
  direction: "lower",
  frequency: "week",
  dating: "event",
  maturationPeriods: 0,
  role: "outcome",
  proportion: false,
  minimumVolume: 0,
  display: "hours",
  owner: "Ada",
});

describeOnEveryDatabase("seedBuiltInKpis", (open) => {
  it("writes every built-in KPI as version 1, and nothing the second time", async () => {
    const ctx = await openLedger(open);
    const { rows } = await listKpis(ctx);
    expect(rows.map((kpi) => kpi.key).toSorted()).toEqual(builtInKpis.map((kpi) => kpi.key).toSorted());
    expect(rows.every((kpi) => kpi.version === 1 && kpi.source === "built-in")).toBe(true);
    expect(await seedBuiltInKpis(ctx)).toEqual({ written: 0 });
  });

  it("writes a new version where the built-in definition changed, and leaves a company's own alone", async () => {
    const ctx = await openLedger(open);
    const { rows } = await getKpi(ctx, { kpiKey: "churn-rate" });
    // An older software's definition, and a company's own.
    const version = { version: 2, ownerId: null, createdAt: ctx.now, createdBy: ctx.actor.personId };
    const older = { ...KpiDefinition.strip().parse(rows[0]), sentence: "An older sentence." };
    await inTransaction(ctx.db, (tx) =>
      insertKpiVersions(tx, "default", [
        { ...version, kpiKey: "churn-rate", definition: older, source: "built-in" },
        { ...version, kpiKey: "closed-deals", definition: older, source: "own" },
      ]),
    );
    expect(await seedBuiltInKpis(ctx)).toEqual({ written: 1 });
    const versions = (await getKpi(ctx, { kpiKey: "churn-rate" })).rows;
    expect(versions.map((kpi) => kpi.version)).toEqual([3, 2, 1]);
    expect(versions[0]?.sentence).toBe(versions[2]?.sentence);
    expect((await getKpi(ctx, { kpiKey: "closed-deals" })).rows[0]?.source).toBe("own");
  });
});

describeOnEveryDatabase("createKpi and changeKpi", (open) => {
  it("keeps a KPI of one's own with its owner by name, and makes versions", async () => {
    const ctx = await openLedger(open);
    const made = await createKpi(ctx, { key: "lead-response-time", ...ownDefinition });
    expect(made).toMatchObject({ version: 1, source: "own", owner: "Ada" });
    const changed = await changeKpi(colleague(ctx), {
      kpiKey: "lead-response-time",
      version: 1,
      ...ownDefinition,
      owner: null,
    });
    expect(changed).toMatchObject({ version: 2, owner: null, madeBy: "colleague" });
    const { rows } = await getKpi(ctx, { kpiKey: "lead-response-time" });
    expect(rows.map(({ version, owner, madeBy }) => [version, owner, madeBy])).toEqual([
      [2, null, "colleague"],
      [1, "Ada", "Local administrator"],
    ]);
    const [one, other] = rows.map(({ madeAt }) => madeAt);
    expect([other, one]).toEqual([made.madeAt, changed.madeAt]);
    expect((await getKpi(ctx, { kpiKey: "conversion-rate" })).rows[0]).toMatchObject({ madeBy: null });
  });

  it("lets one of two changes made from the same version through, and tells the other", async () => {
    const ctx = await openLedger(open);
    await createKpi(ctx, { key: "lead-response-time", ...ownDefinition });
    const changes = ["Answer time", "Reply time"].map((name) =>
      changeKpi(ctx, { kpiKey: "lead-response-time", version: 1, ...ownDefinition, name }),
    );
    const outcomes = await Promise.allSettled(changes);
    const refused = outcomes.filter((one) => one.status === "rejected").map(({ reason }) => reason.name);
    expect(refused).toEqual(["LostUpdateError"]);
    const { rows } = await getKpi(ctx, { kpiKey: "lead-response-time" });
    expect(rows.map(({ version }) => version)).toEqual([2, 1]);
  });

  it("leaves a series with the version it was made with", async () => {
    const ctx = await openLedger(open);
    await createKpi(ctx, { key: "lead-response-time", ...ownDefinition });
    const { seriesId } = await createSeries(ctx, { kpiKey: "lead-response-time", scope: "Sales" });
    const changed = { ...ownDefinition, name: "Answer time" };
    await changeKpi(ctx, { kpiKey: "lead-response-time", version: 1, ...changed });
    expect(await getSeries(ctx, { seriesId })).toMatchObject({
      kpiVersion: 1,
      kpiName: "Lead response time",
    });
  });

  it("refuses a key that is taken, a KPI that is not there, and a definition that contradicts itself", async () => {
    const ctx = await openLedger(open);
    await expect(createKpi(ctx, { key: "churn-rate", ...ownDefinition })).rejects.toMatchObject({
      kind: "conflict",
    });
    await expect(changeKpi(ctx, { kpiKey: "nothing", version: 1, ...ownDefinition })).rejects.toMatchObject({
      name: "NotFoundError",
    });
    const contradiction = { ...ownDefinition, key: "x", proportion: true };
    await expect(createKpi(ctx, contradiction)).rejects.toMatchObject({ kind: "invalid-request" });
  });

  it("asks for the finance role", async () => {
    const ctx = await openLedger(open);
    const contributor = { ...ctx, actor: { ...ctx.actor, role: "contributor" as const } };
    await expect(createKpi(contributor, { key: "x", ...ownDefinition })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
