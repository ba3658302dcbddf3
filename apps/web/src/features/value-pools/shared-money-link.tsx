import type { ReactNode } from "react";
import { PageLink } from "../../components/page-link.tsx";

/** Leads to the money that several numbers share. */
export function SharedMoneyLink({ children }: { children: ReactNode }) {
  return (
    <PageLink to="/$organisationId/value-pools" size="sm">
      {children}
    </PageLink>
  );
}
