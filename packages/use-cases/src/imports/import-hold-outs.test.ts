import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NewHoldOut } from "@liftledger/contracts/hold-out";
import { listAuditEntries } from "@liftledger/database/audit-entries";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { makeZip, rowsXml, workbookParts } from "@liftledger/files/testing/make-workbook";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import type { Context } from "../context.ts";
import { freshPortfolio, getPortfolio } from "../evaluation/get-portfolio.ts";
import { addHoldOut } from "../hold-outs/add-hold-out.ts";
import { changeHoldOut } from "../hold-outs/change-hold-out.ts";
import { listHoldOuts } from "../hold-outs/list-hold-outs.ts";
import { retractHoldOut } from "../hold-outs/retract-hold-out.ts";
import { onlyRow } from "../only-row.ts";
import { closePeriod } from "../periods/close-period.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { textFile } from "../testing/text-file.ts";
import { createImport } from "./create-import.ts";
import type { FileSource } from "./file-source.ts";
import { previewImport } from "./preview-import.ts";
import { undoImport } from "./undo/undo-import.ts";

const recipe = readFileSync(join(import.meta.dirname, "../../../files/recipes/hold_outs.json"), "utf8");
const header =
  "Initiative;KPI;Scope;Kind;Start;End;Rollout;Share during the test;Treated units;Treated sum;Treated squares;Control units;Control sum;Control squares;Planned units";
const row = (
  change: Partial<Record<"start" | "name" | "scope" | "share" | "treated" | "sum", string>> = {},
) => {
  const {
    name = "Chat",
    scope = "",
    share = "80 %",
    treated = "1000",
    sum = "120",
    start = "2026-04-06",
  } = change;
  return `${name};Conversion rate;${scope};conversion;${start};2026-05-31;${share};;${treated};${sum};;1000;100;;`;
};

/** What the first row says, as one enters it by hand. */
const byHand = NewHoldOut.parse({
  kind: "proportion",
  treated: { units: 1000, sum: "120" },
  heldOut: { units: 1000, sum: "100" },
  startedOn: "2026-04-06",
  endedOn: "2026-05-31",
  treatedShare: "0.80",
  source: "A/B test",
});

/** An initiative that claims conversion rates of these scopes, logged in May. */
async function claim(ctx: Context, name: string, scopes: readonly string[]) {
  const { initiativeId } = await makeInitiative(ctx, name);
  const benefitIds: string[] = [];
  for (const scope of scopes) {
    const seriesId = await makeSeriesWithHistory(ctx, 0, scope);
    const week = { seriesId, period: "2026-W20", numerator: "30", denominator: "400" };
    await logSnapshots(ctx, { snapshots: [week], source: "shop system" });
    const realisation = { accepted: "0", redeployed: "0", cashed: "1" };
    const assumptions = { unitValue: "50", attribution: "0.8", confidence: "1", realisation };
    benefitIds.push((await addBenefit(ctx, { initiativeId, seriesId, assumptions })).benefitId);
  }
  return { initiativeId, benefitIds };
}

const importFile = (ctx: Context, file: FileSource) => createImport(ctx, { file, recipe });
const importRows = (ctx: Context, rows: readonly string[]) =>
  importFile(ctx, textFile("tests.csv", [header, ...rows]));

function importedAs({ importId }: { importId: string | null }): string {
  if (importId === null) throw new Error("nothing was imported");
  return importId;
}

