import { problemKinds, problemType, type Problem, type ProblemKind } from "@liftledger/contracts/errors";
import { ConstraintError } from "@liftledger/database/constraint-errors";
import {
  BaselineStatusError,
  DiskFailedError,
  InvalidCursorError,
  LostUpdateError,
  NotFoundError,
  OutcomeUnknownError,
} from "@liftledger/database/errors";
import { ProblemError } from "@liftledger/use-cases/problem";

/** What a thrown value means to the caller. `isOurFault` asks for a line in the log. */
export interface Failure {
  readonly problem: Problem;
  readonly isOurFault: boolean;
}

/** What was thrown in another thread, which turned it into its failure there. */
export class FailedElsewhere extends Error {
  override name = "FailedElsewhere";
  readonly failure: Failure;
  readonly isDiskFailed: boolean;

  constructor(failure: Failure, cause: unknown, isDiskFailed: boolean) {
    super(failure.problem.detail, { cause });
    this.failure = failure;
    this.isDiskFailed = isDiskFailed;
  }
}

/**
 * The problem details for whatever was thrown: the one place that turns errors into HTTP. What nobody
 * foresaw is a 500 that says nothing of the inside; its request id leads to the log.
 */
export function failureOf(error: unknown, instance: string): Failure {
  if (error instanceof FailedElsewhere) {
    const { problem, isOurFault } = error.failure;
    return { problem: { ...problem, instance }, isOurFault };
  }
  if (error instanceof ProblemError) {
    return foreseen(error.kind, error.message, instance, error.details);
  }
  if (error instanceof NotFoundError) return foreseen("not-found", error.message, instance);
  if (error instanceof LostUpdateError) {
    const message = `now ${error.foundVersion}`;
    const details = [{ field: "version", message, seen: String(error.expectedVersion) }];
    return foreseen("conflict", `${error.message} Read it again, then decide.`, instance, details);
  }
  if (error instanceof InvalidCursorError) {
    const details = [{ field: "cursor", message: error.message, seen: error.cursor.slice(0, 80) }];
    return foreseen("invalid-request", `cursor: ${error.message}`, instance, details);
  }
  if (error instanceof BaselineStatusError) return foreseen("baseline-frozen", error.message, instance);
  if (error instanceof ConstraintError && error.constraint === "unique") {
    const details = error.columns.map((field) => ({ field, message: "taken" }));
    return foreseen("conflict", "Something of this name is there already.", instance, details);
  }
  if (error instanceof OutcomeUnknownError) {
    const detail = `${error.message} Send the request again with the same Idempotency-Key.`;
    return { ...foreseen("unavailable", detail, instance), isOurFault: true };
  }
  if (error instanceof DiskFailedError || isDatabaseAway(error)) {
    const detail = "The database cannot be reached or written now. Nothing was changed; try again.";
    return { ...foreseen("unavailable", detail, instance), isOurFault: true };
  }
  const detail = "The request could not be completed. The server's log says why, under this request's id.";
  return { ...foreseen("internal", detail, instance), isOurFault: true };
}

function foreseen(
  kind: ProblemKind,
  detail: string,
  instance: string,
  details: Problem["details"] | readonly NonNullable<Problem["details"]>[number][] = [],
): Failure {
  const { status, title } = problemKinds[kind];
  const named = details.length === 0 ? {} : { details: [...details] };
  return {
    problem: { type: problemType(kind), title, status, detail, instance, ...named },
    isOurFault: false,
  };
}

/** Codes by which the drivers say that the database, not the request, is at fault: busy, full, away, shutting down. */
const awayCodes =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08|53|57P)/;

/** Whether a driver says that the database itself is at fault. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (
    awayCodes.test(code) ||
    /^Connection terminated|is not queryable$|timeout exceeded when trying to connect/.test(error.message)
  );
}
