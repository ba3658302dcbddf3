import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** Of the company's own organisation, whichever one looks at: nobody is a member of a demo. */
export const sessionsQuery = queryOptions({
  queryKey: ["access", "sessions"],
  queryFn: ({ signal }) => clientOf("default").call("listSessions", { signal }),
});

export const peopleQuery = queryOptions({
  queryKey: ["access", "people"],
  queryFn: ({ signal }) => clientOf("default").call("listPeople", { signal }),
});

export const teamsQuery = queryOptions({
  queryKey: ["access", "teams"],
  queryFn: ({ signal }) => clientOf("default").call("listTeams", { signal }),
});

export const serviceKeysQuery = queryOptions({
  queryKey: ["access", "service-keys"],
  queryFn: ({ signal }) => clientOf("default").call("listServiceKeys", { signal }),
});
