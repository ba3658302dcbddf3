import type { AccessLink } from "@liftledger/contracts/access";
import { findAccount } from "@liftledger/database/accounts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { openLink } from "./access-link.ts";

/** What a link that was handed over is for, told to who holds it. */
export async function readAccessLink(ctx: Context, { token }: { token: string }): Promise<AccessLink> {
  mustBe(ctx, "anyone");
  const { kind, personId, expiresAt } = await openLink(ctx, ctx.db.read, token);
  const account = personId === null ? undefined : await findAccount(ctx.db.read, personId);
  return { kind, name: account?.name ?? null, email: account?.email ?? null, expiresAt };
}
