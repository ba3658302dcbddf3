import * as fc from "fast-check";
import { command, month, monthOf, post, put, remove, which } from "./command.ts";

/** What is spent, alone and shared, and by what it is judged. */
export const moneyCommands = {
  addCostLine: command<{ initiative: number; month: number; amount: number }>(
    3,
    { initiative: which, month, amount: fc.nat(9999) },
    ({ initiative, month, amount }, made) => {
      const spent = { amount: `${amount}.50`, currency: "EUR", kind: "actual" };
      const line = { category: "licences", month: monthOf(month), ...spent };
      return post(`/initiatives/${made.at("initiativeId", initiative)}/cost-lines`, { costLines: [line] });
    },
  ),
  retractCostLine: command<{ costLine: number }>(1, { costLine: which }, ({ costLine }, made) =>
    remove(`/cost-lines/${made.at("costLineId", costLine)}`),
  ),
  createCostPool: command<{ name: number; driver: string }>(
    1,
    { name: fc.nat(2), driver: fc.constantFrom("usage", "equal") },
    ({ name, driver }) =>
      post("/cost-pools", { name: `Licence ${name}`, category: "licences", driver, unit: "seats" }),
  ),
  bookCostPool: command<{ pool: number; month: number; amount: number; seats: number; revision: number }>(
    2,
    { pool: which, month, amount: fc.nat(999), seats: fc.nat(2), revision: fc.nat(1) },
    ({ pool, month, amount, seats, revision }, made) => {
      const quantities = made
        .all("initiativeId")
        .map((initiativeId, place) => ({ initiativeId, quantity: String(seats + place) }));
      return put(`/cost-pools/${made.at("costPoolId", pool)}/months/${monthOf(month)}`, {
        kind: "actual",
        amount: `${amount}.01`,
        quantities,
        revision,
      });
    },
  ),
  addExchangeRate: command<{ day: number; rate: number }>(
    1,
    { day: fc.nat(2), rate: fc.nat(9) },
    ({ day, rate }) =>
      post("/exchange-rates", {
        rates: [{ from: "USD", date: `2026-05-2${day}`, rate: `0.9${rate}`, source: "central bank" }],
      }),
  ),
  retractExchangeRate: command<{ day: number; revision: number }>(
    1,
    { day: fc.nat(2), revision: fc.integer({ min: 1, max: 2 }) },
    ({ day, revision }) =>
      post("/exchange-rates/retract", {
        from: "USD",
        date: `2026-05-2${day}`,
        revision,
        reason: "A slip of the comma",
      }),
  ),
  createBenchmarkSet: command<{ name: number; floor: number; month: number }>(
    1,
    { name: fc.nat(2), floor: fc.nat(3), month },
    ({ name, floor, month }) =>
      post("/benchmark-sets", {
        name: `Hurdles ${name}`,
        source: "board paper",
        bands: { pilots: { floor: `${floor}.5` } },
        validFrom: `${monthOf(month)}-01`,
        approvedBy: "Grace",
      }),
  ),
  chooseBenchmarks: command<{ set: number; initiative: number | null; month: number; version: number }>(
    2,
    { set: which, initiative: fc.option(which), month, version: fc.nat(2) },
    ({ set, initiative, month, version }, made) =>
      post("/benchmark-choices", {
        judgedBy: "own",
        setId: made.at("setId", set),
        ...(initiative === null ? {} : { initiativeId: made.at("initiativeId", initiative) }),
        validFrom: `${monthOf(month)}-01`,
        version,
      }),
  ),
};
