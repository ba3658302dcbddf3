import { expect, it } from "vitest";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import {
  getHoldOut,
  holdOutRevisions,
  holdOutsOfBenefits,
  insertHoldOut,
  listHoldOuts,
  retractHoldOut,
  reviseHoldOut,
} from "./hold-outs.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { inTransaction } from "./transaction.ts";

const [morning, noon, evening] = ["09", "12", "18"].map((hour) => `2026-01-06T${hour}:00:00.000Z`) as [
  string,
  string,
  string,
];
const by = { recordedBy: "person-1" };
const terms = (sum: string) => ({ kind: "proportion", treated: { units: 10, sum } });

describeOnEveryDatabase("hold-outs", (open) => {
  it("are revised, and stay readable as they were known at an instant, also once they were taken back", async () => {
    const db = await open();
    // The ids are the same in every organisation.
    await insertOneOfEverything(db, "here");
    await insertOneOfEverything(db, "elsewhere");
    const revise = (revision: number, recordedAt: string) =>
      inTransaction(db, (tx) =>
        reviseHoldOut(tx, "here", {
          holdOutId: "hold-out-1",
          revision,
          terms: terms(String(revision)),
          recordedAt,
          ...by,
        }),
      );
    await revise(2, morning);
    await expect(revise(2, noon)).rejects.toThrow(LostUpdateError);
    await revise(3, noon);
    expect(await getHoldOut(db.read, "here", "hold-out-1")).toMatchObject({
      version: 3,
      revision: 3,
      terms: terms("3"),
      initiativeId: "initiative-1",
      seriesId: "series-1",
    });
    const known = await getHoldOut(db.read, "here", "hold-out-1", { asOf: morning });
    expect(known).toMatchObject({ revision: 2, terms: terms("2") });

    await inTransaction(db, (tx) => retractHoldOut(tx, "here", "hold-out-1", evening));
    const again = inTransaction(db, (tx) => retractHoldOut(tx, "here", "hold-out-1", evening));
    await expect(again).rejects.toThrow(NotFoundError);
    await expect(revise(4, evening)).rejects.toThrow(NotFoundError);
    await expect(getHoldOut(db.read, "here", "hold-out-1")).rejects.toThrow(NotFoundError);
    const ofBenefit = (asOf?: string) => holdOutsOfBenefits(db.read, "here", ["benefit-1"], { asOf });
    expect(await ofBenefit()).toEqual(new Map());
    expect((await ofBenefit(noon)).get("benefit-1")).toMatchObject({ revision: 3 });
    const revisions = await holdOutRevisions(db.read, "here", "hold-out-1");
    expect(revisions.map(({ revision, retractedAt }) => [revision, retractedAt])).toEqual([
      [1, evening],
      [2, evening],
      [3, evening],
    ]);
    expect(await getHoldOut(db.read, "elsewhere", "hold-out-1")).toMatchObject({ revision: 1 });
  });

  it("are listed newest first, by pages, of an initiative or a benefit", async () => {
    const db = await open();
    await insertOneOfEverything(db, "here");
    await inTransaction(db, async (tx) => {
      const second = { holdOutId: "hold-out-2", benefitId: "benefit-1", terms: terms("1") };
      await insertHoldOut(tx, "here", { ...second, recordedAt: noon, ...by });
    });
    const first = await listHoldOuts(db.read, "here", { limit: 1, initiativeId: "initiative-1" });
    expect(first).toMatchObject({ rows: [{ holdOutId: "hold-out-2" }] });
    const rest = { limit: 1, cursor: first.nextCursor ?? "", benefitId: "benefit-1" };
    expect(await listHoldOuts(db.read, "here", rest)).toMatchObject({
      rows: [{ holdOutId: "hold-out-1" }],
      nextCursor: null,
    });
    expect((await listHoldOuts(db.read, "here", { limit: 9, asOf: morning })).rows).toHaveLength(1);
    expect((await listHoldOuts(db.read, "here", { limit: 9, initiativeId: "other" })).rows).toEqual([]);
  });
});
