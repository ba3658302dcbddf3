import {
  endAccessLinks,
  findAccessLink,
  insertAccessLink,
  type KeptAccessLink,
} from "@liftledger/database/access-links";
import type { Reader, Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { isSecretOf, newSecret, secretDigest } from "./secret.ts";

const minute = 60_000;
const lifeMilliseconds = {
  "set-up": 30 * minute,
  invitation: 7 * 24 * 60 * minute,
  "password-reset": 24 * 60 * minute,
} as const;

/** A link's token, which is told once and kept nowhere. */
export interface MadeAccessLink {
  token: string;
  expiresAt: string;
}

/** Makes a link; the one before it for the same person no longer counts. */
export async function makeLink(
  ctx: Context,
  tx: Writer,
  { kind, personId }: Pick<KeptAccessLink, "kind" | "personId">,
): Promise<MadeAccessLink> {
  const secret = newSecret();
  const linkId = ctx.newId();
  const expiresAt = new Date(Date.parse(ctx.now) + lifeMilliseconds[kind]).toISOString();
  await insertAccessLink(tx, ctx.organisationId, {
    linkId,
    kind,
    digest: secretDigest(secret),
    personId,
    createdAt: ctx.now,
    createdBy: ctx.actor.personId,
    expiresAt,
  });
  return { token: `${linkId}.${secret}`, expiresAt };
}

/** The link of a token while it counts; throws "link-over", which does not tell why. */
export async function openLink(ctx: Context, db: Reader, token: string): Promise<KeptAccessLink> {
  const [linkId = "", secret = ""] = token.split(".");
  const link = await findAccessLink(db, ctx.organisationId, linkId);
  if (
    link === undefined ||
    !isSecretOf(secret, link.digest) ||
    link.endedAt !== null ||
    link.expiresAt <= ctx.now
  ) {
    throw new ProblemError(
      "link-over",
      "This link does not count: it was used, is too old, or was replaced by a newer one.",
    );
  }
  return link;
}

/** Opens a link of a kind and ends it, with all others for the same person; in the transaction of what it lets one do. */
export async function useLink(
  ctx: Context,
  tx: Writer,
  { token, kind }: { token: string; kind: KeptAccessLink["kind"] },
): Promise<KeptAccessLink> {
  const link = await openLink(ctx, tx, token);
  if (link.kind !== kind) throw new ProblemError("link-over", "This link is for something else.");
  await endAccessLinks(tx, ctx.organisationId, link.personId, ctx.now);
  return link;
}
