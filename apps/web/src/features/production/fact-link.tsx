import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { placeOfFact, type FactKey } from "./production-facts.ts";

export interface FactLinkProps {
  initiativeId: string;
  fact: FactKey;
  /** Its name for a screen reader, where its words are the same as of another link. */
  label?: string;
  children: string;
}

/** Leads to where a fact is recorded. */
export function FactLink({ initiativeId, fact, label, children }: FactLinkProps) {
  const organisationId = useOrganisationId();
  return (
    <Anchor
      size="sm"
      aria-label={label}
      renderRoot={(props) => (
        <Link
          to="/$organisationId/initiatives/$initiativeId/production"
          params={{ organisationId, initiativeId }}
          hash={placeOfFact(fact)}
          {...props}
        />
      )}
    >
      {children}
    </Anchor>
  );
}
