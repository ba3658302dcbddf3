import { ApiProblem } from "@liftledger/contracts/client";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { goToSignIn } from "./go-to-sign-in.ts";

/** Answers stay fresh for half a minute; a refusal by the server is not asked again, a lost connection twice. */
export function createQueryClient(): QueryClient {
  // A session that ended meanwhile: sign in, and come back to where one was.
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && error.problem.type.endsWith("/sign-in-needed")) goToSignIn();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          !(error instanceof ApiProblem && error.problem.status < 500) && failures < 2,
      },
    },
  });
}
