import { ApiProblem } from "@liftledger/contracts/client";
import { describe, expect, it } from "vitest";
import { fieldProblems } from "./field-problems.ts";

const problem = (fields: string[]) =>
  new ApiProblem({
    type: "https://liftledger.dev/problems/invalid-request",
    title: "The request breaks a rule",
    status: 422,
    detail: "The request breaks a rule",
    details: fields.map((field, index) => ({ field, message: `message ${index}` })),
  });

describe("fieldProblems", () => {
  it("names fields by their path, however the path is written", () => {
    expect(fieldProblems(problem(["body.outcome.change", "costLines[2].amount", "owner"]))).toEqual({
      "outcome.change": "message 0",
      "costLines.2.amount": "message 1",
      owner: "message 2",
    });
  });
  it("keeps the first message of a field", () => {
    expect(fieldProblems(problem(["owner", "owner"]))).toEqual({ owner: "message 0" });
  });
  it("finds nothing in an error that is not the server's", () => {
    expect(fieldProblems(new TypeError("Failed to fetch"))).toEqual({});
  });
});
