import type { CostPool } from "@liftledger/contracts/cost-pool";

/** What divides a shared cost, as one chooses it. */
export const driverNames: Record<CostPool["driver"], string> = {
  equal: "equally",
  usage: "by what each used",
  hours: "by hours worked for each",
  shares: "by shares that were agreed",
};

/** What a quantity counts, on a field; of shares it is per cent. */
export function quantityUnit({ driver, unit }: Pick<CostPool, "driver" | "unit">): string {
  return driver === "shares" ? "%" : unit;
}
