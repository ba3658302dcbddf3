import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { withdrawBenefit } from "../benefits/withdraw-benefit.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { bookCostPool } from "../cost-pools/book-cost-pool.ts";
import { createCostPool } from "../cost-pools/create-cost-pool.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { addExchangeRates } from "../exchange-rates/add-exchange-rates.ts";
import { getSeries } from "../series/get-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { retractSnapshots } from "../snapshots/retract-snapshots.ts";
import { setSourceOfRecord } from "../sources/set-source-of-record.ts";
import { freezeCompared, makeComparedInitiative } from "../testing/compared-initiative.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { licenceCost } from "../testing/licence-cost.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { closePeriod } from "./close-period.ts";
import { reopenPeriods } from "./reopen-periods.ts";

const julyNoon = "2026-07-20T12:00:00.000Z";

const terms = {
  unitValue: "50",
  attribution: "0.1",
  confidence: "1",
  realisation: { accepted: "0", redeployed: "0", cashed: "1" },
} as const;

const week = (seriesId: string, period: string, source = "shop system") => ({
  snapshots: [{ seriesId, period, numerator: "31", denominator: "400" }],
  source,
});

/** A ledger in which June is closed and April and May are not, as when somebody begins to close months. */
async function openJune(open: Parameters<typeof openLedger>[0]) {
  let passed = 0;
  const ctx = at(await openLedger(open), julyNoon);
  const next = () => at(ctx, new Date(Date.parse(julyNoon) + ++passed * 60_000).toISOString());
  const scoring = await makeValuedInitiative(ctx, "Scoring");
  const { initiativeId, seriesId } = scoring;
  await addExchangeRates(ctx, {
    rates: [{ from: "USD", date: "2026-04-15", rate: "0.9", source: "central bank" }],
  });
  const booked = await addCostLines(ctx, { initiativeId, costLines: [licenceCost("2026-04", "USD")] });
  await logSnapshots(ctx, {
    ...week(seriesId, "2026-W19", "web analytics"),
  });
  const compared = await makeComparedInitiative(ctx);
  const { baselineId } = await freezeCompared(ctx, compared, [compared.northId]);
  await changeBenefit(ctx, { benefitId: compared.benefitId, version: 1, baselineId });
  const { costPoolId } = await createCostPool(ctx, {
    name: "Platform",
    category: "licences",
    driver: "equal",
    unit: "",
  });
  await closePeriod(next(), { month: "2026-06" });
  const costLineId = booked.rows[0]?.costLineId ?? "";
  return { ctx, next, ...scoring, costLineId, costPoolId, compared };
}

type June = Awaited<ReturnType<typeof openJune>>;

async function juneFigures({ next, initiativeId, compared }: June) {
  const now = next();
  const clocks = { until: "2026-06-30", asOf: now.now };
  const one = await evaluateInitiative(now, { initiativeId, ...clocks });
  const other = await evaluateInitiative(now, { initiativeId: compared.initiativeId, ...clocks });
  const { figures } = await getPortfolio(now, clocks);
  const all = [one.figures, other.figures, figures].flatMap((of) => Object.values(of));
  return all.map((figure) => (figure === null ? null : [figure.value, figure.interval ?? null]));
}

