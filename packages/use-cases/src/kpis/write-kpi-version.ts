import type { Kpi, KpiDefinition } from "@liftledger/contracts/kpi";
import { insertKpiVersions } from "@liftledger/database/kpis";
import type { Writer } from "@liftledger/database/transaction";
import { kpiFaults } from "@liftledger/kpis/kpi-faults";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { refuseIfAny } from "../problem.ts";
import { kpiView } from "./kpi-view.ts";

/** Writes one version of a company's own definition, once its meaning is sound. */
export async function writeKpiVersion(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  kpi: { key: string; version: number; definition: KpiDefinition; action: string; before: object | null },
): Promise<Kpi> {
  const { key, version, definition, action, before } = kpi;
  const faults = kpiFaults({ ...definition, key, version });
  refuseIfAny(faults.map((message) => ({ field: key, message })));
  const kept = {
    kpiKey: key,
    version,
    definition: { ...definition, owner: null },
    source: "own" as const,
    ownerId: definition.owner === null ? null : await personIdByName(ctx, tx, audit, definition.owner),
    createdAt: ctx.now,
    createdBy: ctx.actor.personId,
  };
  await insertKpiVersions(tx, ctx.organisationId, [kept]);
  audit({ action, noun: "kpi", id: key, before, after: kept });
  return kpiView(kept, {
    nameOf: (id) => (id === ctx.actor.personId ? ctx.actor.name : (definition.owner ?? "")),
    retiredOf: () => null,
  });
}
