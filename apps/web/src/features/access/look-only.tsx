import type { MemberRole } from "@liftledger/contracts/access";
import { Alert } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { usePerson } from "../../use-session.ts";

const rank: Record<MemberRole, number> = { viewer: 0, contributor: 1, finance: 2, admin: 3 };

/** Whether whoever looks has a role or more; who is not known yet is not stopped before the server does. */
export function useHasRole(least: MemberRole): boolean {
  const role = usePerson()?.role;
  return role === undefined || rank[role] >= rank[least];
}

/** Said to those without a role where others change something: what they see, and whom to ask for more. */
export function LookOnly({ least, children }: { least: MemberRole; children: ReactNode }) {
  if (useHasRole(least)) return null;
  return (
    <Alert variant="default" icon={<IconEye aria-hidden />} role="status">
      {children}
    </Alert>
  );
}
