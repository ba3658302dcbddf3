import { KpiDefinition } from "@liftledger/contracts/kpi";
import { recordAudit } from "@liftledger/database/audit-entries";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { keepEvaluations, listKeptEvaluations, listKeptPlaces } from "@liftledger/database/kept-evaluations";
import { listBenefits } from "@liftledger/database/benefits";
import { listCostLines } from "@liftledger/database/cost-lines";
import { deleteOrganisation } from "@liftledger/database/organisations";
import { inTransaction } from "@liftledger/database/transaction";
import { addPeriods } from "@liftledger/kpis/period";
import * as fc from "fast-check";
import { expect, it, vi } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { answerBytes } from "../answer-bytes.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { importFile } from "../imports/import-file.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { changeKpi } from "../kpis/change-kpi.ts";
import { getKpi } from "../kpis/get-kpi.ts";
import { ensureDefaultOrganisation } from "../organisations/ensure-default-organisation.ts";
import { closePeriod } from "../periods/close-period.ts";
import { reopenPeriod } from "../periods/reopen-period.ts";
import { ProblemError } from "../problem.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { exampleInitiative, makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { at, colleague, openLedger } from "../testing/open-ledger.ts";
import { nameSource } from "../testing/name-source.ts";
import { conversionRecipe } from "../testing/conversion-recipe.ts";
import { textFile } from "../testing/text-file.ts";
import { makeValuedInitiative, type ValuedInitiative } from "../testing/valued-initiative.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { freshPortfolio, getPortfolio } from "./get-portfolio.ts";
import { entryText, readEntry } from "./kept-entry.ts";
import type { PortfolioEntry } from "./portfolio-entry.ts";
import { rememberPlacebo } from "./remembered-placebos.ts";

/** Who tells: the one that logged the history, or somebody else. */
const sourceAt = (place: number) => (place % 2 === 0 ? "shop system" : "correction");
/** A placebo check that found what was promised. */
const checkedOnce = {
  kind: "checked" as const,
  folds: 20,
  falseAlarms: 1,
  falseAlarmRate: 0.05,
  falseAlarmInterval: { low: 0, high: 0.3, level: 0.95 },
  level: 0.95,
  wideningFactor: 1,
  passed: true,
};
const laterThisDay = "T13:00:00.000Z";
/** What was evaluated is written once nobody asks for more of it. */
const onceQuiet = { timeout: 10_000 };

/** Two initiatives that can be judged and one that was only stated. */
async function makePortfolio(ctx: Context): Promise<ValuedInitiative[]> {
  const scoring = await makeValuedInitiative(ctx, "Scoring");
  const chat = await makeValuedInitiative(ctx, "Chat");
  await makeInitiative(ctx, "Only stated");
  return [scoring, chat];
}

async function expectKeptIsFresh(ctx: Context): Promise<void> {
  const [kept, fresh] = [await getPortfolio(ctx, {}), await freshPortfolio(ctx, {})];
  expect(kept).toEqual(fresh);
  // As it crosses the wire, to the letter.
  expect(Buffer.from(answerBytes(kept)).toString()).toBe(JSON.stringify(fresh));
}

/** As a process begun later sees the same database: nothing of it in memory. */
function anotherProcess(ctx: Context): Context {
  return { ...ctx, db: { ...ctx.db } };
}

async function keptRows({ db, organisationId }: Context) {
  const ids = (await listKeptPlaces(db.read, organisationId)).map(({ initiativeId }) => initiativeId);
  return listKeptEvaluations(db.read, organisationId, ids);
}

