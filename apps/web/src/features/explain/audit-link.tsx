import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { AuditSearch } from "../../search-params.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { t } from "../../words.ts";

export interface AuditLinkProps {
  /** The thing, or all of its kind. */
  thing: Pick<AuditSearch, "noun" | "objectId">;
  label?: string;
}

/** Leads to who changed a thing, when and why; for those who may read the audit log. */
export function AuditLink({ thing, label = t`Audit trail` }: AuditLinkProps) {
  const organisationId = useOrganisationId();
  const role = usePerson()?.role;
  if (role !== "finance" && role !== "admin") return null;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link to="/$organisationId/audit" params={{ organisationId }} search={thing} {...props} />
      )}
    >
      {label}
    </Anchor>
  );
}
