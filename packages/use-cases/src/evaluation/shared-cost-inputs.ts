import type { CostCategory } from "@liftledger/finance/cost-category";
import type { CostInput } from "@liftledger/roi/cost-tree";
import type { DividedShare } from "../cost-pools/divided-month.ts";
import type { LedgerView } from "./read-ledger.ts";

/** What an initiative bears of shared costs, each as a cost that is explained by the whole and what divides it. */
export function sharedCostInputs(
  ledger: Pick<LedgerView, "sharedCosts" | "nameOf">,
  initiativeId: string,
  currency: string,
): CostInput[] {
  const { shares } = ledger.sharedCosts;
  return shares
    .filter((share) => share.initiativeId === initiativeId)
    .map((share) => sharedCostInput(ledger, share, currency));
}

function sharedCostInput(
  { sharedCosts, nameOf }: Pick<LedgerView, "sharedCosts" | "nameOf">,
  { pool, booked, amountMinor, place }: DividedShare,
  currency: string,
): CostInput {
  const { month, kind, revision, source, recordedAt } = booked;
  const recordedBy = nameOf(booked.recordedBy);
  const said = { recordedAt, recordedBy, revision } as const;
  return {
    category: pool.category as CostCategory,
    month,
    amountMinor,
    currency,
    kind,
    source: { kind: "measured", text: `${source}, revision ${revision}`, ...said },
    shared: {
      pool: pool.name,
      amountMinor: booked.amountMinor,
      unit: pool.unit,
      place,
      quantities: booked.quantities.map(({ initiativeId, quantity }) => ({
        name: sharedCosts.initiativeNames.get(initiativeId) ?? initiativeId,
        quantity,
      })),
      driver: {
        kind: "assumption",
        text: driverText(pool.driver, pool.unit),
        version: revision,
        recordedAt,
        recordedBy,
      },
    },
  };
}

function driverText(driver: DividedShare["pool"]["driver"], unit: string): string {
  if (driver === "equal") return "divided equally";
  if (driver === "shares") return "divided by shares that were agreed";
  return driver === "hours" ? "divided by hours worked for each" : `divided by ${unit} used`;
}
