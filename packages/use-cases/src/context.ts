import type { Database } from "@liftledger/database/open-database";
import type { IdempotencyRequest } from "./idempotency.ts";
import type { Role } from "./permissions.ts";

/** Who acts. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  /** The teams whose things a contributor may change; none when left out. */
  readonly teamIds?: readonly string[] | "all" | undefined;
}

/** A sign-in, where a person acts by one. */
export interface ActingSession {
  readonly sessionId: string;
  readonly createdAt: string;
}

/**
 * All that a use-case needs from outside: the database, who acts for which organisation, and chance and
 * time as values, so that the same context gives the same result.
 */
export interface Context {
  readonly db: Database;
  readonly actor: Actor;
  readonly organisationId: string;
  /** Where the actor is a member; null for a guest, who sees the demo alone. On the command line: everywhere. */
  readonly homeOrganisationId?: string | null | undefined;
  /** Stands in the audit entry of every change, and in the log where something failed. */
  readonly requestId: string;
  /** The instant of the request, ISO in UTC; within a change, the one at which it becomes known (`changeOnce`). */
  readonly now: string;
  /** The day of the request, ISO. */
  readonly today: string;
  /** The time zone of the organisation's clock; UTC where left out. */
  readonly timeZone?: string | undefined;
  /** Makes an identifier that sorts by time (UUID version 7). */
  readonly newId: () => string;
  /** Seed of every simulation, so that a figure asked for twice is the same. */
  readonly seed: number;
  /** Set where a person signed in; a service key has none, nor has the command line. */
  readonly session?: ActingSession | undefined;
  /** Set where the caller gave an idempotency key; see `changeOnce`. */
  readonly idempotency?: IdempotencyRequest | undefined;
}
