import { keyScopes, type KeyScope } from "@liftledger/contracts/endpoint-paths";
import { findServiceKey, updateServiceKey } from "@liftledger/database/service-keys";
import { inTransaction } from "@liftledger/database/transaction";
import type { Database } from "@liftledger/database/open-database";
import { isSecretOf } from "../access/secret.ts";
import type { Actor } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { serviceKeyPrefix } from "./create-service-key.ts";

/**
 * Who acts by a service key on an endpoint of a scope: the key, in the role of that scope ("any" asks no more than
 * whether the key counts). Undefined where the key
 * does not count: unknown, ended, or too old. Throws "forbidden" where it was not made for this.
 */
export async function actorOfServiceKey(
  db: Database,
  { key, organisationId, now }: { key: string; organisationId: string; now: string },
  scope: KeyScope | "any" | undefined,
): Promise<Actor | undefined> {
  if (!key.startsWith(serviceKeyPrefix)) return undefined;
  const [keyId = "", secret = ""] = key.slice(serviceKeyPrefix.length).split(".");
  const kept = await findServiceKey(db.read, organisationId, keyId);
  if (kept === undefined || !isSecretOf(secret, kept.digest)) return undefined;
  if (kept.revokedAt !== null || kept.expiresAt <= now) return undefined;
  if (scope === undefined)
    throw new ProblemError("forbidden", "This is for people only, not for service keys.");
  if (scope !== "any" && !kept.scopes.includes(scope)) {
    throw new ProblemError("forbidden", `This service key was not made for "${scope}".`);
  }
  if (scope === "approve" && kept.teamIds !== null) {
    // None is made so any more; of one that was, the role would reach the things of every team.
    throw new ProblemError(
      "forbidden",
      'This service key is for some teams; "approve" is about all of them.',
    );
  }
  const today = now.slice(0, 10);
  if (kept.lastUsedOn !== today) {
    await inTransaction(db, (tx) => updateServiceKey(tx, organisationId, keyId, { lastUsedOn: today }));
  }
  const role = scope === "any" ? "viewer" : keyScopes[scope];
  return { personId: keyId, name: kept.name, role, teamIds: kept.teamIds ?? "all" };
}
