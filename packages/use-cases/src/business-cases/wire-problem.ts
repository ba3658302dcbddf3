import type { CaseProblem } from "@liftledger/contracts/business-case";

/** A problem of the engine as it crosses the wire, where people stand by their names. */
export function wireProblem(problem: CaseProblem): CaseProblem {
  return { ...problem, path: problem.path.replace(/\/ownerId$/, "/owner") };
}
