import { z } from "zod";
import { Adoption, AdoptionQuery, SetAdoption } from "./adoption.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";

const initiativeParams = z.object({ initiativeId: Id });

/** What goes into these endpoints and what comes out; a part of the table in `endpoints.ts`. */
export const adoptionEndpoints = {
  getAdoption: {
    summary: "How far an initiative is used, by the series that tells it, beside what its case assumes",
    params: initiativeParams,
    query: AdoptionQuery,
    output: Adoption,
    status: 200,
  },
  setAdoption: {
    summary: "Name the series that tells the adoption of an initiative, as the next version",
    params: initiativeParams,
    body: SetAdoption,
    output: Adoption,
    status: 200,
    idempotent: true,
  },
  listAdoptionVersions: {
    summary: "Every version of which series tells the adoption of an initiative, the latest first",
    params: initiativeParams,
    ...lists.listAdoptionVersions,
    status: 200,
  },
} as const;
