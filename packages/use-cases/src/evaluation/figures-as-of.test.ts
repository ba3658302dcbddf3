import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { chooseBenchmarks } from "../benchmarks/choose-benchmarks.ts";
import { createBenchmarkSet } from "../benchmarks/create-benchmark-set.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { addExchangeRates } from "../exchange-rates/add-exchange-rates.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative, type ValuedInitiative } from "../testing/valued-initiative.ts";
import { explainFigure } from "./explain-figure.ts";

const until = "2026-06-24";

/** What a board paper quotes: snapshots, units, a worth, costs, what was paid abroad, a benchmark, the portfolio. */
const quoted = ({ initiativeId, benefitId }: ValuedInitiative) => [
  `benefit/${benefitId}/actual-ratio`,
  `benefit/${benefitId}/expected-ratio`,
  `benefit/${benefitId}/relative-lift`,
  `benefit/${benefitId}/incremental-units`,
  `benefit/${benefitId}/measured-value`,
  `benefit/${benefitId}/realised-value`,
  `initiative/${initiativeId}/cost`,
  `initiative/${initiativeId}/net-roi`,
  `initiative/${initiativeId}/in-phase-roi`,
  `initiative/${initiativeId}/over-floor`,
  "portfolio/net-roi",
  "portfolio/cost",
  "portfolio/meeting-benchmark",
];

async function explainAll(ctx: Context, figureIds: readonly string[], asOf?: string) {
  const found = [];
  for (const figureId of figureIds) found.push(await explainFigure(ctx, { figureId, until, asOf }));
  return found;
}

/** A year in which everything that those figures stand on is corrected. */
async function correctEverything(ctx: Context, made: ValuedInitiative): Promise<Context> {
  const { initiativeId, seriesId, benefitId } = made;
  await logSnapshots(ctx, {
    snapshots: [
      { seriesId, period: "2026-W16", numerator: "41", denominator: "400" },
      { seriesId, period: "2026-W20", numerator: "12", denominator: "400" },
    ],
    source: "shop system",
  });
  await changeBenefit(ctx, {
    benefitId,
    version: 1,
    assumptions: {
      unitValue: "31",
      attribution: "0.7",
      confidence: "1",
      realisation: { accepted: "0", redeployed: "0", cashed: "0.9" },
      approvedBy: "Grace",
    },
  });
  const { rows } = await listCostLines(ctx, { initiativeId });
  await retractCostLine(ctx, { costLineId: rows[0]?.costLineId ?? "" });
  const invoice = { category: "training", month: "2026-05", kind: "actual", source: "found late" } as const;
  await addExchangeRates(ctx, {
    rates: [{ from: "USD", date: "2026-04-30", rate: "0.77", source: "bank, corrected" }],
  } as never);
  await addCostLines(ctx, {
    initiativeId,
    costLines: [{ ...invoice, amount: "250.55", currency: "USD" } as never],
  });
  const { setId } = await createBenchmarkSet(ctx, {
    name: "Board hurdles",
    basis: "net",
    span: "cumulative",
    source: "board paper 7",
    caveat: "",
    bands: { pilots: { floor: "5", ceiling: null }, scale: null, transform: null },
    validFrom: "2026-04-01",
    approvedBy: "Grace",
  });
  const later = at(ctx, secondAfter(ctx));
  const choice = { judgedBy: "own", purpose: "verdict", reason: "", setId, version: 0 } as const;
  await chooseBenchmarks(later, { ...choice, validFrom: "2026-04-01" });
  return at(ctx, secondAfter(later));
}

describeOnEveryDatabase("a link to a figure at an instant", (open) => {
  it("shows the same numbers, sources and benchmark in a year, whatever was corrected since", async () => {
    const ctx = await openLedger(open);
    const made = await makeValuedInitiative(ctx);
    await addExchangeRates(ctx, {
      rates: [{ from: "USD", date: "2026-04-30", rate: "0.9", source: "bank" }],
    } as never);
    await addCostLines(ctx, {
      initiativeId: made.initiativeId,
      costLines: [
        {
          category: "usage-and-tokens",
          month: "2026-05",
          amount: "99.99",
          currency: "USD",
          kind: "actual",
          source: "card",
        } as never,
      ],
    });
    const asOf = secondAfter(ctx);
    const figures = quoted(made);
    const before = await explainAll(at(ctx, asOf), figures, asOf);
    const later = await correctEverything(at(ctx, "2027-06-24T12:00:00.000Z"), made);
    expect(await explainAll(later, figures, asOf)).toEqual(before);
    // As known now each of them is another: what stood still is the link and not the ledger.
    const now = await explainAll(later, figures);
    const moved = now.filter(({ figure }, place) => figure.value !== before[place]?.figure.value);
    expect(moved.map(({ figure }) => figure.figureId)).toEqual(
      figures.filter((figureId) => !figureId.endsWith("expected-ratio")),
    );
  });
});
