import type { UnitValue } from "@liftledger/contracts/unit-value";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

const rowsAPage = 50;

/** What benefits are assumed to be worth, by initiative. */
export const unitValuesQuery = (organisationId: string, state: UnitValue["state"] | undefined) =>
  infiniteQueryOptions({
    queryKey: [organisationId, "unit-values", state ?? "all"],
    queryFn: ({ signal, pageParam }) =>
      clientOf(organisationId).call("listUnitValues", {
        query: {
          limit: rowsAPage,
          ...(state === undefined ? {} : { state }),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