/** What people do, each on one of the valued initiatives. */
const deeds: Record<string, (ctx: Context, on: ValuedInitiative, place: number) => Promise<unknown>> = {
  "log a week": (ctx, { seriesId }, place) => {
    const period = addPeriods("2026-W20", place % 5);
    const snapshots = [{ seriesId, period, numerator: String(25 + place), denominator: "400" }];
    return logSnapshots(ctx, { snapshots, source: sourceAt(place) });
  },
  "correct a week before the start": (ctx, { seriesId }, place) => {
    const snapshots = [{ seriesId, period: "2026-W10", numerator: String(place), denominator: "400" }];
    return logSnapshots(ctx, { snapshots, source: sourceAt(place) });
  },
  "name another source of record": (ctx, { seriesId }, place) =>
    nameSource(ctx, { seriesId, source: sourceAt(place) }),
  "import a file": (ctx, _on, place) =>
    importFile(ctx, {
      file: textFile("weekly.csv", ["Day,Orders,Visits", `2026-06-0${1 + (place % 7)},${20 + place},400`]),
      recipe: conversionRecipe({ name: "Weekly", scope: "Scoring" }),
    }),
  "add a cost": (ctx, { initiativeId }, place) => {
    const line = {
      category: "people",
      month: "2026-06",
      currency: "EUR",
      kind: "actual",
      source: "late",
    } as const;
    return addCostLines(ctx, { initiativeId, costLines: [{ ...line, amount: String(100 + place) }] });
  },
  "take a cost back": async (ctx, { initiativeId }) => {
    const [line] = await listCostLines(ctx.db.read, ctx.organisationId, [initiativeId]);
    return line && retractCostLine(ctx, line);
  },
  "change what it is worth": async (ctx, { benefitId, initiativeId }, place) => {
    const [benefit] = await listBenefits(ctx.db.read, ctx.organisationId, { initiativeIds: [initiativeId] });
    const assumptions = { unitValue: String(40 + place), attribution: "0.5", confidence: "1" };
    return changeBenefit(ctx, { benefitId, version: benefit?.version ?? 1, assumptions });
  },
  "claim the series for an earlier initiative": async (ctx, { seriesId }, place) => {
    const wanted = { ...exampleInitiative, name: `Earlier ${place}`, startedOn: "2026-03-02" };
    const { initiativeId } = await createInitiative(ctx, wanted);
    return addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
  },
  "freeze another baseline": async (ctx, { seriesId }, place) => {
    const from = addPeriods("2026-W01", place % 8);
    return freezeBaseline(
      colleague(ctx),
      await draftBaseline(ctx, { seriesId, interventionStart: "2026-W15", from }),
    );
  },
  "save a baseline for a claim that has none, and look": async (ctx, _on, place) => {
    const { initiativeId } = await createInitiative(ctx, { ...exampleInitiative, name: `Waiting ${place}` });
    const seriesId = await makeSeriesWithHistory(ctx, 12, `Waiting ${ctx.newId()}`);
    await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
    const said = async () => {
      const { rows } = await getPortfolio(ctx, {});
      return rows
        .find((row) => row.initiativeId === initiativeId)
        ?.verdict.missing.find(({ rule }) => rule === "no-frozen-baseline")?.what;
    };
    expect(await said()).toContain("Draft and freeze a baseline");
    const draft = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W15" });
    expect(await said()).toContain("was drafted by Local administrator on 2026-06-2");
    if (place % 2 === 0) return;
    await freezeBaseline(colleague(ctx), draft);
    expect(await said()).toContain("is not in use here");
  },
  "enter another phase": async (ctx, { initiativeId }) => {
    const row = (await getPortfolio(ctx, {})).rows.find((one) => one.initiativeId === initiativeId);
    const next = row?.phase === "scale" ? "transform" : "scale";
    const phase = { phase: next, enteredOn: "2026-06-01", withoutGate: "As it was" } as const;
    return changeInitiative(ctx, { initiativeId, version: 1, phase });
  },
  "close a month": (ctx, _on, place) => closePeriod(ctx, { month: `2026-0${4 + (place % 2)}` }),
  "reopen a month": (ctx, _on, place) =>
    reopenPeriod(ctx, { month: `2026-0${4 + (place % 2)}`, reason: "a late invoice" }),
  "change a KPI": async (ctx, _on, place) => {
    const kpi = (await getKpi(ctx, { kpiKey: "conversion-rate" })).rows[0];
    const definition = KpiDefinition.strip().parse({ ...kpi, name: `Conversion ${place}` });
    return changeKpi(ctx, { kpiKey: "conversion-rate", version: kpi?.version ?? 1, ...definition });
  },
};

