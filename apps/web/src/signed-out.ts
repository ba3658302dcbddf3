import type { SessionState } from "@liftledger/contracts/access";
import { queryOptions, skipToken } from "@tanstack/react-query";

export type SignedIn = Extract<SessionState, { kind: "signed-in" }>;

/** Who was signed in and is not any more, found out by a request that was refused; nobody as a rule. */
export const signedOutQuery = queryOptions<SignedIn | null>({
  queryKey: ["signed-out"],
  queryFn: skipToken,
});
