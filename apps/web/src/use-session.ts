import type { SessionState } from "@liftledger/contracts/access";
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "./api.ts";

type SignedIn = Extract<SessionState, { kind: "signed-in" }>;

/** The person who signed in, once it is known. */
export function usePerson(): SignedIn | undefined {
  const { data } = useQuery(sessionQuery);
  return data?.kind === "signed-in" ? data : undefined;
}

/** Whether somebody looks at the demo before there is anybody who could sign in. */
export function useIsGuest(): boolean {
  return useQuery(sessionQuery).data?.kind === "guest";
}
