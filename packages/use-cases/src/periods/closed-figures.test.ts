import { NewHoldOut } from "@liftledger/contracts/hold-out";
import { getBenefit } from "@liftledger/database/benefits";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { addPeriods } from "@liftledger/kpis/period";
import { expect, it } from "vitest";
import { setAdoption } from "../adoption/set-adoption.ts";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { getBaseline } from "../baselines/get-baseline.ts";
import { unfreezeBaseline } from "../baselines/unfreeze-baseline.ts";
import { chooseBenchmarks } from "../benchmarks/choose-benchmarks.ts";
import { createBenchmarkSet } from "../benchmarks/create-benchmark-set.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { withdrawBenefit } from "../benefits/withdraw-benefit.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { bookCostPool } from "../cost-pools/book-cost-pool.ts";
import { createCostPool } from "../cost-pools/create-cost-pool.ts";
import { renameCostPool } from "../cost-pools/rename-cost-pool.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { addExchangeRates } from "../exchange-rates/add-exchange-rates.ts";
import { retractExchangeRate } from "../exchange-rates/retract-exchange-rate.ts";
import { addHoldOut } from "../hold-outs/add-hold-out.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { changeKpi } from "../kpis/change-kpi.ts";
import { getKpi } from "../kpis/get-kpi.ts";
import { changeOrganisation } from "../organisations/change-organisation.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { createSeries } from "../series/create-series.ts";
import { getSeries } from "../series/get-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { retractSnapshots } from "../snapshots/retract-snapshots.ts";
import { setSourceOfRecord } from "../sources/set-source-of-record.ts";
import { freezeCompared, makeComparedInitiative } from "../testing/compared-initiative.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { licenceCost } from "../testing/licence-cost.ts";
import { at, colleague, openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { createValuePool } from "../value-pools/create-value-pool.ts";
import { closePeriod } from "./close-period.ts";

const closed = ["2026-04", "2026-05", "2026-06"] as const;
const julyNoon = "2026-07-20T12:00:00.000Z";

/** Terms that finance stands for. */
const terms = {
  unitValue: "50",
  attribution: "0.5",
  confidence: "1",
  realisation: { accepted: "0", redeployed: "0", cashed: "1" },
} as const;

/** A ledger in which April to June are closed, with what a write might move: measured, drafted, compared, not measured yet. */
async function openSummer(open: Parameters<typeof openLedger>[0]) {
  let passed = 0;
  const ctx = at(await openLedger(open), julyNoon);
  const next = () => at(ctx, new Date(Date.parse(julyNoon) + ++passed * 60_000).toISOString());
  const scoring = await makeValuedInitiative(ctx, "Scoring");
  const june = await addCostLines(ctx, {
    initiativeId: scoring.initiativeId,
    costLines: [licenceCost("2026-06"), licenceCost("2026-07")],
  });
  await addExchangeRates(ctx, {
    rates: [{ from: "USD", date: "2026-06-15", rate: "0.9", source: "central bank" }],
  });
  await addCostLines(ctx, { initiativeId: scoring.initiativeId, costLines: [licenceCost("2026-06", "USD")] });
  // Another source tells of a week beside the one that counts.
  await logSnapshots(ctx, {
    snapshots: [{ seriesId: scoring.seriesId, period: "2026-W20", numerator: "12", denominator: "400" }],
    source: "web analytics",
  });
  const compared = await makeComparedInitiative(ctx);
  const { baselineId: comparedBaseline } = await freezeCompared(ctx, compared, [compared.northId]);
  await changeBenefit(ctx, { benefitId: compared.benefitId, version: 1, baselineId: comparedBaseline });
  await addCostLines(ctx, {
    initiativeId: compared.initiativeId,
    costLines: closed.map((month) => licenceCost(month)),
  });
  const drafted = await makeDrafted(ctx);
  const guarded = await makeGuarded(ctx, scoring.initiativeId);
  const { costPoolId } = await createCostPool(ctx, {
    name: "Platform",
    category: "licences",
    driver: "equal",
    unit: "",
  });
  for (const month of closed) await closePeriod(next(), { month });
  return { ctx, next, scoring, june, compared, comparedBaseline, drafted, guarded, costPoolId };
}

/** A claim on a guardrail that carries no money and got worse: on a draft, so that it decides no verdict yet. */
async function makeGuarded(ctx: Context, initiativeId: string) {
  const { seriesId } = await createSeries(ctx, { kpiKey: "complaint-rate", scope: "Calls" });
  const weeks = Array.from({ length: 41 }, (_, week) => addPeriods("2026-W15", week - 30));
  const snapshots = weeks.map((period, week) => ({
    seriesId,
    period,
    numerator: String(week < 30 ? 20 + (week % 5) : 90),
    denominator: "2000",
  }));
  await logSnapshots(ctx, { snapshots, source: "help desk" });
  const { baselineId } = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W15" });
  const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, baselineId, assumptions: {} });
  return { seriesId, baselineId, benefitId };
}