describeOnEveryDatabase("createImport of hold-outs", (open) => {
  it("makes each row the hold-out of a benefit, as previewed, as one by hand, and told to the audit chain", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, benefitIds } = await claim(ctx, "Chat", ["Shop"]);
    const request = { file: textFile("tests.csv", [header, row()]), recipe };
    const preview = await previewImport(ctx, request);
    expect((await listHoldOuts(ctx, { limit: 5 })).rows).toEqual([]);
    const { importId, summary } = await createImport(ctx, request);
    expect(preview).toEqual({ kind: "preview", summary });
    expect(summary).toMatchObject({
      target: "hold-outs",
      records: { new: 1, same: 0 },
      refusedCount: 0,
      tallies: [{ field: "KPI", value: "Conversion rate", rows: 1, amount: null }],
      firstNew: [
        {
          line: 2,
          text: "Chat, Conversion rate: 120 of 1000 with it, 100 of 1000 held out, 2026-04-06 to 2026-05-31",
        },
      ],
    });
    const imported = onlyRow((await listHoldOuts(ctx, { limit: 5, initiativeId })).rows);
    const { recordedAt: _at, createdAt: _since, holdOutId, source, treatedShare, ...rest } = imported;
    expect([source, treatedShare]).toEqual(["Experimentation platform", "0.8"]);
    const entries = (await listAuditEntries(ctx.db.read, ctx.organisationId, { limit: 2 })).rows;
    expect(entries.map(({ action, objectId }) => [action, objectId])).toEqual([
      ["importFile", importId],
      ["addHoldOut", holdOutId],
    ]);
    expect((await getPortfolio(ctx, {})).rows[0]?.grade).toBe("A");
    expect(await getPortfolio(ctx, {})).toEqual(await freshPortfolio(ctx, {}));

    await retractHoldOut(ctx, { holdOutId });
    await addHoldOut(ctx, { benefitId: benefitIds[0] ?? "", ...byHand });
    const typed = onlyRow((await listHoldOuts(ctx, { limit: 5, initiativeId })).rows);
    expect({ ...typed, treatedShare: "0.8" }).toMatchObject({ ...rest, result: imported.result });
    expect((await createImport(ctx, request)).summary.records).toEqual({ new: 0, same: 1 });
  });

  it("reads a workbook as the same file, and adds nothing that is there, whatever became of it", async () => {
    const ctx = await openLedger(open);
    await claim(ctx, "Chat", ["Shop"]);
    expect((await importRows(ctx, [row()])).summary.records).toEqual({ new: 1, same: 0 });
    const numbers = /^\d+$/;
    const cells = [header, row({ share: "0.8" })].map((line) =>
      line.split(";").map((text) => (numbers.test(text) ? Number(text) : text)),
    );
    const workbook = makeZip(workbookParts({ Tests: rowsXml(cells) }));
    const file: FileSource = {
      name: "tests.xlsx",
      async *open() {
        yield workbook;
      },
    };
    const nothingNew = { importId: null, summary: { records: { new: 0, same: 1 }, refusedCount: 0 } };
    expect(await importFile(ctx, file)).toMatchObject(nothingNew);
    const { holdOutId } = onlyRow((await listHoldOuts(ctx, { limit: 5 })).rows);
    const better = { ...byHand, treated: { units: 1000, sum: "130" } };
    await changeHoldOut(ctx, { holdOutId, version: 1, ...better });
    expect(await importRows(ctx, [row()])).toMatchObject(nothingNew);
    await retractHoldOut(ctx, { holdOutId });
    expect((await importRows(ctx, [row()])).summary.records).toEqual({ new: 1, same: 0 });
  });

  it("refuses by line, column, value and rule what no hold-out may be, and a second one of a benefit", async () => {
    const ctx = await openLedger(open);
    await claim(ctx, "Chat", ["Shop", "App"]);
    await claim(ctx, "Search", ["Web"]);
    await makeInitiative(ctx, "Draft");
    const wrong = [
      row({ name: "Nobody" }),
      row({ name: "Draft" }),
      row(),
      row({ scope: "Moon" }),
      row({ scope: "Shop", treated: "10.5" }),
      row({ scope: "Shop", sum: "1200" }),
      row({ scope: "Shop", share: "80" }),
      row({ scope: "Shop", start: "2026-06-01" }),
      row({ scope: "App" }),
      row({ scope: "App", sum: "121" }),
    ];
    const { summary } = await importRows(ctx, wrong);
    expect(summary).toMatchObject({ records: { new: 1, same: 0 }, refusedCount: 9 });
    expect(summary.refusedRows.map(({ line, column, value, rule }) => [line, column, value, rule])).toEqual([
      [2, "Initiative", "Nobody", "unknown-initiative"],
      [3, "KPI", "Conversion rate", "unknown-benefit"],
      [4, "KPI", "Conversion rate", "which-benefit"],
      [5, "Scope", "Moon", "unknown-benefit"],
      [6, "Treated units", "10.5", "not-a-count"],
      [7, "Treated sum", "1200", "wrong-hold-out"],
      [8, "Rollout", "80", "not-a-share"],
      [9, "End", "2026-05-31", "wrong-hold-out"],
      [11, "Initiative", "Chat", "second-hold-out"],
    ]);
    expect(summary.refusedRows.map(({ message }) => message)).toEqual([
      'Line 2, column "Initiative": there is no initiative of this name.',
      'Line 3, column "KPI": Draft claims nothing yet: add the benefit first.',
      'Line 4, column "KPI": Chat claims this KPI for Shop, App; the scope must say which.',
      'Line 5, column "Scope": Chat claims this KPI for Shop, App only.',
      'Line 6, column "Treated units": units are counted in whole numbers, from 1 to 999,999,999.',
      'Line 7, column "Treated sum": Of 1000 units a whole number between 0 and 1000 can convert.',
      'Line 8, column "Rollout": "80" is no part of a whole: write 0.8 or 80 %.',
      'Line 9, column "End": It ended before it began on 2026-06-01.',
      'Line 11, column "Initiative": line 10 is a hold-out of the same benefit, which has one at most.',
    ]);
  });

  it("refuses what would move a closed month, and a contributor the benefits of other teams", async () => {
    const ctx = await openLedger(open);
    await claim(ctx, "Chat", ["Shop"]);
    const actor = { ...ctx.actor, role: "contributor", teamIds: [] } as const;
    expect((await importRows({ ...ctx, actor }, [row()])).summary.refusedRows).toMatchObject([
      { line: 2, column: "Initiative", value: "Chat", rule: "not-your-team" },
    ]);
    await closePeriod(ctx, { month: "2026-05" });
    const { importId, summary } = await importRows(ctx, [row()]);
    expect([importId, summary.refusedRows]).toMatchObject([
      null,
      [{ line: 2, column: "Start", value: "2026-05", rule: "period-closed" }],
    ]);
    expect(summary.refusedRows[0]?.message).toContain("can reopen 2026-05");
  });

  it("is undone: what nobody changed since is taken back, and the same file brings it again", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await claim(ctx, "Chat", ["Shop", "Town"]);
    const rows = [row({ scope: "Shop" }), row({ scope: "Town" })];
    const grade = async () => (await getPortfolio(ctx, {})).rows[0]?.grade;
    const importId = importedAs(await importRows(ctx, rows));
    const held = (await listHoldOuts(ctx, { limit: 5, initiativeId })).rows;
    const [changed, left] = held;
    expect(await grade()).toBe("A");
    await changeHoldOut(ctx, { ...byHand, holdOutId: changed?.holdOutId ?? "", version: 1 });
    const undo = (id: string) => undoImport(ctx, { importId: id, reason: "Another test's file" });
    expect(await undo(importId)).toMatchObject({
      records: 1,
      stayed: [{ what: "the hold-out of Chat", why: "it was changed since, to revision 2" }],
    });
    const kept = (await listHoldOuts(ctx, { limit: 5, initiativeId })).rows;
    expect(kept.map(({ holdOutId, revision }) => [holdOutId, revision])).toEqual([[changed?.holdOutId, 2]]);
    expect(await getPortfolio(ctx, {})).toEqual(await freshPortfolio(ctx, {}));
    const { rows: entries } = await listAuditEntries(ctx.db.read, ctx.organisationId, { limit: 2 });
    expect(entries.map(({ action, objectId }) => [action, objectId])).toEqual([
      ["undoImport", importId],
      ["undoImport", left?.holdOutId],
    ]);

    await retractHoldOut(ctx, { holdOutId: changed?.holdOutId ?? "" });
    expect(await grade()).toBeNull();
    const again = importedAs(await importRows(ctx, rows));
    expect((await listHoldOuts(ctx, { limit: 5, initiativeId })).rows).toHaveLength(2);
    await closePeriod(ctx, { month: "2026-05" });
    await expect(undo(again)).rejects.toMatchObject({ kind: "period-closed" });
    expect((await listHoldOuts(ctx, { limit: 5, initiativeId })).rows).toHaveLength(2);
  });
});
