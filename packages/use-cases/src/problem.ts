import type { ProblemDetail, ProblemKind } from "@liftledger/contracts/errors";

/**
 * What stops a request: a kind with its HTTP status, one sentence, and each failing field or row.
 *
 * @example
 * throw new ProblemError("conflict", "There is a series of this KPI for “All channels” already.");
 */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly kind: ProblemKind;
  readonly details: readonly ProblemDetail[];

  constructor(kind: ProblemKind, detail: string, details: readonly ProblemDetail[] = []) {
    super(detail);
    this.kind = kind;
    this.details = details;
  }
}

/** Too many tries; those who wait so long may try again. */
export class TooManyTriesError extends ProblemError {
  override name = "TooManyTriesError";
  readonly waitSeconds: number;

  constructor(detail: string, waitSeconds: number) {
    super("too-many-requests", detail);
    this.waitSeconds = waitSeconds;
  }
}

/** Throws "invalid-request" when there is anything in the list; the first message is the sentence. */
export function refuseIfAny(details: readonly ProblemDetail[]): void {
  const first = details[0];
  if (first === undefined) return;
  const more = details.length === 1 ? "" : ` (and ${details.length - 1} more)`;
  throw new ProblemError("invalid-request", `${first.message}${more}`, details);
}
