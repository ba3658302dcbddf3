import type { Database } from "@liftledger/database/open-database";
import type { Context } from "../context.ts";
import { defaultOrganisationId, localActor, simulationSeed } from "./local-actor.ts";

/** A context of whoever sits at this machine, in the default organisation at an instant. */
export function localContext(db: Database, { now, newId }: Pick<Context, "now" | "newId">): Context {
  return {
    db,
    actor: localActor,
    organisationId: defaultOrganisationId,
    requestId: newId(),
    now,
    today: now.slice(0, 10),
    newId,
    seed: simulationSeed,
  };
}
