import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** The hold-outs that the benefits of an initiative take their lift from. */
export const holdOutsQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "hold-outs"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listHoldOuts", { query: { initiativeId, limit: 500 }, signal }),
  });
