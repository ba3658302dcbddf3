import { CostCategory } from "@liftledger/contracts/initiative";
import type { ToolFields } from "@liftledger/contracts/tool";
import { standingCostLines } from "@liftledger/database/cost-lines";
import { latestCostPoolMonths, listCostPools } from "@liftledger/database/cost-pools";
import { latestExchangeRates } from "@liftledger/database/exchange-rates";
import type { Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { costTree, type CostInput } from "@liftledger/roi/cost-tree";
import { labelled } from "@liftledger/roi/explanation";
import { explainedFigure, type ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import { costInput } from "../evaluation/engine-input.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";

/** A tool whose spend is asked for. */
export interface SpendingTool {
  toolId: string;
  facts: Pick<ToolFields, "name" | "costLineIds" | "costPoolIds">;
}

/** Says what was spent on a tool up to a day, with the tree that explains it down to each cost. */
export type ToolSpend = (tool: SpendingTool) => ExplainedFigure;

/**
 * Reads the costs that belong to tools, once for all of them: lines that stand, and the months of shared costs as a whole.
 * Actual costs alone count, a month that is not over by day; another currency at the rate of its month's end.
 */
export async function readToolSpend(
  ctx: Context,
  db: Reader,
  tools: readonly SpendingTool[],
  { until, asOf }: { until: string; asOf: string },
): Promise<ToolSpend> {
  const { currency } = await getOrganisation(ctx, db);
  const places = currencyExponent(currency);
  const costs = await readCosts(ctx, db, tools, { asOf, currency });
  return ({ toolId, facts: { name, costLineIds, costPoolIds } }) => {
    const label = `Spent on ${name} to date`;
    const own = [...costLineIds, ...costPoolIds].flatMap((id) => costs.get(id) ?? []);
    return explainedFigure(
      { until, asOf, grade: null, currency, places },
      {
        figureId: `tool/${toolId}/spend`,
        label,
        sentence: "The actual costs that the register counts as this tool's, up to that day.",
        tree: labelled(costTree(own, { day: until, currency, places }), label),
        distribution: null,
        basis: "none",
        span: "cumulative",
      },
    );
  };
}

/** The costs by the id of the line or of the shared cost that they are of. */
async function readCosts(
  ctx: Context,
  db: Reader,
  tools: readonly SpendingTool[],
  { asOf, currency }: { asOf: string; currency: string },
): Promise<Map<string, CostInput[]>> {
  const { organisationId } = ctx;
  const ledger = {
    exchangeRates: await latestExchangeRates(db, organisationId, { asOf }),
    nameOf: await personNames(ctx, db),
  };
  const ids = tools.flatMap(({ facts }) => facts.costLineIds);
  const lines = await standingCostLines(db, organisationId, ids, { asOf });
  const costs = new Map(lines.map((line) => [line.costLineId, [costInput(ledger, line, currency)]]));
  const pools = new Map((await listCostPools(db, organisationId)).map((pool) => [pool.costPoolId, pool]));
  for (const booked of await latestCostPoolMonths(db, organisationId, { asOf })) {
    const pool = pools.get(booked.costPoolId);
    const { costPoolId, amountMinor, month, kind, revision, source, recordedAt } = booked;
    if (pool === undefined || amountMinor === null) continue;
    const recordedBy = ledger.nameOf(booked.recordedBy);
    const text = `${pool.name}: ${source}, revision ${revision}`;
    const said = { kind: "measured", text, revision, recordedAt, recordedBy } as const;
    const category = CostCategory.parse(pool.category);
    const cost: CostInput = { category, month, amountMinor, currency, kind, source: said };
    costs.set(costPoolId, [...(costs.get(costPoolId) ?? []), cost]);
  }
  return costs;
}
