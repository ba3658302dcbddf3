import type { Actor } from "../context.ts";

/** Who acts beside the server: whoever may read the data itself, as on the command line, with every right. */
export const localActor: Actor = {
  personId: "local-administrator",
  name: "Local administrator",
  role: "admin",
};

/** Whose organisation a first start makes. */
export const defaultOrganisationId = "default";

/** The seed of the simulations: any number does, but it stays the same so that figures repeat. */
export const simulationSeed = 20_260_101;
