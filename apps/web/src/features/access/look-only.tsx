import type { MemberRole } from "@liftledger/contracts/access";
import { Alert } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useHasRole } from "./use-has-role.ts";

/** Said to those without a role where others change something: what they see, and whom to ask for more. */
export function LookOnly({ least, children }: { least: MemberRole; children: ReactNode }) {
  if (useHasRole(least)) return null;
  return (
    <Alert variant="default" icon={<IconEye aria-hidden />} role="status">
      {children}
    </Alert>
  );
}
