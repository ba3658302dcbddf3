import { ApiProblem } from "@liftledger/contracts/client";
import { QueryClient } from "@tanstack/react-query";

/** Answers stay fresh for half a minute; a refusal by the server is not asked again, a lost connection twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          !(error instanceof ApiProblem && error.problem.status < 500) && failures < 2,
      },
    },
  });
}
