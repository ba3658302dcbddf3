import { phases } from "@liftledger/roi/phase";
import { z } from "zod";
import { FunnelRate } from "./portfolio.ts";
import { Finding } from "./finding.ts";
import { Id } from "./ids.ts";
import { Instant, IsoDate } from "./values.ts";

const Phase = z.enum(phases);

/** How an initiative stands on its way to production. */
const GovernedInitiative = z.object({
  initiativeId: Id,
  name: z.string(),
  owner: z.string(),
  team: z.string(),
  phase: Phase,
  findings: z.array(Finding),
  /** Null where it has no roadmap. */
  roadmap: z
    .object({ done: z.number().int(), of: z.number().int(), late: z.number().int(), sentence: z.string() })
    .nullable(),
});

export const GovernanceQuery = z.strictObject({ until: IsoDate.optional(), asOf: Instant.optional() });

/** The portfolio on its way from pilot to production: rates, time in phase, and what is stuck. */
export const Governance = z.object({
  until: IsoDate,
  asOf: Instant,
  /** Of all initiatives that have begun, those given up in any phase. */
  abandoned: FunnelRate,
  /** How long initiatives stay in each phase, against what is published. */
  phases: z.array(
    z.object({
      phase: Phase,
      now: z.number().int(),
      left: z.number().int(),
      medianMonths: z.number().nullable(),
      shortest: z.number(),
      longest: z.number(),
      over: z.number().int(),
      sentence: z.string(),
    }),
  ),
  /** Those that go on, with most found first. */
  initiatives: z.array(GovernedInitiative),
});
export type Governance = z.infer<typeof Governance>;
