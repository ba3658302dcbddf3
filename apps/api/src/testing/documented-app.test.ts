import { describe, expect, it } from "vitest";
import { documentedFault } from "./documented-app.ts";

const request = new Request("http://localhost/api/v1/kpis");
const problem = { type: "x", title: "x", status: 404, detail: "x" };

describe("documentedFault", () => {
  it.each([
    ["rows as they are described", Response.json({ rows: [], nextCursor: null })],
    [
      "problem details",
      Response.json(problem, { status: 404, headers: { "Content-Type": "application/problem+json" } }),
    ],
  ])("lets %s pass", async (_, response) => {
    expect(await documentedFault(request, response)).toBeUndefined();
  });

  it.each([
    ["rows that are none", Response.json({ rows: 1, nextCursor: null }), "must be array"],
    ["a field too little", Response.json({}), "rows"],
    ["another type", new Response("rows"), "text/plain"],
    ["a refusal as plain JSON", Response.json(problem, { status: 404 }), "application/json"],
    ["another status", Response.json({ rows: [], nextCursor: null }, { status: 201 }), "201"],
  ])("names %s", async (_, response, words) => {
    expect(await documentedFault(request, response)).toContain(words);
  });

  it("says nothing of what is no endpoint", async () => {
    expect(
      await documentedFault(new Request("http://localhost/healthz"), new Response("ok")),
    ).toBeUndefined();
  });
});