/** An initiative with a benefit on a draft, and one without a baseline. */
async function makeDrafted(ctx: Context) {
  const { initiativeId } = await makeInitiative(ctx, "Drafted");
  const claim = async (scope: string, isDrafted: boolean) => {
    const seriesId = await makeSeriesWithHistory(ctx, 30, scope);
    const weeks = ["2026-W15", "2026-W16", "2026-W17", "2026-W18"];
    const snapshots = weeks.map((period) => ({ seriesId, period, numerator: "30", denominator: "400" }));
    await logSnapshots(ctx, { snapshots, source: "shop system" });
    const draft = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W15" });
    const baseline = isDrafted ? { baselineId: draft.baselineId } : {};
    const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, assumptions: terms, ...baseline });
    return { seriesId, benefitId, baselineId: draft.baselineId };
  };
  await addCostLines(ctx, { initiativeId, costLines: closed.map((month) => licenceCost(month)) });
  return { initiativeId, onDraft: await claim("Drafts", true), onNothing: await claim("Nothing", false) };
}

type Summer = Awaited<ReturnType<typeof openSummer>>;

/** What the closed months come to when they are valued anew, to the letter; when it is asked is all that may differ. */
async function closedFigures({ next, scoring, compared, drafted }: Summer) {
  const now = next();
  const found = [];
  for (const month of closed) {
    const until = `${month}-${month === "2026-05" ? "31" : "30"}`;
    for (const { initiativeId } of [scoring, compared, drafted]) {
      const { figures, verdict } = await evaluateInitiative(now, { initiativeId, until, asOf: now.now });
      // What cannot be judged has provisional figures, which count nowhere: of those its cost alone is signed.
      const counted = verdict.status === "not-judged" ? [figures.cost] : Object.values(figures);
      found.push([initiativeId, until, verdict.status, ...counted.map(lettersOf)]);
    }
    const { figures } = await getPortfolio(now, { until, asOf: now.now });
    found.push(["all", until, ...Object.values(figures).map(lettersOf)]);
  }
  return found;
}

const lettersOf = (figure: { figureId: string; value: string | null; interval?: unknown } | null) =>
  figure === null ? null : [figure.figureId, figure.value, figure.interval];

interface Write {
  what: string;
  /** The field that the refusal names; null of what is allowed, and moves no closed month. */
  refused: string | null;
  write: (now: Context, summer: Summer) => Promise<unknown>;
}

const versionOf = async (now: Context, benefitId: string) =>
  (await getBenefit(now.db.read, now.organisationId, benefitId)).version;
const change = async (now: Context, benefitId: string, changes: object) =>
  changeBenefit(now, { benefitId, version: await versionOf(now, benefitId), ...changes });
const changed = async (now: Context, initiativeId: string, changes: object) => {
  const { version } = await getInitiative(now, { initiativeId });
  return changeInitiative(now, { initiativeId, version, ...changes });
};
const week = (seriesId: string, period: string, numerator = "31") => ({
  snapshots: [{ seriesId, period, numerator, denominator: "400" }],
  source: "shop system",
});

