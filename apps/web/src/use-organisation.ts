import { useParams, useSearch } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { organisationsQuery, type Clocks } from "./api.ts";

/** The organisation in the address. */
export function useOrganisationId(): string {
  return useParams({ from: "/$organisationId" }).organisationId;
}

/** The two clocks in the address: valuation date and knowledge instant. */
export function useClocks(): Clocks {
  const { until, asOf } = useSearch({ from: "/$organisationId" });
  return { until, asOf };
}

/** The organisation in the address with its name, kind and currency, once they are known. */
export function useOrganisation() {
  const organisationId = useOrganisationId();
  const { data } = useQuery(organisationsQuery);
  return data?.rows.find((organisation) => organisation.organisationId === organisationId);
}
