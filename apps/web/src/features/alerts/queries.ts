import type { Digest } from "@liftledger/contracts/alert";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

const rowsAPage = 50;

/** Which alerts a page shows. */
export type ShownState = "open" | "snoozed" | "ended";

/** What people were told of, the latest first. */
export const alertsQuery = (organisationId: string, { state, mine }: { state: ShownState; mine: boolean }) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "alerts", state, mine ? "mine" : "all"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listAlerts", {
        query: {
          limit: rowsAPage,
          state,
          ...(mine ? { mine: "true" as const } : {}),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The digest of the last week or month that has ended, or of another. */
export const digestQuery = (organisationId: string, kind: Digest["kind"], period: string | undefined) =>
  queryOptions({
    queryKey: [organisationId, "digests", kind, period ?? "last"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getDigest", {
        params: { kind },
        query: period === undefined ? {} : { period },
        signal,
      }),
  });

/** The digests that were made, the latest first, with what became of each. */
export const sentDigestsQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "digests", "sent"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listDigests", {
        query: { limit: 12, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** By which rules the organisation is alerted. */
export const alertSettingsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "alert-settings"],
    queryFn: ({ signal }) => clientOf(organisationId).call("getAlertSettings", { signal }),
  });

/** The webhooks, by name. */
export const webhooksQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "webhooks"],
    queryFn: ({ signal }) => clientOf(organisationId).call("listWebhooks", { query: { limit: 100 }, signal }),
  });

/** The last mails and calls of webhooks. */
export const deliveriesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "deliveries"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listDeliveries", { query: { limit: 20 }, signal }),
  });
