import { z } from "zod";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { Organisation, ChangeOrganisation } from "./organisation.ts";

/** What goes into the endpoints of organisations and what comes out; a part of the table in `endpoints.ts`. */
export const organisationEndpoints = {
  listOrganisations: { summary: "The organisations kept here", ...lists.listOrganisations, status: 200 },
  changeOrganisation: {
    summary: "Change an organisation's name, currency or time zone",
    params: z.object({ organisationId: Id }),
    body: ChangeOrganisation,
    output: Organisation,
    status: 200,
    idempotent: true,
  },
  createDemo: { summary: "Make the demo organisation anew", output: Organisation, status: 201 },
  deleteDemo: {
    summary: "Delete the demo organisation and all that is in it",
    output: z.object({ deleted: z.boolean() }),
    status: 200,
  },
} as const;
