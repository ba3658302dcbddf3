import type { Problem } from "@liftledger/contracts/errors";
import { TooManyTriesError } from "@liftledger/use-cases/problem";
import type { Context as HttpContext } from "hono";
import type { Deps } from "./app.ts";
import { failureOf } from "./errors.ts";

/** The problem that tells a caller what was thrown; what is our own fault is told to the log as well. */
export function problemOf(error: unknown, c: HttpContext, deps: Pick<Deps, "onFailure">): Problem {
  const { problem, isOurFault } = failureOf(error, c.req.path);
  if (isOurFault) {
    deps.onFailure(error, { id: c.get("requestId"), method: c.req.method, path: c.req.path });
  }
  return problem;
}

/** The answer to a request that threw. */
export function answerFailure(error: unknown, c: HttpContext, deps: Pick<Deps, "onFailure">): Response {
  const problem = problemOf(error, c, deps);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(error instanceof TooManyTriesError ? { "Retry-After": String(error.waitSeconds) } : {}),
      // What is left of a body that was refused is not waited for.
      ...(isBodyLeft(c, problem) ? { Connection: "close" } : {}),
    },
  });
}

function isBodyLeft({ req }: HttpContext, { status }: Problem): boolean {
  return status === 408 || status === 413 || (req.raw.body !== null && !req.raw.bodyUsed);
}
