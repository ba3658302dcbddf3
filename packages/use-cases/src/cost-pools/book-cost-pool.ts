import type { BookCostPool, BookedCostPool } from "@liftledger/contracts/cost-pool";
import type { ProblemDetail } from "@liftledger/contracts/errors";
import {
  getCostPool,
  insertCostPoolMonth,
  latestCostPoolMonths,
  type CostPool,
  type CostPoolMonth,
} from "@liftledger/database/cost-pools";
import { LostUpdateError } from "@liftledger/database/errors";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { moneyFromDecimal, moneyToDecimal } from "@liftledger/finance/money";
import { compareDecimals, normaliseDecimal, sumDecimals } from "@liftledger/numerics/decimal";
import { refuseCostCountedTwice } from "../benefits/cost-counted-twice.ts";
import type { Context } from "../context.ts";
import { faultOfAmount } from "../cost-lines/amount-fault.ts";
import { changeOnce } from "../idempotency.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { refuseClosed } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { costShareView } from "./cost-share-view.ts";
import { dividedMonths } from "./divided-month.ts";

type Wanted = { costPoolId: string; month: string } & BookCostPool;

/**
 * Books what a shared cost was in a month, and what divides it: the next revision of that month. Every initiative bears
 * its share to the minor unit. Refused in a closed month, and from another revision than the last.
 */
export async function bookCostPool(ctx: Context, wanted: Wanted): Promise<BookedCostPool> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { costPoolId, month, kind, source } = wanted;
    const pool = await getCostPool(tx, ctx.organisationId, costPoolId);
    // What was booked of it may still be taken back.
    const thing = { objectId: costPoolId, name: pool.name, field: "costPoolId" };
    if (wanted.amount !== null) await refuseRetired(ctx, tx, "cost-pool", [thing], "restore it to book it");
    const { currency } = await getOrganisation(ctx, tx);
    const before = (await latestCostPoolMonths(tx, ctx.organisationId, { costPoolId })).find(
      (one) => one.month === month && one.kind === kind,
    );
    const revision = before?.revision ?? 0;
    if (revision !== wanted.revision)
      throw new LostUpdateError("month of a shared cost", `${pool.name} ${month}`, wanted.revision, revision);
    const names = await initiativeNames(ctx, tx, wanted);
    refuseIfAny(faultsOf(wanted, { pool, currency, today: ctx.today, names }));
    await refuseClosed(ctx, tx, [{ period: month, field: "month", addsUp: true }]);
    for (const { initiativeId } of wanted.quantities)
      await refuseCostCountedTwice(ctx, tx, initiativeId, { categories: [pool.category] });
    const after: CostPoolMonth = {
      costPoolId,
      month,
      kind,
      revision: revision + 1,
      amountMinor: wanted.amount === null ? null : moneyFromDecimal(wanted.amount, currency).amountMinor,
      quantities: wanted.quantities
        .map(({ initiativeId, quantity }) => ({ initiativeId, quantity: normaliseDecimal(quantity) }))
        .toSorted((one, other) => (one.initiativeId < other.initiativeId ? -1 : 1)),
      source,
      recordedAt: ctx.now,
      recordedBy: ctx.actor.personId,
    };
    await insertCostPoolMonth(tx, ctx.organisationId, after);
    audit({
      action: "bookCostPool",
      noun: "cost-pool-month",
      id: `${costPoolId} ${month} ${kind}`,
      before: before === undefined ? null : audited(before),
      after: audited(after),
    });
    const told = { currency, initiativeNames: names, nameOf: await personNames(ctx, tx) };
    return {
      costPoolId,
      month,
      kind,
      revision: after.revision,
      amount:
        after.amountMinor === null ? null : moneyToDecimal({ amountMinor: after.amountMinor, currency }),
      shares: dividedMonths([pool], [after]).map((share) => costShareView(share, told)),
    };
  });
}

/** A month as the chain tells it, with whose figures it moves. */
function audited(booked: CostPoolMonth): object {
  const { amountMinor, quantities } = booked;
  return {
    ...booked,
    amountMinor: amountMinor === null ? null : String(amountMinor),
    initiativeIds: quantities.map(({ initiativeId }) => initiativeId),
  };
}

async function initiativeNames(
  ctx: Context,
  db: Reader,
  { quantities }: Wanted,
): Promise<Map<string, string>> {
  const ids = [...new Set(quantities.map(({ initiativeId }) => initiativeId))];
  const found = await listInitiativesByIds(db, ctx.organisationId, ids);
  return new Map(found.map(({ initiativeId, name }) => [initiativeId, name]));
}

function faultsOf(
  { amount, month, kind, quantities }: Wanted,
  setting: { pool: CostPool; currency: string; today: string; names: ReadonlyMap<string, string> },
): ProblemDetail[] {
  const { pool, currency, today, names } = setting;
  const fault = (field: string, message: string, seen?: string): ProblemDetail => ({
    field,
    message,
    ...(seen === undefined ? {} : { seen }),
  });
  if (amount === null)
    return quantities.length === 0 ? [] : [fault("quantities", "What is taken back is shared by nobody.")];
  const faults = quantities.flatMap(({ initiativeId }, row) => {
    const field = `quantities[${row}].initiativeId`;
    if (!names.has(initiativeId)) return [fault(field, "There is no such initiative.", initiativeId)];
    const earlier = quantities.findIndex((one) => one.initiativeId === initiativeId);
    return earlier < row ? [fault(field, `Row ${earlier} has this initiative already.`, initiativeId)] : [];
  });
  const amountFault = faultOfAmount(amount, currency);
  if (amountFault !== null) faults.push(fault("amount", amountFault, amount));
  if (kind === "actual" && month > today.slice(0, 7))
    faults.push(fault("month", `${month} has not begun: it can be planned, not actual.`, month));
  const quantityFault = faultOfQuantities(pool, quantities);
  if (quantityFault !== null) faults.push(fault("quantities", quantityFault));
  return faults;
}

function faultOfQuantities(pool: CostPool, quantities: Wanted["quantities"]): string | null {
  const sum = sumDecimals(quantities.map(({ quantity }) => quantity));
  if (compareDecimals(sum, "0") <= 0) return `Nobody has any ${pool.unit}: say who shares ${pool.name}.`;
  if (pool.driver === "shares" && compareDecimals(sum, "1") !== 0)
    return `The shares are together ${sum}: they divide the whole, which is 1.`;
  if (pool.driver === "equal" && quantities.some(({ quantity }) => compareDecimals(quantity, "1") !== 0))
    return `${pool.name} is divided equally: leave the quantities out.`;
  return null;
}
