import { InvalidCursorError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { subtractDecimals } from "@liftledger/numerics/decimal";
import { expect, it } from "vitest";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { createSeries } from "../series/create-series.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { lateCost, later, logPeriod } from "../testing/open-summer.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { closePeriod } from "./close-period.ts";
import { listLedgerPeriods } from "./list-ledger-periods.ts";
import { listRestatements } from "./list-restatements.ts";
import { reopenPeriod } from "./reopen-period.ts";

describeOnEveryDatabase("listLedgerPeriods", (open) => {
  it("lists the months of the ledger, latest first, with what each lacks", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId } = await makeValuedInitiative(ctx);
    const { rows, nextCursor } = await listLedgerPeriods(ctx, { limit: 3 });
    expect(rows.map(({ month, status, hasEnded }) => [month, status, hasEnded])).toEqual([
      ["2026-06", "open", false],
      ["2026-05", "open", true],
      ["2026-04", "open", true],
    ]);
    // Logged up to 2026-W25, which ended on 21 June; costs of April and May.
    expect(rows.map(({ missingLogs }) => missingLogs.flatMap(({ periods }) => periods))).toEqual([
      ["2026-W26", "2026-W27"],
      [],
      [],
    ]);
    expect(rows[0]?.missingLogs[0]).toMatchObject({
      seriesId,
      kpiName: "Conversion rate",
      scope: "Lead scoring",
    });
    expect(rows.map(({ missingCosts }) => missingCosts)).toEqual([
      [{ initiativeId, name: "Lead scoring" }],
      [],
      [],
    ]);
    const rest = await listLedgerPeriods(ctx, { limit: 100, cursor: nextCursor ?? "" });
    // 30 weeks before 2026-W15: the first is 2025-W37, from 8 September.
    expect(rest.rows.at(-1)?.month).toBe("2025-09");
    expect([rest.rows[0]?.month, rest.nextCursor]).toEqual(["2026-03", null]);
  });

  it("asks for no series that nobody has logged for three months, and refuses a cursor that is none", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Old" });
    await logPeriod(ctx, seriesId, "2025-W40");
    const { rows } = await listLedgerPeriods(ctx, { limit: 24 });
    const asking = rows.filter(({ missingLogs }) => missingLogs.length > 0).map(({ month }) => month);
    expect(asking).toEqual(["2026-01", "2025-12", "2025-11", "2025-10"]);
    await expect(listLedgerPeriods(ctx, { limit: 3, cursor: "May" })).rejects.toThrow(InvalidCursorError);
  });
});

describeOnEveryDatabase("listRestatements", (open) => {
  it("sets the figures of the close beside those of the next, with the difference and the reason", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId } = await makeValuedInitiative(ctx);
    const { closedAt } = await closePeriod(ctx, { month: "2026-05" });
    expect((await listRestatements(ctx, { limit: 10 })).rows).toEqual([]);
    await reopenPeriod(later(ctx, 1), { month: "2026-05", reason: "An invoice was missing" });
    await logPeriod(later(ctx, 2), seriesId, "2026-W20", "10");
    await addCostLines(later(ctx, 2), { initiativeId, costLines: [{ ...lateCost, month: "2026-05" }] });
    const [pending] = (await listRestatements(later(ctx, 3), { limit: 10 })).rows;
    expect(pending).toMatchObject({ reason: "An invoice was missing", closedAgainAt: null });
    expect(pending?.portfolio).toMatchObject({ after: null, difference: { cost: null } });

    await closePeriod(later(ctx, 4), { month: "2026-05" });
    const [restated, ...others] = (await listRestatements(later(ctx, 5), { limit: 10 })).rows;
    expect(others).toEqual([]);
    expect(restated).toMatchObject({ month: "2026-05", closedAt, closedAgainAt: later(ctx, 4).now });
    const [one] = restated?.initiatives ?? [];
    expect(one).toMatchObject({ initiativeId, name: "Lead scoring", difference: { cost: "70.1" } });
    const clocks = { initiativeId, until: "2026-05-31" };
    const before = await evaluateInitiative(later(ctx, 5), { ...clocks, asOf: closedAt ?? "" });
    const after = await evaluateInitiative(later(ctx, 5), clocks);
    expect(one?.before).toMatchObject({ realisedValue: before.figures.realisedValue.value });
    expect(one?.after).toMatchObject({ realisedValue: after.figures.realisedValue.value });
    expect(one?.difference.realisedValue).toBe(
      subtractDecimals(after.figures.realisedValue.value ?? "", before.figures.realisedValue.value ?? ""),
    );
    expect(Number(one?.difference.realisedValue)).toBeLessThan(0);
  });
});
