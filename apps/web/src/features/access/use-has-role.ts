import type { MemberRole } from "@liftledger/contracts/access";
import { usePerson } from "../../use-session.ts";

const rank: Record<MemberRole, number> = { viewer: 0, contributor: 1, finance: 2, admin: 3 };

/** Whether whoever looks has a role or more; who is not known yet is not stopped before the server does. */
export function useHasRole(least: MemberRole): boolean {
  const role = usePerson()?.role;
  return role === undefined || rank[role] >= rank[least];
}
