import type { CostPool } from "@liftledger/contracts/cost-pool";
import { t } from "../../words.ts";

/** What divides a shared cost, as one chooses it. */
export const driverNames: Record<CostPool["driver"], string> = {
  equal: t`equally`,
  usage: t`by what each used`,
  hours: t`by hours worked for each`,
  shares: t`by shares that were agreed`,
};

/** What a quantity counts, on a field; of shares it is per cent. */
export function quantityUnit({ driver, unit }: Pick<CostPool, "driver" | "unit">): string {
  return driver === "shares" ? "%" : unit;
}
