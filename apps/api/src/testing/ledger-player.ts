import { organisationHeader } from "@liftledger/contracts/endpoint-paths";
import type { Database } from "@liftledger/database/open-database";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import type { Hono } from "hono";
import { runImportTask } from "../run-import-task.ts";
import { commandKinds, type LedgerCommand } from "./command-sequences.ts";
import type { CommandKind } from "./commands/command.ts";
import { Made } from "./commands/made.ts";
import { instantOf } from "./commands/reading-commands.ts";
import { spoiled } from "./commands/spoil.ts";
import { createDocumentedApp } from "./documented-app.ts";
import { signedIn } from "./sign-in.ts";
import { testContext, testDeps } from "./test-deps.ts";

/** What was answered, as it came. */
export interface Played {
  request: string;
  status: number;
  text: string;
}

const api = "/api/v1";

/** Who sends requests, so that one can approve what another made, and somebody may not. */
const people = [
  { personId: "local-administrator", role: "admin" },
  { personId: "colleague", role: "finance" },
  { personId: "newcomer", role: "contributor" },
  { personId: "guest", role: "viewer" },
] as const;

/** One ledger of the two that are compared: clock and ids come from the sequence, so that answers can be equal. */
export class LedgerPlayer {
  readonly db: Database;
  readonly #app: Hono;
  #organisationId = "";
  #cookies: string[] = [];
  #step = 0;
  #ids = 0;
  #made = new Made();

  constructor(db: Database) {
    this.db = db;
    const deps = {
      ...testDeps(db),
      now: () => this.#now(),
      newId: () => this.#newId(),
      // In this thread, where ids are those of the sequence.
      imports: { run: runImportTask, close: async () => {} },
      onFailure: () => {},
    };
    this.#app = createDocumentedApp(deps);
  }

  /** Begins a sequence in an organisation of its own. */
  async begin(organisationId: string): Promise<void> {
    this.#organisationId = organisationId;
    this.#made = new Made(organisationId, this.#made.alone());
    this.#goTo(0);
    const deps = { ...testDeps(this.db), now: () => this.#now(), newId: () => this.#newId() };
    const ctx = { ...testContext(deps), organisationId };
    await ensureDefaultOrganisation(ctx, { name: "Example", currency: "EUR" });
    this.#cookies = [];
    for (const person of people) {
      const token = `${organisationId}-${person.personId}`;
      this.#cookies.push(await signedIn(this.db, { ...person, organisationId, token }));
    }
  }

  async play(command: LedgerCommand, step: number): Promise<Played> {
    this.#goTo(step + 1);
    const kind: CommandKind = commandKinds[command.do];
    const sound = kind.requestOf(command.values, this.#made);
    const { method, path, body } = spoiled(sound, command.spoil, this.#made);
    const { by, key } = command;
    const response = await this.#app.request(api + path, {
      method,
      headers: {
        [organisationHeader]: this.#organisationId,
        Cookie: this.#cookies[by] ?? "",
        "X-Request-Id": `step-${step}`,
        ...(key === null ? {} : { "Idempotency-Key": `key-${key}` }),
        ...(body === undefined || body instanceof FormData ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    // A list tells of what a file brought in.
    if (response.status < 300) this.#made.remember(JSON.parse(text));
    const sent = body === undefined ? null : body;
    return { request: `${method} ${path} ${JSON.stringify(sent)}`, status: response.status, text };
  }

  /** Throws unless the audit chain of the sequence is whole. */
  async expectWholeChain(): Promise<void> {
    const headers = { [organisationHeader]: this.#organisationId, Cookie: this.#cookies[0] ?? "" };
    const response = await this.#app.request(`${api}/audit-verification`, { headers });
    const text = await response.text();
    if (JSON.parse(text).kind !== "whole") throw new Error(`${this.#organisationId}: ${text}`);
  }

  #goTo(step: number): void {
    this.#step = step;
    this.#ids = 0;
  }

  #now(): string {
    const day = 24 * 60 * 60 * 1000;
    return new Date(Date.parse(instantOf(this.#step)) + this.#made.days * day).toISOString();
  }

  /** Begins anew at each step, so that a change that had to be repeated on one database has the same ids. */
  #newId(): string {
    const two = (number: number) => String(number).padStart(3, "0");
    return `${this.#organisationId}-${two(this.#step)}-${two(this.#ids++)}`;
  }
}
