import { insertBenchmarkChoice, wholeOrganisation } from "../../benchmark-choices.ts";
import { insertBenchmarkSet, insertBenchmarkSetVersion } from "../../benchmark-sets.ts";
import { insertCostLines } from "../../cost-lines.ts";
import { insertCostPool, insertCostPoolMonth } from "../../cost-pools.ts";
import { insertExchangeRates, retractExchangeRate } from "../../exchange-rates.ts";
import type { Writer } from "../../transaction.ts";
import { at, by, recordedAt } from "./recorded.ts";

/** What is spent alone and shared, at which rates, and by what it is judged. */
export async function insertCostRows(tx: Writer, organisationId: string): Promise<void> {
  await insertCosts(tx, organisationId);
  await insertSharedCost(tx, organisationId);
  await insertBenchmarks(tx, organisationId);
}

async function insertCosts(tx: Writer, organisationId: string): Promise<void> {
  await insertCostLines(tx, organisationId, [
    {
      costLineId: "cost-1",
      initiativeId: "initiative-1",
      category: "licences",
      month: "2026-01",
      amountMinor: 120_000n,
      currency: "EUR",
      kind: "actual",
      source: "ledger",
      ...by,
    },
  ]);
  const rate = { from: "USD", to: "EUR", date: "2026-01-02", source: "central bank", ...by };
  const wrong = { ...rate, revision: 2, rate: "9.2" };
  await insertExchangeRates(tx, organisationId, [{ ...rate, revision: 1, rate: "0.92" }, wrong]);
  const taken = { retractedAt: recordedAt, retractedBy: "person-1", retractReason: "a slip of the comma" };
  await retractExchangeRate(tx, organisationId, { ...wrong, ...taken });
}

async function insertSharedCost(tx: Writer, organisationId: string): Promise<void> {
  const pool = { costPoolId: "cost-pool-1", name: "Platform licence", category: "licences" };
  await insertCostPool(tx, organisationId, {
    ...pool,
    driver: "usage",
    unit: "seats",
    createdBy: "person-1",
    ...at,
  });
  const booked = { costPoolId: "cost-pool-1", month: "2026-01", kind: "actual", source: "ledger" } as const;
  const quantities = [{ initiativeId: "initiative-1", quantity: "3" }];
  await insertCostPoolMonth(tx, organisationId, {
    ...booked,
    revision: 1,
    amountMinor: 100n,
    quantities,
    ...by,
  });
  await insertCostPoolMonth(tx, organisationId, {
    ...booked,
    revision: 2,
    amountMinor: null,
    quantities: [],
    ...by,
  });
}

async function insertBenchmarks(tx: Writer, organisationId: string): Promise<void> {
  const set = { setId: "set-1", name: "Board hurdles" };
  await insertBenchmarkSet(tx, organisationId, { ...set, createdBy: "person-1", ...at });
  await insertBenchmarkSetVersion(tx, organisationId, {
    setId: "set-1",
    version: 1,
    basis: "net",
    span: "cumulative",
    source: "board paper 7",
    caveat: "",
    bands: [{ phase: "pilots", floor: "0.2", ceiling: null }],
    validFrom: "2026-01-05",
    approvedBy: "person-1",
    ...by,
  });
  await insertBenchmarkChoice(tx, organisationId, {
    subject: wholeOrganisation,
    purpose: "beside",
    position: 1,
    judgedBy: "own",
    setId: "set-1",
    validFrom: "2026-01-05",
    reason: "",
    ...by,
  });
}
