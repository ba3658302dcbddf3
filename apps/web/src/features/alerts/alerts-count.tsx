import { Badge } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useOrganisationId } from "../../use-organisation.ts";
import { alertCountQuery } from "./count-query.ts";
import { t } from "../../words.ts";

/** How many alerts the reader was told of and did not read; nothing where there is none. */
export function AlertsCount() {
  const { data } = useQuery(alertCountQuery(useOrganisationId()));
  if (data === undefined || data.unread === 0) return null;
  return (
    <Badge size="sm" color="blue" variant="filled" className="tabular">
      {data.unread > 99 ? "99+" : data.unread} <span className="visually-hidden">{t`alerts to read`}</span>
    </Badge>
  );
}
