import { Badge } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { approvalsCountQuery } from "./count-query.ts";
import { t } from "../../words.ts";

/** How many things wait for the reader, where they may approve any; nothing where none does. */
export function ApprovalsCount() {
  const organisationId = useOrganisationId();
  const role = usePerson()?.role;
  const enabled = role === "finance" || role === "admin";
  const { data } = useQuery({ ...approvalsCountQuery(organisationId), enabled });
  if (data === undefined || data === null) return null;
  return (
    <Badge size="sm" color="blue" variant="filled" className="tabular">
      {data} <span className="visually-hidden">{t`for you to decide`}</span>
    </Badge>
  );
}
