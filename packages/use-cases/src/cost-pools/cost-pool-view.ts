import type { CostPool as WirePool } from "@liftledger/contracts/cost-pool";
import { CostCategory } from "@liftledger/contracts/initiative";
import type { CostPool } from "@liftledger/database/cost-pools";
import type { PersonNames } from "../people/person-names.ts";

/** A shared cost as it crosses the wire, with the last month that has an amount. */
export function costPoolView(
  pool: CostPool,
  { lastMonth, nameOf }: { lastMonth: string | null; nameOf: PersonNames },
): WirePool {
  const category = CostCategory.parse(pool.category);
  return { ...pool, category, createdBy: nameOf(pool.createdBy), lastMonth };
}
