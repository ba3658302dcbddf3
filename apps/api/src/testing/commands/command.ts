import { addPeriods } from "@liftledger/kpis/period";
import * as fc from "fast-check";
import type { Made } from "./made.ts";

/** What a command sends: below the root of the API, as JSON unless it is a form. */
export interface Request {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
}

/** One kind of request of a sequence: how often it comes, what is drawn for it, and what it sends then. */
export interface CommandKind {
  weight: number;
  values: fc.Arbitrary<object>;
  requestOf(values: object, made: Made): Request;
}

/** A kind of command by the values that are drawn for it. */
export function command<Values extends object>(
  weight: number,
  values: { [Name in keyof Values]: fc.Arbitrary<Values[Name]> },
  requestOf: (values: Values, made: Made) => Request,
): CommandKind {
  return { weight, values: fc.record(values), requestOf: requestOf as CommandKind["requestOf"] };
}

/** A thing that was made earlier in the sequence, by its place among those of its kind; now and then another's. */
export const which = fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4, foreign());

/** The place that stands for a thing of another organisation. */
export function foreign(): number {
  return 99;
}

export const month = fc.nat(3);

/** The version that somebody read: mostly a likely one. */
export const readVersion = fc.constantFrom(1, 1, 1, 2, 2, 3);

/** The same where nothing may be recorded yet. */
export const keptVersion = fc.constantFrom(0, 0, 0, 1, 1, 2);

export const post = (path: string, body?: unknown): Request => ({ method: "POST", path, body });
export const put = (path: string, body: unknown): Request => ({ method: "PUT", path, body });
export const patch = (path: string, body: unknown): Request => ({ method: "PATCH", path, body });
export const remove = (path: string): Request => ({ method: "DELETE", path });

export const weekOf = (week: number): string => addPeriods("2026-W12", week);
export const monthOf = (month: number): string => addPeriods("2026-03", month);

/** A day of the summer in which the sequences happen. */
export const dayOf = (day: number): string => new Date(Date.UTC(2026, 5, 1 + day)).toISOString().slice(0, 10);
