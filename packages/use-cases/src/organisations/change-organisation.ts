import type { ProblemKind } from "@liftledger/contracts/errors";
import type { ChangeOrganisation, Organisation } from "@liftledger/contracts/organisation";
import { NotFoundError } from "@liftledger/database/errors";
import { changeOrganisation as changeStored, countMoney } from "@liftledger/database/organisations";
import type { Writer } from "@liftledger/database/transaction";
import { isCurrencyCode } from "@liftledger/finance/currency";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { getOrganisation } from "./get-organisation.ts";
import { organisationView } from "./organisation-view.ts";

/**
 * Gives the organisation of the request another name, currency or time zone. Throws where it was changed since that
 * version, and where there is money in the currency it has.
 */
export async function changeOrganisation(
  ctx: Context,
  { organisationId, ...change }: { organisationId: string } & z.infer<typeof ChangeOrganisation>,
): Promise<Organisation> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    if (organisationId !== ctx.organisationId) throw new NotFoundError("organisation", organisationId);
    const before = await getOrganisation(ctx, tx);
    const { version, name = before.name, currency = before.currency, timeZone = before.timeZone } = change;
    if (currency !== before.currency) await refuseOtherCurrency(ctx, tx, before.currency, currency);
    await changeStored(tx, { organisationId, version, name, currency, timeZone });
    const after = await getOrganisation(ctx, tx);
    audit({ action: "changeOrganisation", noun: "organisation", id: organisationId, before, after });
    return organisationView(tx, after);
  });
}

/** Figures are sums of what was entered in a currency: once there is any, another one would be another ledger. */
async function refuseOtherCurrency(ctx: Context, tx: Writer, from: string, to: string): Promise<void> {
  const refuse = (kind: ProblemKind, message: string): never => {
    throw new ProblemError(kind, message, [{ field: "currency", message, seen: to }]);
  };
  if (!isCurrencyCode(to)) refuse("invalid-request", `"${to}" is not the code of a currency.`);
  const money = await countMoney(tx, ctx.organisationId);
  if (money.length === 0) return;
  const counted = money.map(({ what, count }) => `${count} ${count === 1 ? what : plural[what]}`);
  const list = new Intl.ListFormat("en-GB").format(counted);
  refuse(
    "conflict",
    `Money is counted in ${from} here already: ${list}. The currency can be chosen until the first amount is entered; ` +
      `amounts in ${to} can be entered beside it, with exchange rates.`,
  );
}

const plural = {
  cost: "costs",
  "unit value": "unit values",
  "month of a shared cost": "months of shared costs",
  "exchange rate": "exchange rates",
};
