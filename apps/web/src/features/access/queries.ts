import { queryOptions } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";

/** Of the company's own organisation, whichever one looks at: nobody is a member of a demo. */
export const sessionsQuery = queryOptions({
  queryKey: ["access", "sessions"],
  queryFn: ({ signal }) => listWhole("default", "listSessions", { signal }),
});

export const peopleQuery = queryOptions({
  queryKey: ["access", "people"],
  queryFn: ({ signal }) => listWhole("default", "listPeople", { signal }),
});

export const teamsQuery = queryOptions({
  queryKey: ["access", "teams"],
  queryFn: ({ signal }) => listWhole("default", "listTeams", { signal }),
});

export const serviceKeysQuery = queryOptions({
  queryKey: ["access", "service-keys"],
  queryFn: ({ signal }) => listWhole("default", "listServiceKeys", { signal }),
});
