import type { SessionState } from "@liftledger/contracts/access";
import { ApiProblem } from "@liftledger/contracts/client";
import { MutationCache, QueryCache, QueryClient, type QueryKey } from "@tanstack/react-query";
import { sessionQuery } from "./api.ts";
import { goToSignIn } from "./go-to-sign-in.ts";
import { signedOutQuery, type SignedIn } from "./signed-out.ts";

/** Answers stay fresh for half a minute; a refusal by the server is not asked again, a lost connection twice. */
export function createQueryClient(): QueryClient {
  let lastSeen: SignedIn | undefined;
  const signedOut = () => {
    // Whoever was at work stays on the page with what they typed, and signs in above it.
    if (lastSeen === undefined) goToSignIn();
    else client.setQueryData(signedOutQuery.queryKey, lastSeen);
  };
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && error.problem.type.endsWith("/sign-in-needed")) signedOut();
  };
  const onSuccess = (data: unknown, { queryKey }: { queryKey: QueryKey }) => {
    if (queryKey[0] !== sessionQuery.queryKey[0]) return;
    const session = data as SessionState;
    if (session.kind === "signed-in") lastSeen = session;
    else if (lastSeen !== undefined) signedOut();
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError, onSuccess }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          !(error instanceof ApiProblem && error.problem.status < 500) && failures < 2,
      },
    },
  });
  return client;
}
