import { listInitiatives, type NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** Every initiative of the organisation. */
export async function allInitiatives(
  ctx: Context,
  db: Reader,
  filter: { teamId?: string } = {},
): Promise<NamedInitiative[]> {
  const rows: NamedInitiative[] = [];
  let cursor: string | undefined;
  do {
    const page = await listInitiatives(db, ctx.organisationId, { limit: 500, cursor, ...filter });
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}
