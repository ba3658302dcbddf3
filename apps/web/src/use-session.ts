import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "./api.ts";
import { signedOutQuery, type SignedIn } from "./signed-out.ts";

/** The person who signed in, once it is known; still they while they sign in again above the page. */
export function usePerson(): SignedIn | undefined {
  const { data } = useQuery(sessionQuery);
  const { data: signedOut } = useQuery(signedOutQuery);
  return data?.kind === "signed-in" ? data : (signedOut ?? undefined);
}

/** Whether somebody looks at the demo before there is anybody who could sign in. */
export function useIsGuest(): boolean {
  return useQuery(sessionQuery).data?.kind === "guest";
}
