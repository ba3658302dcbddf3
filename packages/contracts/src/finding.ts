import { failureModes } from "@liftledger/roi/governance/failure-modes";
import { playbook } from "@liftledger/roi/governance/playbook";
import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant, IsoDate } from "./values.ts";

const Mode = z.enum(Object.keys(failureModes) as (keyof typeof failureModes)[]);
const Step = z.enum(playbook.map(({ key }) => key));

/** One of the four failure modes, found in what is logged of an initiative. */
export const Finding = z.object({
  mode: Mode,
  name: z.string(),
  headline: z.string(),
  signals: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      /** Null where the sign is something that is not there. */
      value: z.number().nullable(),
      limit: z.number(),
      source: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("published"), publisher: z.string(), what: z.string() }),
        z.object({ kind: z.literal("own"), because: z.string() }),
      ]),
      clearsWhen: z.string(),
    }),
  ),
  /** What usually helps: steps of the playbook, each with what is gone once it has helped. */
  helps: z.array(z.object({ step: Step, name: z.string(), what: z.string(), shownBy: z.string() })),
});

export const FindingsQuery = z.strictObject({ until: IsoDate.optional(), asOf: Instant.optional() });

export const Findings = z.object({
  initiativeId: Id,
  until: IsoDate,
  asOf: Instant,
  findings: z.array(Finding),
  /** What is not recorded, and what could be found of it if it were. */
  notKnown: z.array(z.string()),
});
export type Findings = z.infer<typeof Findings>;
