import { createHash } from "node:crypto";
import { PortfolioRow } from "@liftledger/contracts/portfolio";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { inSnapshot } from "@liftledger/database/transaction";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { evaluateOrganisation } from "./evaluate-organisation.ts";
import { entryText } from "./kept-entry.ts";
import { entryShape, journeyOf, portfolioEntries } from "./portfolio-entry.ts";

/** The names and types in a value, without what they hold. */
function shapeOf(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value === null ? "null" : typeof value;
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(shapeOf(one))))].toSorted();
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, one]) => [key, shapeOf(one)]));
}

describeOnEveryDatabase("entryShape", (open) => {
  it("is another once an entry has other fields: set it to what this test was given", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    const entries = await inSnapshot(ctx.db, async (db) =>
      portfolioEntries(ctx, db, await evaluateOrganisation(ctx, db, {})),
    );
    const kept = entries.map((entry) => JSON.parse(entryText(entry)) as unknown);
    const shape = JSON.stringify([z.toJSONSchema(PortfolioRow), shapeOf(kept)]);
    expect(entryShape).toBe(createHash("sha256").update(shape).digest("hex").slice(0, 12));
  });
});

describe("journeyOf", () => {
  it("ends on the day that the organisation's clock showed", () => {
    const row = { status: "retired", updatedAt: "2026-06-24T12:00:00.000Z" } as const;
    const evaluated = { input: { phaseHistory: [] }, result: { verdict: { probabilities: null } } };
    expect(journeyOf({}, row, evaluated).endedOn).toBe("2026-06-24");
    expect(journeyOf({ timeZone: "Pacific/Auckland" }, row, evaluated).endedOn).toBe("2026-06-25");
    expect(
      journeyOf({ timeZone: "Pacific/Auckland" }, { ...row, status: "active" }, evaluated).endedOn,
    ).toBeNull();
  });
});
