import { beforeAll, expect, it } from "vitest";
import {
  insertBenefitAssumptions,
  latestBenefitAssumptions,
  listBenefitAssumptions,
} from "./benefit-assumptions.ts";
import { getBenefit, insertBenefit, listBenefits, updateBenefit } from "./benefits.ts";
import { insertCostLines, listCostLines, retractCostLine } from "./cost-lines.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { Database } from "./open-database.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

const later = "2026-05-01T00:00:00.000Z";
const justBefore = "2026-04-30T23:59:59.999Z";

describeOnEveryDatabase("benefits and costs", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "other");
  });

  it("keeps every version of the assumptions, and gives the one known at an instant", async () => {
    const [first] = await listBenefitAssumptions(db.read, "company", ["benefit-1"]);
    if (first === undefined) throw new Error("the benefit has no assumptions");
    expect(first).toMatchObject({ version: 1, unitValue: "12.50", attribution: null, confidence: null });
    const second = { ...first, version: 2, attribution: "0.5", approvedBy: "Ada", recordedAt: later };
    await inTransaction(db, (tx) => insertBenefitAssumptions(tx, "company", second));
    const known = async (asOf?: string) =>
      (await latestBenefitAssumptions(db.read, "company", ["benefit-1"], { asOf })).get("benefit-1");
    expect(await known()).toEqual(second);
    expect(await known(later)).toEqual(second);
    expect(await known(justBefore)).toEqual(first);
    expect(await known("2026-01-01T00:00:00.000Z")).toBeUndefined();
    const again = inTransaction(db, (tx) => insertBenefitAssumptions(tx, "company", second));
    await expect(again).rejects.toMatchObject({ constraint: "unique", columns: ["benefit_id", "version"] });
  });

  it("finds benefits by initiative, series and baseline, and guards their version", async () => {
    const benefit = {
      benefitId: "benefit-2",
      initiativeId: "initiative-1",
      seriesId: "series-1",
      baselineId: null,
    };
    await inTransaction(db, (tx) => insertBenefit(tx, "company", { ...benefit, createdAt: recordedAt }));
    const ids = async (filter: Parameters<typeof listBenefits>[2]) =>
      (await listBenefits(db.read, "company", filter)).map(({ benefitId }) => benefitId);
    expect(await ids({ initiativeIds: ["initiative-1"] })).toEqual(["benefit-1", "benefit-2"]);
    expect(await ids({ initiativeIds: [] })).toEqual([]);
    expect(await ids({ seriesIds: ["series-1", "series-9"] })).toEqual(["benefit-1", "benefit-2"]);
    expect(await ids({ baselineId: "baseline-1" })).toEqual(["benefit-1"]);

    const change = (version: number, baselineId?: string | null) =>
      inTransaction(db, (tx) =>
        updateBenefit(tx, "company", "benefit-2", version, { baselineId, recordedAt: later }),
      );
    expect(await change(1, "baseline-1")).toBe(2);
    expect(await change(2)).toBe(3);
    expect(await getBenefit(db.read, "company", "benefit-2")).toMatchObject({
      version: 3,
      baselineId: "baseline-1",
    });
    await expect(change(2)).rejects.toThrow(LostUpdateError);
    expect(await change(3, null)).toBe(4);
    await expect(getBenefit(db.read, "other", "benefit-2")).rejects.toThrow(NotFoundError);
  });

  it("counts a cost line from when it was recorded until it was retracted", async () => {
    const [line] = await listCostLines(db.read, "company", ["initiative-1"]);
    if (line === undefined) throw new Error("there is no cost line");
    const { retractedAt: _never, ...facts } = line;
    const added = { ...facts, costLineId: "cost-2", month: "2025-12", recordedAt: later, amountMinor: 5n };
    await inTransaction(db, async (tx) => {
      await insertCostLines(tx, "company", [added]);
      await retractCostLine(tx, "company", "cost-1", later);
    });
    const standing = async (asOf?: string) =>
      (await listCostLines(db.read, "company", ["initiative-1"], { asOf })).map(
        ({ costLineId }) => costLineId,
      );
    expect(await standing()).toEqual(["cost-2"]);
    expect(await standing(later)).toEqual(["cost-2"]);
    expect(await standing(justBefore)).toEqual(["cost-1"]);
    expect(await listCostLines(db.read, "company", [])).toEqual([]);
    const again = inTransaction(db, (tx) => retractCostLine(tx, "company", "cost-1", later));
    await expect(again).rejects.toThrow(NotFoundError);
  });
});