const writes: readonly Write[] = [
  {
    what: "a number of a closed month",
    refused: "snapshots[0].period",
    write: (now, { scoring }) => logSnapshots(now, week(scoring.seriesId, "2026-W20")),
  },
  {
    what: "a number of a week over the end of the last closed month",
    refused: "snapshots[0].period",
    write: (now, { scoring }) => logSnapshots(now, week(scoring.seriesId, "2026-W27")),
  },
  {
    what: "a number of an open month",
    refused: null,
    write: (now, { scoring }) => logSnapshots(now, week(scoring.seriesId, "2026-W28")),
  },
  {
    what: "a number that a frozen baseline stands on, of an open month",
    refused: null,
    write: (now, { scoring }) => logSnapshots(now, week(scoring.seriesId, "2026-W10", "300")),
  },
  {
    what: "a number taken back",
    refused: "snapshots[0].period",
    write: (now, { scoring: { seriesId } }) =>
      retractSnapshots(now, {
        snapshots: [{ seriesId, period: "2026-W20", revision: 1 }],
        restore: false,
        reason: "wrong series",
      }),
  },
  {
    what: "a source of record that has another number of a closed month",
    refused: null,
    async write(now, { scoring: { seriesId } }) {
      const { version } = await getSeries(now, { seriesId });
      return setSourceOfRecord(now, { seriesId, version, source: "web analytics" });
    },
  },
  {
    what: "a cost of a closed month",
    refused: "costLines[0].month",
    write: (now, { scoring: { initiativeId } }) =>
      addCostLines(now, { initiativeId, costLines: [licenceCost("2026-05")] }),
  },
  {
    what: "a cost of an open month, also of a kind that would count twice from then on",
    refused: null,
    write: (now, { scoring: { initiativeId } }) =>
      addCostLines(now, {
        initiativeId,
        costLines: [{ ...licenceCost("2026-07"), category: "review-and-rework" }],
      }),
  },
  {
    what: "a planned cost of an open month before a closed one, which says that something is not booked",
    refused: "costLines[0].month",
    write: (now, { scoring: { initiativeId } }) =>
      addCostLines(now, { initiativeId, costLines: [{ ...licenceCost("2026-03"), kind: "planned" }] }),
  },
  {
    what: "a cost of an open month before a closed one, which is part of its sums",
    refused: "costLines[0].month",
    write: (now, { scoring: { initiativeId } }) =>
      addCostLines(now, { initiativeId, costLines: [licenceCost("2026-03")] }),
  },
  {
    what: "a cost taken back",
    refused: "costLineId",
    write: (now, { june }) => retractCostLine(now, { costLineId: june.rows[0]?.costLineId ?? "" }),
  },
  {
    what: "a shared cost of a closed month",
    refused: "month",
    write: (now, { scoring: { initiativeId }, costPoolId }) =>
      bookCostPool(now, {
        costPoolId,
        month: "2026-06",
        kind: "actual",
        source: "invoice",
        revision: 0,
        amount: "90",
        quantities: [{ initiativeId, quantity: "1" }],
      }),
  },
  {
    what: "another name of a shared cost",
    refused: null,
    write: (now, { costPoolId }) => renameCostPool(now, { costPoolId, version: 1, name: "Platforms" }),
  },
  {
    what: "an exchange rate of a cost in a closed month",
    refused: "rates[0].date",
    write: (now) =>
      addExchangeRates(now, { rates: [{ from: "USD", date: "2026-06-20", rate: "0.95", source: "bank" }] }),
  },
  {
    what: "an exchange rate of an open month",
    refused: null,
    write: (now) =>
      addExchangeRates(now, { rates: [{ from: "USD", date: "2026-07-01", rate: "0.95", source: "bank" }] }),
  },
  {
    what: "an exchange rate taken back",
    refused: "date",
    write: async (now) => {
      await addExchangeRates(now, {
        rates: [{ from: "USD", date: "2026-04-01", rate: "0.8", source: "bank" }],
      });
      return retractExchangeRate(now, { from: "USD", date: "2026-06-15", revision: 1, reason: "a slip" });
    },
  },
  {
    what: "another unit value",
    refused: "assumptions.validFrom",
    write: (now, { scoring }) =>
      change(now, scoring.benefitId, { assumptions: { ...terms, unitValue: "51" } }),
  },
  {
    what: "another unit value from an open period on",
    refused: null,
    write: (now, { scoring }) =>
      change(now, scoring.benefitId, {
        assumptions: { ...terms, unitValue: "51", validFrom: "2026-W28" },
      }),
  },
  {
    what: "a claim taken back",
    refused: "benefitId",
    write: async (now, { scoring: { benefitId } }) =>
      withdrawBenefit(now, { benefitId, version: await versionOf(now, benefitId), reason: "a slip" }),
  },
  {
    what: "a claim of another initiative on a series since a closed month",
    refused: "assumptions.validFrom",
    write: (now, { scoring: { seriesId }, drafted: { initiativeId } }) =>
      addBenefit(now, { initiativeId, seriesId, assumptions: { ...terms, attribution: "0.1" } }),
  },
  {
    what: "a claim of another initiative from an open period on",
    refused: null,
    write: (now, { scoring: { seriesId }, drafted: { initiativeId } }) =>
      addBenefit(now, {
        initiativeId,
        seriesId,
        assumptions: { ...terms, attribution: "0.1", validFrom: "2026-W28" },
      }),
  },
  {
    what: "a further claim of an initiative that was judged, without a baseline yet, from an open period on",
    refused: null,
    async write(now, { scoring: { initiativeId } }) {
      const seriesId = await makeSeriesWithHistory(now, 0, "Further");
      return addBenefit(now, { initiativeId, seriesId, assumptions: { validFrom: "2026-W28" } });
    },
  },
  {
    what: "a claim that carries no money since a closed month: its share, and what it guards, are of that month too",
    refused: "assumptions.validFrom",
    async write(now, { scoring: { initiativeId } }) {
      const { seriesId } = await createSeries(now, { kpiKey: "complaint-rate", scope: "Shop" });
      return addBenefit(now, { initiativeId, seriesId, assumptions: { attribution: "1" } });
    },
  },
  {
    what: "a claim that carries no money from an open period on",
    refused: null,
    async write(now, { scoring: { initiativeId } }) {
      const { seriesId } = await createSeries(now, { kpiKey: "complaint-rate", scope: "Web" });
      return addBenefit(now, { initiativeId, seriesId, assumptions: { validFrom: "2026-W28" } });
    },
  },
  {
    what: "another share of what carries no money",
    refused: "assumptions.validFrom",
    write: (now, { guarded: { benefitId } }) => change(now, benefitId, { assumptions: { attribution: "1" } }),
  },
  {
    what: "another share of what carries no money from an open period on",
    refused: null,
    write: (now, { guarded: { benefitId } }) =>
      change(now, benefitId, { assumptions: { attribution: "1", validFrom: "2026-W28" } }),
  },
  {
    what: "the first freeze of what a guardrail stands on, which got worse",
    refused: "baselineId",
    write: (now, { guarded }) => freezeBaseline(colleague(now), guarded),
  },
  {
    what: "the control series of a baseline is claimed from an open period on",
    refused: null,
    write: (now, { compared: { northId: seriesId }, drafted: { initiativeId } }) =>
      addBenefit(now, { initiativeId, seriesId, assumptions: { ...terms, validFrom: "2026-W28" } }),
  },
  {
    what: "a hold-out of what was logged in closed months",
    refused: "startedOn",
    write: (now, { scoring: { benefitId } }) =>
      addHoldOut(now, {
        benefitId,
        ...NewHoldOut.parse({
          kind: "proportion",
          treated: { units: 1000, sum: "120" },
          heldOut: { units: 1000, sum: "100" },
          startedOn: "2026-04-06",
          endedOn: "2026-05-31",
          treatedShare: "1",
          source: "A/B test",
        }),
      }),
  },
  {
    what: "a value pool under which something was claimed twice",
    refused: null,
    async write(now, { scoring, compared }) {
      const series = [scoring.seriesId, compared.seriesId].map((seriesId) => ({ seriesId, segment: [] }));
      // The claims exceed the whole in months that are closed: the first is refused for that, and nothing is written.
      const pool = { name: "Money", series, kpiKeys: [] };
      await expect(createValuePool(now, pool)).rejects.toMatchObject({ kind: "claims-exceeded" });
      await expect(createValuePool(now, { ...pool, proRata: true })).rejects.toMatchObject({
        kind: "period-closed",
      });
    },
  },
  {
    what: "a phase entered on a day of a closed month",
    refused: "phase.enteredOn",
    write: (now, { scoring }) =>
      changed(now, scoring.initiativeId, {
        phase: { phase: "scale", enteredOn: "2026-06-30", withoutGate: "The board decided" },
      }),
  },
  {
    what: "a phase entered on a day of an open month",
    refused: null,
    write: (now, { scoring }) =>
      changed(now, scoring.initiativeId, {
        phase: { phase: "scale", enteredOn: "2026-07-01", withoutGate: "The board decided" },
      }),
  },
  {
    what: "another status and another name",
    refused: null,
    write: (now, { scoring }) =>
      changed(now, scoring.initiativeId, { status: "retired", name: "Scoring of leads" }),
  },
  {
    what: "another definition of a KPI",
    refused: null,
    async write(now) {
      const [latest] = (await getKpi(now, { kpiKey: "conversion-rate" })).rows;
      if (latest === undefined) throw new Error("there is no such KPI");
      const { key, source: _source, unitValueRule: _rule, retired: _retired, ...rest } = latest;
      const { madeAt: _madeAt, madeBy: _madeBy, ...definition } = rest;
      return changeKpi(now, { kpiKey: key, ...definition, direction: "lower", maturationPeriods: 9 });
    },
  },
  {
    what: "own benchmarks from a day of a closed month on",
    refused: "validFrom",
    write: (now) => createBenchmarkSet(now, { ...benchmarks, validFrom: "2026-06-30" }),
  },
  {
    what: "own benchmarks from a day of an open month on",
    refused: null,
    async write(now) {
      const { setId } = await createBenchmarkSet(now, { ...benchmarks, validFrom: "2026-07-01" });
      return chooseBenchmarks(now, { setId, judgedBy: "own", purpose: "verdict", reason: "", version: 0 });
    },
  },
  {
    what: "the first freeze of what was logged in closed months",
    refused: "baselineId",
    write: (now, { drafted: { onDraft } }) => freezeBaseline(colleague(now), onDraft),
  },
  {
    what: "a draft, beside what is frozen",
    refused: null,
    write: (now, { scoring: { seriesId } }) =>
      draftBaseline(now, { seriesId, interventionStart: "2026-W15", from: "2026-W01" }),
  },
  {
    what: "a freeze in the place of another of the same start",
    refused: "baselineId",
    async write(now, { scoring: { seriesId } }) {
      const wanted = { seriesId, interventionStart: "2026-W15", from: "2026-W02" };
      return freezeBaseline(colleague(now), await draftBaseline(now, wanted));
    },
  },
  {
    what: "an unfreezing",
    refused: "baselineId",
    write: async (now, { scoring }) =>
      unfreezeBaseline(now, { ...(await getBaseline(now, scoring)), reason: "numbers were corrected" }),
  },
  {
    what: "an unfreezing of what is compared with another series",
    refused: "baselineId",
    write: async (now, { comparedBaseline }) =>
      unfreezeBaseline(now, {
        ...(await getBaseline(now, { baselineId: comparedBaseline })),
        reason: "numbers were corrected",
      }),
  },
  {
    what: "a draft for what has no baseline",
    refused: null,
    write: (now, { drafted: { onNothing } }) =>
      change(now, onNothing.benefitId, { baselineId: onNothing.baselineId }),
  },
  {
    what: "a draft in the place of what is frozen",
    refused: "baselineId",
    async write(now, { scoring: { seriesId, benefitId } }) {
      const { baselineId } = await draftBaseline(now, { seriesId, interventionStart: "2026-W15" });
      return change(now, benefitId, { baselineId });
    },
  },
  {
    what: "a frozen baseline in the place of a draft",
    refused: "baselineId",
    async write(now, { drafted: { onDraft } }) {
      const wanted = { seriesId: onDraft.seriesId, interventionStart: "2026-W15", from: "2026-W01" };
      // Nothing stands on it yet: it is frozen at once, and moves what is put on it.
      const { baselineId } = await freezeBaseline(colleague(now), await draftBaseline(now, wanted));
      return change(now, onDraft.benefitId, { baselineId });
    },
  },
  {
    what: "another time zone and name of the organisation",
    refused: null,
    async write(now) {
      const { version } = await getOrganisation(now);
      const organisationId = now.organisationId;
      return changeOrganisation(now, { organisationId, version, name: "Other", timeZone: "Asia/Tokyo" });
    },
  },
  {
    what: "the series that tells adoption",
    refused: null,
    async write(now, { scoring: { initiativeId } }) {
      const { seriesId } = await createSeries(now, { kpiKey: "tool-adoption", scope: "Sales" });
      return setAdoption(now, { initiativeId, version: 0, seriesId, sameAsCase: false });
    },
  },
];

