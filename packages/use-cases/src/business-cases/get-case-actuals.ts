import { caseActualFigureId, type CaseActualFigure } from "@liftledger/contracts/case-actual-figure-id";
import type { CaseActuals, CaseActualsQuery } from "@liftledger/contracts/case-actuals";
import { inSnapshot } from "@liftledger/database/transaction";
import { lineOfRow, partOfBar } from "@liftledger/roi/business-case/case-actual-trees";
import { caseAgainstActual, type CaseAgainstActual } from "@liftledger/roi/business-case/case-against-actual";
import { engineVersion } from "@liftledger/roi/engine-version";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { writableCopy } from "../writable-copy.ts";
import { comparedVersion } from "./compared-version.ts";
import type { CasePlace } from "./open-case.ts";

/**
 * A version held against what came of it: the measured benefits that its lines plan and the cost ledger of its
 * initiative, valued at `until` as known at `asOf`. The plan is the version's own: it does not move with the clocks.
 * Every figure bears the id by which `explainFigure` tells how it came about.
 */
export async function getCaseActuals(
  ctx: Context,
  asked: CasePlace & CaseActualsQuery,
): Promise<CaseActuals> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { basis, caseId, number } = asked;
    const { plan, found, until, asOf } = await comparedVersion(ctx, db, asked);
    const about = { engineVersion, until, asOf, basis };
    if (found.kind === "no-actuals")
      return { ...about, unknown: [], comparison: { kind: "no-comparison", reason: found.reason } };
    const comparison = caseAgainstActual(plan, found.actuals, basis);
    const idOf = (figure: CaseActualFigure) => caseActualFigureId({ caseId, number, basis }, figure);
    return { ...about, unknown: [...found.unknown], comparison: comparisonView(comparison, idOf) };
  });
}

const keys = ["plan", "actual", "difference", "remaining", "forecast"] as const;
type FigureIds = Record<(typeof keys)[number], string>;

function comparisonView(
  comparison: CaseAgainstActual,
  idOf: (figure: CaseActualFigure) => string,
): CaseActuals["comparison"] {
  if (comparison.kind === "no-comparison") return comparison;
  const { currency, rows, toDate, byPeriod, ...rest } = comparison;
  const idsOf = (of: (key: (typeof keys)[number]) => CaseActualFigure) =>
    Object.fromEntries(keys.map((key) => [key, idOf(of(key))])) as FigureIds;
  // The plan names its people already.
  const named = rows.map((row, place) => {
    const { ownerIds: owners, ...shown } = row;
    const line = lineOfRow(row);
    const figureIds = idsOf((key) => ({ of: "line", line, key }));
    return { position: place + 1, ...shown, owners, currency, figureIds };
  });
  const bars = toDate.bars.map((bar) => {
    const figureId = idOf({ of: "bar", cause: bar.cause, part: partOfBar(bar) });
    return { ...bar, figureId };
  });
  const months = byPeriod.map((one) => {
    const { period } = one;
    const ids = {
      plan: idOf({ of: "month", period, key: "plan" }),
      actual: idOf({ of: "month", period, key: "actual" }),
    };
    return { ...one, figureIds: ids };
  });
  return writableCopy({
    ...rest,
    currency,
    rows: named,
    toDate: { ...toDate, bars },
    byPeriod: months,
    figureIds: {
      ...idsOf((key) => ({ of: "whole", key })),
      costsKnown: idOf({ of: "coverage", side: "costs" }),
      benefitsKnown: idOf({ of: "coverage", side: "benefits" }),
    },
  });
}
