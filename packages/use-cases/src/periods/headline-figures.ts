import { portfolioSubject, type PeriodFigures } from "@liftledger/database/periods";
import type { Reader } from "@liftledger/database/transaction";
import { lastDay } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { evaluateOrganisation } from "../evaluation/evaluate-organisation.ts";
import { poolOrganisation } from "../evaluation/get-portfolio.ts";
import { digestOfDigests, inputDigest } from "./input-digest.ts";

/** The headline of each initiative and of all together, valued at the last day of a month as known at an instant. */
export async function headlineFigures(
  ctx: Context,
  db: Reader,
  { month, asOf }: { month: string; asOf: string },
): Promise<Omit<PeriodFigures, "position">[]> {
  const evaluated = await evaluateOrganisation(ctx, db, { until: lastDay(month), asOf });
  const initiatives = evaluated.initiatives.map(({ row, input, result: { figures } }) => ({
    month,
    subject: row.initiativeId,
    realisedValue: figures.realisedValue.figure.value,
    cost: figures.cost.figure.value,
    netRoi: figures.netRoi.figure.value,
    inputDigest: inputDigest(input),
  }));
  const { realisedValue, cost, netRoi } = poolOrganisation(ctx, evaluated).figures;
  const all = {
    month,
    subject: portfolioSubject,
    realisedValue: realisedValue.figure.value,
    cost: cost.figure.value,
    netRoi: netRoi.figure.value,
    inputDigest: digestOfDigests(initiatives.map((figures) => figures.inputDigest).toSorted()),
  };
  return [all, ...initiatives];
}
