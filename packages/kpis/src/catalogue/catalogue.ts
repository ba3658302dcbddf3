import type { Kpi } from "../kpi.ts";
import { acquisitionKpis } from "./acquisition.ts";
import { contentKpis } from "./content.ts";
import { emailKpis } from "./email.ts";
import { operationsKpis } from "./operations.ts";
import { qualityKpis } from "./quality.ts";
import { retentionKpis } from "./retention.ts";
import { revenueKpis } from "./revenue.ts";
import { salesKpis } from "./sales.ts";
import { serviceKpis } from "./service.ts";

/**
 * The KPIs every installation starts with. They seed the catalogue of a company, which fills in owners
 * and adds its own; a change there makes a new version and leaves these as they are.
 */
export const builtInKpis: readonly Kpi[] = [
  ...acquisitionKpis,
  ...revenueKpis,
  ...salesKpis,
  ...retentionKpis,
  ...emailKpis,
  ...contentKpis,
  ...operationsKpis,
  ...serviceKpis,
  ...qualityKpis,
];

/** The built-in KPI with that key, or undefined. */
export function findBuiltInKpi(key: string): Kpi | undefined {
  return builtInKpis.find((kpi) => kpi.key === key);
}
