import { infiniteQueryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";
import type { AuditSearch } from "../../search-params.ts";

const rowsAPage = 50;

/** The audit entries that are asked for, newest first. */
export const auditQuery = (organisationId: string, { noun, actorId, objectId, since, to }: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "audit", { noun, actorId, objectId, since, to }],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listAuditEntries", {
        query: {
          limit: rowsAPage,
          ...(noun === undefined ? {} : { noun }),
          ...(actorId === undefined ? {} : { actorId }),
          ...(objectId === undefined ? {} : { objectId }),
          ...(since === undefined ? {} : { from: since }),
          ...(to === undefined ? {} : { until: to }),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
