import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useOrganisationId } from "../../use-organisation.ts";

/** Leads to the money that several numbers share. */
export function SharedMoneyLink({ children }: { children: ReactNode }) {
  const organisationId = useOrganisationId();
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link to="/$organisationId/value-pools" params={{ organisationId }} {...props} />
      )}
    >
      {children}
    </Anchor>
  );
}
