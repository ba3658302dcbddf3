import { z } from "zod";
import { Id } from "./ids.ts";
import { CostCategory } from "./initiative.ts";
import { Retired } from "./retirement.ts";
import { CurrencyCode, DecimalText, Instant, KeptVersionNumber, MonthText, VersionNumber } from "./values.ts";

/**
 * What divides a shared cost: the number of those who share it, what they used, the hours worked for them, or shares
 * that were agreed and are together 1.
 */
const CostDriver = z.enum(["equal", "usage", "hours", "shares"]);

const PoolName = z.string().trim().min(1).max(80);

export const NewCostPool = z.strictObject({
  name: PoolName,
  category: CostCategory,
  driver: CostDriver,
  /** What a quantity counts: "seats", "tokens". */
  unit: z.string().trim().min(1).max(40),
});
export type NewCostPool = z.infer<typeof NewCostPool>;

export const RenameCostPool = z.strictObject({ version: VersionNumber, name: PoolName });

/** A cost that several initiatives share. */
export const CostPool = z.object({
  costPoolId: Id,
  name: z.string(),
  category: CostCategory,
  driver: CostDriver,
  unit: z.string(),
  createdAt: Instant,
  createdBy: z.string(),
  /** The last month that has an amount. */
  lastMonth: MonthText.nullable(),
  version: z.number().int(),
  retired: Retired,
});
export type CostPool = z.infer<typeof CostPool>;

const Quantity = DecimalText.refine((text) => !text.startsWith("-"), {
  message: "a quantity is not negative",
});

/** The amount of a month and what divides it. The whole is divided to the minor unit. */
export const BookCostPool = z.strictObject({
  kind: z.enum(["planned", "actual"]),
  /** In the organisation's currency; null takes back what was booked. */
  amount: DecimalText.refine((text) => !text.startsWith("-"), {
    message: "a cost is not negative: a saving is a benefit",
  }).nullable(),
  /** Who shares it. A quantity is left out where the pool is divided equally. */
  quantities: z
    .array(z.strictObject({ initiativeId: Id, quantity: Quantity.default("1") }))
    .max(1000)
    .default([]),
  source: z.string().trim().min(1).max(120).default("entered by hand"),
  /** The revision that this one was made from; 0 where the month has none. */
  revision: KeptVersionNumber,
});
export type BookCostPool = z.infer<typeof BookCostPool>;

/** What one initiative bears of a shared cost in a month. The shares of a month add up to its amount. */
export const CostShare = z.object({
  costPoolId: Id,
  pool: z.string(),
  month: MonthText,
  kind: z.enum(["planned", "actual"]),
  revision: z.number().int(),
  poolAmount: DecimalText,
  driver: CostDriver,
  unit: z.string(),
  initiativeId: Id,
  initiative: z.string(),
  quantity: DecimalText,
  amount: DecimalText,
  currency: CurrencyCode,
  source: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
});
export type CostShare = z.infer<typeof CostShare>;

/** A pool's month at its new revision, divided. */
export const BookedCostPool = z.object({
  costPoolId: Id,
  month: MonthText,
  kind: z.enum(["planned", "actual"]),
  revision: z.number().int(),
  amount: DecimalText.nullable(),
  shares: z.array(CostShare),
});
export type BookedCostPool = z.infer<typeof BookedCostPool>;
