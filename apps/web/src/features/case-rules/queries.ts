import { queryOptions } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";

/** By which rules cases are planned and approved, latest version first. */
export const caseSettingsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "case-settings"],
    queryFn: ({ signal }) => listWhole(organisationId, "listCaseSettings", { signal }),
  });
