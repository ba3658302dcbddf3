import { KeyScopeName, type ServiceKey } from "@liftledger/contracts/access";
import type { KeptServiceKey } from "@liftledger/database/service-keys";
import { listTeams } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";

/** Keys as they cross the wire: never the key, nor its digest. */
export async function serviceKeyViews(
  ctx: Context,
  db: Reader,
  keys: readonly KeptServiceKey[],
): Promise<ServiceKey[]> {
  const nameOf = await personNames(ctx, db);
  const teams = await listTeams(db, ctx.organisationId);
  return keys.map(({ keyId, name, createdAt, createdBy, expiresAt, revokedAt, lastUsedOn, ...key }) => ({
    keyId,
    name,
    scopes: key.scopes.map((scope) => KeyScopeName.parse(scope)),
    teams: key.teamIds === null ? null : teams.filter((team) => key.teamIds?.includes(team.teamId)),
    createdAt,
    createdBy: nameOf(createdBy),
    expiresAt,
    revokedAt,
    lastUsedOn,
  }));
}
