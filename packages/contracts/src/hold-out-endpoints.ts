import { z } from "zod";
import { ChangeHoldOut, HoldOut, NewHoldOut } from "./hold-out.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { Instant } from "./values.ts";

const holdOutParams = z.object({ holdOutId: Id });

/** What goes into the endpoints of hold-outs and what comes out; a part of the table in `endpoints.ts`. */
export const holdOutEndpoints = {
  listHoldOuts: {
    summary: "The hold-outs that stand, each with what it says",
    ...lists.listHoldOuts,
    status: 200,
  },
  getHoldOut: {
    summary: "One hold-out, as it is or as it was known at an instant",
    params: holdOutParams,
    query: z.object({ asOf: Instant.optional() }),
    output: HoldOut,
    status: 200,
  },
  listHoldOutRevisions: {
    summary: "Every revision of a hold-out, also of one that was taken back",
    params: holdOutParams,
    ...lists.listHoldOutRevisions,
    status: 200,
  },
  addHoldOut: {
    summary: "Log a randomised hold-out: the benefit takes its lift from it",
    params: z.object({ benefitId: Id }),
    body: NewHoldOut,
    output: HoldOut,
    status: 201,
    idempotent: true,
  },
  changeHoldOut: {
    summary: "Log a hold-out anew as a whole; the earlier revision stays readable",
    params: holdOutParams,
    body: ChangeHoldOut,
    output: HoldOut,
    status: 200,
    idempotent: true,
  },
  retractHoldOut: {
    summary: "Take a hold-out back; what was known before stays known",
    params: holdOutParams,
    output: z.object({ retracted: z.literal(true) }),
    status: 200,
    idempotent: true,
  },
} as const;
