import { ConstraintError } from "@liftledger/database/constraint-errors";
import { NotFoundError, OutcomeUnknownError } from "@liftledger/database/errors";
import { ProblemError } from "@liftledger/use-cases/problem";
import { describe, expect, it } from "vitest";
import { failureOf } from "./errors.ts";

function driverError(code: string): Error {
  return Object.assign(new Error("driver text with a secret"), { code });
}

describe("failureOf", () => {
  it.each([
    [new ProblemError("claims-exceeded", "Too much."), 409, false],
    [new NotFoundError("series", "s"), 404, false],
    [new ConstraintError("unique", "teams", ["organisation_id", "name"], null), 409, false],
    [new ConstraintError("check", null, [], null), 500, true],
    [new OutcomeUnknownError("The commit broke off."), 503, true],
    [driverError("SQLITE_FULL"), 503, true],
    [driverError("SQLITE_IOERR_FSYNC"), 503, true],
    [driverError("57P01"), 503, true],
    [driverError("ECONNREFUSED"), 503, true],
    [new Error("Connection terminated unexpectedly"), 503, true],
    [new Error("Client has encountered a connection error and is not queryable"), 503, true],
    [driverError("42P01"), 500, true],
    [new TypeError("x is undefined"), 500, true],
    ["a thrown text", 500, true],
  ])("turns %s into %i", (error, status, isOurFault) => {
    const failure = failureOf(error, "/api/v1/x");
    expect(failure.problem.status).toBe(status);
    expect(failure.isOurFault).toBe(isOurFault);
    expect(failure.problem.instance).toBe("/api/v1/x");
  });

  it("says nothing of the inside where nobody foresaw the error", () => {
    const text = JSON.stringify(failureOf(driverError("XX000"), "/").problem);
    expect(text).not.toContain("secret");
    expect(text).not.toContain("stack");
  });

  it("asks for a retry with the same key where the outcome is unknown", () => {
    const { problem } = failureOf(new OutcomeUnknownError("The commit broke off."), "/");
    expect(problem.detail).toContain("same Idempotency-Key");
  });
});