/** Writes of open months before the closed one, with the field that each is refused by; null of what moves nothing. */
const writes: readonly [string, string | null, (now: Context, june: June) => Promise<unknown>][] = [
  [
    "a number that is claimed",
    "snapshots[0].period",
    (now, { seriesId }) => logSnapshots(now, week(seriesId, "2026-W19")),
  ],
  [
    "the same number again",
    null,
    (now, { seriesId }) =>
      logSnapshots(now, {
        snapshots: [{ seriesId, period: "2026-W20", numerator: "30.0", denominator: "400.00" }],
        source: "shop system",
      }),
  ],
  [
    "a number before the claim's start, which the baseline keeps",
    null,
    (now, { seriesId }) => logSnapshots(now, week(seriesId, "2026-W10")),
  ],
  [
    "a number taken back",
    "snapshots[0].period",
    (now, { seriesId }) =>
      retractSnapshots(now, {
        snapshots: [{ seriesId, period: "2026-W19", revision: 1 }],
        restore: false,
        reason: "wrong series",
      }),
  ],
  [
    "a source of record, whose number is left beside",
    null,
    async (now, { seriesId }) => {
      const { version } = await getSeries(now, { seriesId });
      const { taken, closed } = await setSourceOfRecord(now, { seriesId, version, source: "web analytics" });
      expect([taken, closed]).toEqual([[], ["2026-W19"]]);
    },
  ],
  [
    "a number of a series that a baseline is compared with",
    "snapshots[0].period",
    (now, { compared: { northId } }) => logSnapshots(now, week(northId, "2026-W20")),
  ],
  ["history of a series that nobody claims", null, (now) => makeSeriesWithHistory(now, 30, "New")],
  [
    "a cost",
    "costLines[0].month",
    (now, { initiativeId }) => addCostLines(now, { initiativeId, costLines: [licenceCost("2026-05")] }),
  ],
  [
    "a planned cost",
    "costLines[0].month",
    (now, { initiativeId }) =>
      addCostLines(now, { initiativeId, costLines: [{ ...licenceCost("2026-05"), kind: "planned" }] }),
  ],
  ["a cost taken back", "costLineId", (now, { costLineId }) => retractCostLine(now, { costLineId })],
  [
    "a shared cost",
    "month",
    (now, { initiativeId, costPoolId }) =>
      bookCostPool(now, {
        costPoolId,
        month: "2026-05",
        kind: "actual",
        source: "invoice",
        revision: 0,
        amount: "90",
        quantities: [{ initiativeId, quantity: "1" }],
      }),
  ],
  [
    "a rate",
    "rates[0].date",
    (now) =>
      addExchangeRates(now, { rates: [{ from: "USD", date: "2026-04-20", rate: "0.95", source: "bank" }] }),
  ],
  [
    "a claim that ends before the closed month",
    "assumptions.validFrom",
    async (now, { seriesId }) => {
      const { initiativeId } = await makeInitiative(now, "Other");
      return addBenefit(now, { initiativeId, seriesId, assumptions: { ...terms, claimUntil: "2026-W20" } });
    },
  ],
];

describeOnEveryDatabase("a closed month with open ones before it", (open) => {
  it("refuses what is part of its sums, says why, and comes out to the letter after all else", async () => {
    const june = await openJune(open);
    const before = await juneFigures(june);
    const outcomes = [];
    for (const [what, , write] of writes) {
      const outcome = await write(june.next(), june).then(
        () => null,
        (error: { kind?: string; details?: { field: string }[]; message: string }) =>
          error.kind === "period-closed"
            ? (error.details?.[0]?.field ?? "")
            : `${error.kind}: ${error.message}`,
      );
      outcomes.push([what, outcome]);
      expect({ what, figures: await juneFigures(june) }).toEqual({ what, figures: before });
    }
    expect(outcomes).toEqual(writes.map(([what, refused]) => [what, refused]));
  });

  it("names the closed month and how it is opened, and takes the number after that", async () => {
    const june = await openJune(open);
    const { next, initiativeId } = june;
    const late = { initiativeId, costLines: [licenceCost("2026-05")] };
    await expect(addCostLines(next(), late)).rejects.toThrow(
      "2026-05 is open, but it counts in the sums of 2026-06, which was closed by Local administrator on 2026-07-20. " +
        "Somebody with the role finance or admin can reopen all closed months from 2026-06 on at once, with a reason.",
    );
    await reopenPeriods(next(), { from: "2026-06", reason: "An invoice came late" });
    await addCostLines(next(), late);
  });

  it("keeps a claim that ended before it, and what it is worth", async () => {
    const june = await openJune(open);
    const { next, benefitId } = june;
    await reopenPeriods(next(), { from: "2026-06", reason: "A claim ends" });
    const assumptions = { ...terms, claimUntil: "2026-W20" };
    await changeBenefit(next(), { benefitId, version: 1, assumptions });
    await closePeriod(next(), { month: "2026-06" });
    const other = { benefitId, version: 2, assumptions: { ...assumptions, unitValue: "60" } };
    await expect(changeBenefit(next(), other)).rejects.toMatchObject({ kind: "period-closed" });
    const taken = { benefitId, version: 2, reason: "a slip" };
    await expect(withdrawBenefit(next(), taken)).rejects.toMatchObject({ kind: "period-closed" });
  });
});
