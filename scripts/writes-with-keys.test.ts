import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EndpointName } from "../packages/contracts/src/endpoint-paths.ts";
import { endpoints } from "../packages/contracts/src/endpoints.ts";

const pages = join(import.meta.dirname, "../apps/web/src");

/** What stands between the brackets of each call of an endpoint. */
function callsIn(text: string): { name: string; call: string }[] {
  return [...text.matchAll(/\bcall\(\s*"(\w+)"/g)].map(({ 0: { length }, 1: name = "", index }) => {
    let end = index + length;
    for (let open = 1; open > 0 && end < text.length; end += 1) {
      if (text[end] === "(") open += 1;
      if (text[end] === ")") open -= 1;
    }
    return { name, call: text.slice(index, end) };
  });
}

// A request whose answer is lost is sent again: without a key it would be written twice.
describe("every write of a page that takes an idempotency key", () => {
  const writes = globSync("**/*.{ts,tsx}", { cwd: pages }).flatMap((file) =>
    callsIn(readFileSync(join(pages, file), "utf8"))
      .filter(({ name }) => "idempotent" in endpoints[name as EndpointName])
      .map((call) => ({ file, ...call })),
  );

  it("is sent with one", () => {
    expect(writes.filter(({ call }) => !call.includes("idempotencyKey"))).toEqual([]);
  });

  it("is found in the sources, those of access and of alerts among them", () => {
    const names = new Set(writes.map(({ name }) => name));
    expect(names.size).toBeGreaterThan(60);
    expect([...names]).toEqual(expect.arrayContaining(["retryDelivery", "renameTeam", "changeBenefit"]));
  });
});
