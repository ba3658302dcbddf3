import type { AuditEntry } from "@liftledger/contracts/audit";
import type { Client } from "@liftledger/contracts/client";
import { examples } from "@liftledger/contracts/examples";
import { expect } from "vitest";
import type { Context } from "@liftledger/use-cases/context";

/** The endpoints of a table of paths that are no questions. */
export type ChangingOf<Paths extends Record<string, { method: string }>> = {
  [Name in keyof Paths]: Paths[Name]["method"] extends "GET" ? never : Name;
}[keyof Paths];

/** Calls one endpoint, and says what its entry should hold. Somebody else approves, or is approved by the one. */
export type Play = (client: Client, colleague: Client, ctx: Context) => Promise<Told>;

/** What the audit entry of a play should hold. */
type Told = Partial<Pick<AuditEntry, "action" | "noun" | "objectId" | "before" | "after" | "reason">>;

/** The initiative of the examples, in its pilot since April 2026. */
export async function makeInitiative(client: Client): Promise<{ initiativeId: string }> {
  const body = examples.createInitiative.body as never;
  const { initiativeId } = await client.call("createInitiative", { body });
  return { initiativeId };
}

/** A series of the conversion rate. */
export const makeSeries = (client: Client) =>
  client.call("createSeries", { body: { kpiKey: "conversion-rate", scope: "Shop" } });

const { not } = expect;

/** What an entry must not tell. */
export const lacking = (field: string) => not.objectContaining({ [field]: expect.anything() });
