import { KpiDefinition } from "@liftledger/contracts/kpi";
import { insertKpiVersions, listLatestKpis, type NewKpiVersion } from "@liftledger/database/kpis";
import type { Writer } from "@liftledger/database/transaction";
import { builtInKpis } from "@liftledger/kpis/catalogue/catalogue";
import type { Kpi } from "@liftledger/kpis/kpi";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";

/**
 * Writes the built-in KPIs that the organisation does not have, and a new version of those whose built-in
 * definition changed with the software. A KPI the company has a version of its own of is left alone.
 * Answers how many rows were written.
 */
export async function seedBuiltInKpis(ctx: Context): Promise<{ written: number }> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => ({ written: await seedBuiltInKpisIn(ctx, tx, audit) }));
}

/** `seedBuiltInKpis` inside a transaction that is under way. */
export async function seedBuiltInKpisIn(ctx: Context, tx: Writer, audit: Audit): Promise<number> {
  const latest = new Map((await listLatestKpis(tx, ctx.organisationId)).map((kept) => [kept.kpiKey, kept]));
  const missing: NewKpiVersion[] = [];
  for (const kpi of builtInKpis) {
    const kept = latest.get(kpi.key);
    const definition = definitionOf(kpi);
    if (kept?.source === "own") continue;
    if (
      kept !== undefined &&
      JSON.stringify(KpiDefinition.parse(kept.definition)) === JSON.stringify(definition)
    ) {
      continue;
    }
    missing.push({
      kpiKey: kpi.key,
      version: (kept?.version ?? 0) + 1,
      definition,
      source: "built-in",
      ownerId: kept?.ownerId ?? null,
      createdAt: ctx.now,
      createdBy: ctx.actor.personId,
    });
  }
  await insertKpiVersions(tx, ctx.organisationId, missing);
  for (const after of missing) {
    const before = latest.get(after.kpiKey) ?? null;
    audit({ action: "seedBuiltInKpis", noun: "kpi", id: after.kpiKey, before, after });
  }
  return missing.length;
}

/** The definition alone, its fields in the order of the schema so that two can be compared as text. */
function definitionOf({ key: _key, version: _version, ...definition }: Kpi): KpiDefinition {
  return KpiDefinition.parse({ ...definition, owner: null });
}
