import { ApiProblem } from "@liftledger/contracts/client";

/** The number under which the server's log says what failed; undefined where it is not the server that failed. */
export function requestOf(error: unknown): string | undefined {
  return error instanceof ApiProblem && error.problem.status >= 500 ? error.requestId : undefined;
}
