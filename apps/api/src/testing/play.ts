import type { Client } from "@liftledger/contracts/client";
import { examples } from "@liftledger/contracts/examples";

/** The endpoints of a table of paths that are no questions. */
export type ChangingOf<Paths extends Record<string, { method: string }>> = {
  [Name in keyof Paths]: Paths[Name]["method"] extends "GET" ? never : Name;
}[keyof Paths];

/** What the audit entry of a play should hold. */
export interface Told {
  noun: string;
  objectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason?: string | null;
}

/** The initiative of the examples, in its pilot since April 2026. */
export async function makeInitiative(client: Client): Promise<{ initiativeId: string }> {
  const { name, outcome, owner, team } = examples.createInitiative.body as Record<string, string>;
  const facts = { useCasePattern: "predictive-lead-scoring", phase: "pilots", startedOn: "2026-04-06" };
  const body = { name, outcome, owner, team, ...facts } as never;
  return client.call("createInitiative", { body });
}
