import { z } from "zod";
import { CostPool, CostShare } from "./cost-pool.ts";
import { ListedRate } from "./exchange-rate.ts";
import { CostLine } from "./initiative.ts";
import { listOf } from "./list.ts";
import { Period, Restatement } from "./period-close.ts";
import { retiredFilter } from "./retirement.ts";
import { Instant } from "./values.ts";

const asOf = Instant.optional();

/** The lists of costs, exchange rates and the months of the books; a part of the table in `lists.ts`. */
export const moneyLists = {
  listCostPools: listOf(CostPool, {
    key: ["costPoolId"],
    sort: ["costPoolId", "name", "category", "createdAt", "lastMonth"],
    first: "costPoolId",
    filter: ["category", "driver"],
    also: retiredFilter,
  }),
  listCostShares: listOf(CostShare, {
    key: ["month", "kind", "costPoolId", "initiativeId"],
    sort: ["month", "pool", "initiative"],
    first: "-month",
    filter: ["costPoolId", "initiativeId", "kind", "month"],
    also: { asOf },
  }),
  listCostLines: listOf(CostLine, {
    key: ["costLineId"],
    sort: ["month", "category", "kind", "recordedAt", "costLineId"],
    first: "month",
    filter: ["month", "category", "kind"],
  }),
  listExchangeRates: listOf(ListedRate, {
    key: ["date", "from", "to", "revision"],
    sort: ["date", "from", "recordedAt"],
    first: "-date",
    filter: ["from", "date"],
    // Taken back or not; what counts alone where left out.
    also: { asOf, retracted: z.enum(["true", "false"]).optional() },
  }),
  listPeriods: listOf(Period, {
    key: ["month"],
    sort: ["month"],
    first: "-month",
    rows: { usual: 24, most: 120 },
    onlyFirst: true,
  }),
  listRestatements: listOf(Restatement, {
    key: ["reopenedAt", "month"],
    sort: ["reopenedAt", "month"],
    first: "-reopenedAt",
    filter: ["month"],
  }),
};
