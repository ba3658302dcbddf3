import { Anchor, type AnchorProps } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useOrganisationId } from "../../use-organisation.ts";

export interface InitiativeLinkProps extends AnchorProps {
  initiativeId: string;
  /** The part of the page it leads to. */
  hash?: string;
  /** As it was known then; as it is seen now where it is left out. */
  search?: { until: string; asOf: string };
  id?: string;
  children: ReactNode;
}

/** Leads to the page of an initiative. */
export function InitiativeLink({ initiativeId, hash, search, ...props }: InitiativeLinkProps) {
  const organisationId = useOrganisationId();
  return (
    <Anchor
      {...props}
      renderRoot={(own) => (
        <Link
          to="/$organisationId/initiatives/$initiativeId"
          params={{ organisationId, initiativeId }}
          {...(hash === undefined ? {} : { hash })}
          {...(search === undefined ? {} : { search })}
          {...own}
        />
      )}
    />
  );
}