describeOnEveryDatabase("getPortfolio, from what was kept", (open) => {
  it("is what evaluating everything anew gives, whatever people do", async () => {
    const deed = fc.record({
      name: fc.constantFrom(...Object.keys(deeds)),
      place: fc.nat({ max: 9 }),
      looked: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 8 }), async (sequence) => {
        const ctx = await openLedger(open);
        const valued = await makePortfolio(ctx);
        for (const { name, place, looked } of sequence) {
          const on = valued[place % valued.length] as ValuedInitiative;
          try {
            await deeds[name]?.(ctx, on, place);
          } catch (error) {
            // A closed month, a version that moved on: refused, and so without effect.
            if (!(error instanceof ProblemError) && !/version|closed/.test(String(error))) throw error;
          }
          if (looked) await expectKeptIsFresh(ctx);
        }
        await expectKeptIsFresh(ctx);
        await expectKeptIsFresh(anotherProcess(ctx));
      }),
      { numRuns: 4 },
    );
  });

  it("sees every kind of change at once", async () => {
    const ctx = await openLedger(open);
    const [on] = await makePortfolio(ctx);
    await getPortfolio(ctx, {});
    for (const [name, deed] of Object.entries(deeds)) {
      await deed(ctx, on as ValuedInitiative, 0);
      expect([name, await getPortfolio(ctx, {})]).toEqual([name, await freshPortfolio(ctx, {})]);
    }
  });

  it("answers with the very same while nothing changes, and reads no snapshot for it", async () => {
    const ctx = await openLedger(open);
    await makePortfolio(ctx);
    const first = await getPortfolio(ctx, {});
    const later = at(ctx, `${ctx.today}${laterThisDay}`);
    expect(await getPortfolio(later, {})).toBe(first);
  });

  it("takes up in another process what was kept of the same day, and nothing else", async () => {
    const ctx = await openLedger(open);
    await makePortfolio(ctx);
    const { rows } = await getPortfolio(ctx, {});
    const kept = await vi.waitFor(async () => {
      const found = await keptRows(ctx);
      expect(found).toHaveLength(3);
      return found;
    }, onceQuiet);
    expect(kept.map(({ initiativeId }) => initiativeId)).toEqual(
      rows.map(({ initiativeId }) => initiativeId),
    );
    // Marked, so that it shows whether they were taken up.
    const marked = kept.map((row) => ({
      ...row,
      evaluation: row.evaluation.replaceAll('"Only stated"', '"Kept"'),
    }));
    await inTransaction(ctx.db, (tx) => keepEvaluations(tx, ctx.organisationId, marked));
    const names = (portfolio: typeof rows) => portfolio.map(({ name }) => name);
    expect(names((await getPortfolio(anotherProcess(ctx), {})).rows)).toContain("Kept");
    const tomorrow = at(ctx, "2026-06-25T12:00:00.000Z");
    expect(names((await getPortfolio(anotherProcess(tomorrow), {})).rows)).toContain("Only stated");
    const older = kept.map((row) => ({ ...row, engineVersion: "0.0.0" }));
    await inTransaction(ctx.db, (tx) => keepEvaluations(tx, ctx.organisationId, older));
    await expectKeptIsFresh(anotherProcess(ctx));
  });

  it("takes up the checks of frozen baselines, so that a week logged after a start needs no other", async () => {
    const ctx = await openLedger(open);
    const [on] = await makePortfolio(ctx);
    await getPortfolio(ctx, {});
    const rows = await vi.waitFor(async () => {
      const kept = await keptRows(ctx);
      expect(kept).toHaveLength(3);
      return kept;
    }, onceQuiet);
    const entries = rows.map(({ evaluation }) => readEntry(evaluation));
    // Marked with folds that no history here has, so that it shows whether they were taken up.
    const marked = rows.map((row, place) => {
      const entry = entries[place] as PortfolioEntry;
      const checks = entry.checks.map(({ content }) => ({ content, check: { ...checkedOnce, folds: 4711 } }));
      return { ...row, evaluation: entryText({ ...entry, checks }) };
    });
    await inTransaction(ctx.db, (tx) => keepEvaluations(tx, ctx.organisationId, marked));
    try {
      const other = anotherProcess(ctx);
      await getPortfolio(other, {});
      await deeds["log a week"]?.(other, on as ValuedInitiative, 1);
      const { initiativeId } = on as ValuedInitiative;
      const { benefits } = await evaluateInitiative(other, { initiativeId });
      expect(benefits[0]?.placebo?.folds).toBe(4711);
    } finally {
      for (const checked of entries.flatMap(({ checks }) => checks)) rememberPlacebo(checked);
    }
    await expectKeptIsFresh(anotherProcess(at(ctx, "2026-06-25T12:00:00.000Z")));
  });

  it("takes up nothing that stands on an entry which is not in the chain, and replaces it", async () => {
    const ctx = await openLedger(open);
    await makePortfolio(ctx);
    await getPortfolio(ctx, {});
    const { organisationId } = ctx;
    const kept = () => keptRows(ctx);
    const rows = await vi.waitFor(async () => {
      expect(await kept()).toHaveLength(3);
      return kept();
    }, onceQuiet);
    // Another chain's: far ahead in it, or in a place that has another entry here.
    const foreign = rows.map((row, place) => ({
      ...row,
      hash: place === 0 ? row.hash : "f".repeat(64),
      sequence: row.sequence + (place === 2 ? 1000 : 0),
      evaluation: place === 0 ? row.evaluation : row.evaluation.replaceAll('"name":"', '"name":"Not '),
    }));
    await inTransaction(ctx.db, (tx) => keepEvaluations(tx, organisationId, foreign));
    expect(await kept()).toHaveLength(1);
    await expectKeptIsFresh(anotherProcess(ctx));
    await vi.waitFor(async () => expect(await kept()).toEqual(rows), onceQuiet);
  });

  it("lets two processes change and look in turns", async () => {
    const ctx = await openLedger(open);
    const [on] = await makePortfolio(ctx);
    const other = anotherProcess(ctx);
    for (const place of [1, 2, 3]) {
      await deeds["log a week"]?.(place % 2 === 0 ? ctx : other, on as ValuedInitiative, place);
      await expectKeptIsFresh(ctx);
      await expectKeptIsFresh(other);
    }
  });

  it("gives everybody who asks at once the same, after a change as before", async () => {
    const ctx = await openLedger(open);
    const [on] = await makePortfolio(ctx);
    const ask = () => Promise.all(Array.from({ length: 8 }, () => getPortfolio(ctx, {})));
    const before = await ask();
    await deeds["log a week"]?.(ctx, on as ValuedInitiative, 0);
    const after = await ask();
    expect(new Set(before.map(({ figures }) => figures.realisedValue.value)).size).toBe(1);
    expect(new Set(after.map(({ figures }) => figures.realisedValue.value)).size).toBe(1);
    expect(after[0]).toEqual(await freshPortfolio(ctx, {}));
    expect(after[0]?.figures).not.toEqual(before[0]?.figures);
  });

  it("knows what bears a later instant than its own clock tells, however long the chain is", async () => {
    const ctx = await openLedger(open);
    const [on] = await makePortfolio(ctx);
    // More entries than are followed one by one.
    const told = { recordedAt: ctx.now, actorId: ctx.actor.personId, action: "saveRecipe", objectId: "r" };
    const nothing = { before: null, after: null, reason: null, requestId: "r" };
    const entries = Array.from({ length: 5001 }, () => ({ ...told, ...nothing, noun: "import-recipe" }));
    await inTransaction(ctx.db, async (tx) => recordAudit(tx, ctx.organisationId, entries));
    const later = at(ctx, `${ctx.today}${laterThisDay}`);
    await deeds["log a week"]?.(later, on as ValuedInitiative, 0);
    const known = await freshPortfolio(later, {});
    expect(await getPortfolio(ctx, {})).toEqual(known);
    const { figures } = await evaluateInitiative(ctx, { initiativeId: on?.initiativeId ?? "" });
    expect(known.rows.map(({ realisedValue }) => realisedValue)).toContainEqual(figures.realisedValue);
    // What this process kept, taken up by one whose clock is behind.
    await vi.waitFor(async () => expect(await keptRows(ctx)).toHaveLength(3), onceQuiet);
    expect(await getPortfolio(anotherProcess(ctx), {})).toEqual(known);
  });

  it("does not take an organisation made anew for the one it was", async () => {
    const ctx = await openLedger(open);
    await makePortfolio(ctx);
    const first = await getPortfolio(ctx, {});
    await inTransaction(ctx.db, (tx) => deleteOrganisation(tx, ctx.organisationId));
    await ensureDefaultOrganisation(ctx, { name: "Example", currency: "EUR" });
    await makePortfolio(ctx);
    await expectKeptIsFresh(ctx);
    expect((await getPortfolio(ctx, {})).rows[0]?.initiativeId).not.toBe(first.rows[0]?.initiativeId);
  });
});
