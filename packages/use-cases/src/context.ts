import type { Database } from "@liftledger/database/open-database";
import type { IdempotencyRequest } from "./idempotency.ts";
import type { Role } from "./permissions.ts";

/** Who acts. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * All that a use-case needs from outside: the database, who acts for which organisation, and chance and
 * time as values, so that the same context gives the same result.
 */
export interface Context {
  readonly db: Database;
  readonly actor: Actor;
  readonly organisationId: string;
  /** Stands in the audit entry of every change, and in the log where something failed. */
  readonly requestId: string;
  /** The instant of the request, ISO in UTC. What is written in one request carries one instant. */
  readonly now: string;
  /** The day of the request, ISO. */
  readonly today: string;
  /** Makes an identifier that sorts by time (UUID version 7). */
  readonly newId: () => string;
  /** Seed of every simulation, so that a figure asked for twice is the same. */
  readonly seed: number;
  /** Set where the caller gave an idempotency key; see `changeOnce`. */
  readonly idempotency?: IdempotencyRequest | undefined;
}
