import type { accessPaths } from "@liftledger/contracts/access-paths";
import { refuseWeakPassword } from "@liftledger/use-cases/access/password-rules";
import { setReading } from "@liftledger/use-cases/access/set-reading";
import { recordAccessEvent } from "@liftledger/use-cases/access/record-access-event";
import type { Context } from "@liftledger/use-cases/context";
import type { Handler } from "../handlers.ts";
import { askAuth } from "./exchange.ts";
import { sendReadingCookies } from "./reading-cookies.ts";

type OfAccount =
  | "setReading"
  | "changePassword"
  | "startTwoFactor"
  | "confirmTwoFactor"
  | "stopTwoFactor"
  | "makeRecoveryCodes";

const done = { done: true } as const;
const mismatch = "This is not your password.";

/** What one does with one's own account. better-auth does it; the audit chain is told afterwards. */
export const accountHandlers: { readonly [Name in OfAccount & keyof typeof accessPaths]: Handler<Name> } = {
  async setReading(ctx, { body }, exchange) {
    const reading = await setReading(ctx, body);
    sendReadingCookies(exchange, reading);
    return reading;
  },
  async changePassword(ctx, { body: { current, next } }, exchange) {
    const { known } = exchange.principal;
    await refuseWeakPassword(next, [known?.name ?? "", known?.email ?? ""], "next");
    const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    await askAuth(exchange, { path: "/change-password", body, mismatch });
    const { personId, name } = ctx.actor;
    await recordAccessEvent(ctx, { action: "changePassword", personId, name, endsLinks: true });
    return done;
  },
  async startTwoFactor(ctx, { body }, exchange) {
    const answer = await askAuth(exchange, { path: "/two-factor/enable", body, mismatch });
    const uri = String(answer["totpURI"]);
    await record(ctx, "startTwoFactor");
    return {
      uri,
      secret: new URL(uri).searchParams.get("secret") ?? "",
      recoveryCodes: answer["backupCodes"] as string[],
    };
  },
  async confirmTwoFactor(ctx, { body }, exchange) {
    const wrongCode = "This code does not match. A code counts for half a minute, and once.";
    await askAuth(exchange, { path: "/two-factor/verify-totp", body, mismatch: wrongCode });
    await record(ctx, "confirmTwoFactor");
    return done;
  },
  async stopTwoFactor(ctx, { body }, exchange) {
    await askAuth(exchange, { path: "/two-factor/disable", body, mismatch });
    await record(ctx, "stopTwoFactor");
    return done;
  },
  async makeRecoveryCodes(ctx, { body }, exchange) {
    const answer = await askAuth(exchange, { path: "/two-factor/generate-backup-codes", body, mismatch });
    await record(ctx, "makeRecoveryCodes");
    return { recoveryCodes: answer["backupCodes"] as string[] };
  },
};

function record(ctx: Context, action: string): Promise<void> {
  const { personId, name } = ctx.actor;
  return recordAccessEvent(ctx, { action, personId, name });
}