const benchmarks = {
  name: "Board hurdles",
  basis: "net",
  span: "cumulative",
  source: "board paper 7",
  caveat: "Reviewed each year.",
  bands: { pilots: { floor: "50.0", ceiling: null }, scale: null, transform: null },
  approvedBy: "Grace",
} as const;

describeOnEveryDatabase("a closed month", (open) => {
  it("refuses every write that would move it, and comes out to the letter after every other", async () => {
    const summer = await openSummer(open);
    const before = await closedFigures(summer);
    const judged = before.filter(
      ([who, , status]) => who === summer.scoring.initiativeId && status === "above",
    );
    expect(judged.length).toBe(1);
    const outcomes = [];
    for (const { what, write } of writes) {
      const outcome = await write(summer.next(), summer).then(
        () => null,
        (error: { kind?: string; details?: { field: string }[]; message: string }) =>
          error.kind === "period-closed"
            ? (error.details?.[0]?.field ?? "")
            : `${error.kind}: ${error.message}`,
      );
      outcomes.push({ what, refused: outcome });
      // What was refused wrote nothing.
      const after = outcome === null ? await closedFigures(summer) : before;
      expect({ what, figures: after }).toEqual({ what, figures: before });
    }
    expect(outcomes).toEqual(writes.map(({ what, refused }) => ({ what, refused })));
    expect(await closedFigures(summer)).toEqual(before);
  });
});
