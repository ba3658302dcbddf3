import { z } from "zod";
import { BookCostPool, BookedCostPool, CostPool, NewCostPool, RenameCostPool } from "./cost-pool.ts";
import {
  ExchangeRate,
  NewExchangeRates,
  RetractExchangeRate,
  RetractedExchangeRate,
} from "./exchange-rate.ts";
import { Id } from "./ids.ts";
import { CostLine, NewCostLines } from "./initiative.ts";
import { lists } from "./lists.ts";
import { MonthText } from "./values.ts";

const rowsOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row) });
const initiativeParams = z.object({ initiativeId: Id });

/** What goes into the endpoints of costs and exchange rates and what comes out; a part of the table in `endpoints.ts`. */
export const costEndpoints = {
  listCostLines: {
    summary: "The cost lines of an initiative",
    params: initiativeParams,
    ...lists.listCostLines,
    status: 200,
  },
  addCostLines: {
    summary: "Add planned or actual cost lines: all, or none",
    params: initiativeParams,
    body: NewCostLines,
    output: rowsOf(CostLine),
    status: 201,
    idempotent: true,
  },
  retractCostLine: {
    summary: "Take a cost line back; what was known before stays known",
    params: z.object({ costLineId: Id }),
    output: z.object({ retracted: z.literal(true) }),
    status: 200,
    idempotent: true,
  },
  listCostPools: {
    summary: "The costs that several initiatives share",
    ...lists.listCostPools,
    status: 200,
  },
  createCostPool: {
    summary: "Add a cost that several initiatives share, with what divides it",
    body: NewCostPool,
    output: CostPool,
    status: 201,
    idempotent: true,
  },
  renameCostPool: {
    summary: "Give a shared cost another name; what was booked stays with it",
    params: z.object({ costPoolId: Id }),
    body: RenameCostPool,
    output: CostPool,
    status: 200,
    idempotent: true,
  },
  bookCostPool: {
    summary: "Book a month of a shared cost and divide it, or take the month back",
    params: z.object({ costPoolId: Id, month: MonthText }),
    body: BookCostPool,
    output: BookedCostPool,
    status: 200,
    idempotent: true,
  },
  listCostShares: {
    summary: "Who bears what of the shared costs, latest month first",
    ...lists.listCostShares,
    status: 200,
  },
  listExchangeRates: {
    summary: "The exchange rates, newest day first",
    ...lists.listExchangeRates,
    status: 200,
  },
  addExchangeRates: {
    summary: "Add dated exchange rates into the organisation's currency: all, or none",
    body: NewExchangeRates,
    output: rowsOf(ExchangeRate),
    status: 201,
    idempotent: true,
  },
  retractExchangeRate: {
    summary: "Take an exchange rate back: the one before it counts again; what was known before stays known",
    body: RetractExchangeRate,
    output: RetractedExchangeRate,
    status: 200,
    idempotent: true,
  },
} as const;
