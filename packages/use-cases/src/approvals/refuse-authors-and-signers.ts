import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { refuseOwnApproval } from "./refuse-own-approval.ts";

/** What is signed, and by whom it must not be. */
export interface Signable {
  /** All who wrote any of it or asked for it, the first of them first. */
  authors: readonly string[];
  signatures: readonly { signedBy: string }[];
  /** What the authors did: "wrote or submitted some of it". */
  deed: string;
  /** The rule: "Who writes a business case does not approve it". */
  rule: string;
}

/** Throws "own-approval" where the actor wrote any of it, or signed it already. */
export async function refuseAuthorsAndSigners(
  ctx: Context,
  db: Reader,
  { authors, signatures, deed, rule }: Signable,
): Promise<void> {
  const approverId = ctx.actor.personId;
  const [authorId, ...others] = authors;
  if (authorId !== undefined) {
    await refuseOwnApproval(ctx, db, { authorId, others, approverId, deed, rule });
  }
  const [first, ...more] = signatures.map(({ signedBy }) => signedBy);
  if (first === undefined) return;
  await refuseOwnApproval(ctx, db, {
    authorId: first,
    others: [...more, ...authors],
    approverId,
    deed: "signed it already",
    rule: "The second signature is another person's",
  });
}
