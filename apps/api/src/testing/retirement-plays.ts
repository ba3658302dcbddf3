import type { retirementPaths } from "@liftledger/contracts/retirement-paths";
import { retiredExamples, type RetiredExample } from "@liftledger/use-cases/testing/retired-examples";
import { expect } from "vitest";
import type { Play } from "./play.ts";

/** Of every kind of thing: retired with its reason, and restored. */
export function retirementPlays() {
  const reason = "Counted elsewhere";
  const playOf = (kind: string, example: RetiredExample, verb: "retire" | "restore"): Play => {
    return async (client, _colleague, ctx) => {
      const id = await example.make(ctx, "to-retire");
      const call = (name: string, body: object) =>
        client.call(name as "retireSeries", {
          params: { [example.param]: id } as { seriesId: string },
          body: body as never,
        });
      await call(`retire${kind}`, { version: 1, reason });
      if (verb === "restore") await call(`restore${kind}`, { version: 1 });
      const retired = expect.objectContaining({ retired: expect.objectContaining({ reason }) });
      const standing = expect.objectContaining({ retired: null });
      return verb === "retire"
        ? { objectId: id, before: standing, after: retired, reason }
        : { objectId: id, before: retired, after: standing, reason: null };
    };
  };
  const plays = Object.entries(retiredExamples).flatMap(([kind, example]) => [
    [`retire${kind}`, playOf(kind, example, "retire")] as const,
    [`restore${kind}`, playOf(kind, example, "restore")] as const,
  ]);
  return Object.fromEntries(plays) as Record<keyof typeof retirementPaths, Play>;
}
