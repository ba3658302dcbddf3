import { KpiDefinition, type Kpi as WireKpi } from "@liftledger/contracts/kpi";
import type { KpiVersion } from "@liftledger/database/kpis";
import type { Kpi } from "@liftledger/kpis/kpi";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import type { PersonNames } from "../people/person-names.ts";
import type { RetiredViews } from "../retirement/retired-views.ts";

/** A kept version as the KPI the pure packages work with. The owner is left to the id beside it. */
export function kpiOf(kept: KpiVersion): Kpi {
  return { ...KpiDefinition.parse(kept.definition), key: kept.kpiKey, version: kept.version };
}

/** A kept version as it crosses the wire. */
export function kpiView(
  kept: KpiVersion,
  { nameOf, retiredOf }: { nameOf: PersonNames; retiredOf: RetiredViews },
): WireKpi {
  const kpi = kpiOf(kept);
  return {
    ...kpi,
    owner: kept.ownerId === null ? null : nameOf(kept.ownerId),
    source: kept.source,
    unitValueRule: unitValueRule(kpi).sentence,
    retired: retiredOf(kept.kpiKey),
    madeAt: kept.createdAt,
    madeBy: kept.source === "built-in" ? null : nameOf(kept.createdBy),
  };
}
