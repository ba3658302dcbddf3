import { gateCriteria, type CriterionKey } from "@liftledger/roi/governance/gate-criteria";
import { gateDecisions } from "@liftledger/roi/governance/gate-decision";
import { z } from "zod";
import { Figure } from "./evaluation.ts";
import { Id } from "./ids.ts";
import { Phase } from "./initiative.ts";
import { Instant, IsoDate, KeptVersionNumber, MoneyText, VersionNumber } from "./values.ts";

const Reason = z.string().trim().min(1).max(1000);

/** The phases that are entered through a gate. */
export const GateInto = z.enum(["pilots", "scale", "transform"]);
export type GateInto = z.infer<typeof GateInto>;

const Criterion = z.enum(Object.keys(gateCriteria) as CriterionKey[]);

/** What people may decide at a gate. */
export const GateDecisionKind = z.enum(gateDecisions);
export type GateDecisionKind = z.infer<typeof GateDecisionKind>;

/** How far a review is: one that is signed waits for its second signature; one passed by entered a phase without a gate. */
const GateReviewStatus = z.enum(["open", "signed", "decided", "withdrawn", "passed-by"]);

/** What a gate asks: a criterion, and the organisation's own limit where it set one. */
const GateRule = z.strictObject({ criterion: z.string().max(60), least: z.string().max(60).nullable() });
const Gates = z.strictObject({
  pilots: z.array(GateRule).max(60),
  scale: z.array(GateRule).max(60),
  transform: z.array(GateRule).max(60),
});

/** The next version of what the gates of an organisation ask. */
export const SetGateRules = z.strictObject({
  /** The version they were made from; 0 where nobody has set any. */
  version: KeptVersionNumber,
  gates: Gates,
  /** Where they come from, "Board paper 2026-07". */
  source: z.string().trim().min(1).max(500),
  /** Who approved them: not who records them. */
  approvedBy: z.string().trim().min(1).max(200),
});
export type SetGateRules = z.infer<typeof SetGateRules>;

/** What the gates ask, at a version. */
export const GateRules = z.object({
  /** 0 is the default set. */
  version: z.number().int(),
  gates: z.object({ pilots: z.array(GateRule), scale: z.array(GateRule), transform: z.array(GateRule) }),
  /** Null, with who and when, of the default set. */
  source: z.string().nullable(),
  approvedBy: z.string().nullable(),
  recordedAt: Instant.nullable(),
  recordedBy: z.string().nullable(),
});
export type GateRules = z.infer<typeof GateRules>;

/** What the gates ask now, and everything they may ask. */
export const GateRulesInForce = GateRules.extend({
  criteria: z.array(
    z.object({
      criterion: Criterion,
      question: z.string(),
      /** What its limit may be, the usual one first; null of one without. A share is decimal text from 0 to 1. */
      limit: z
        .discriminatedUnion("kind", [
          z.object({ kind: z.literal("one-of"), values: z.array(z.string()).min(1) }),
          z.object({ kind: z.literal("share"), value: z.string() }),
        ])
        .nullable(),
    }),
  ),
});
export type GateRulesInForce = z.infer<typeof GateRulesInForce>;

/** What somebody lets pass, and why. */
const NewOverride = z.strictObject({ criterion: Criterion, reason: Reason });
const Override = z.object({
  criterion: Criterion,
  /** What the criterion asks, as it is asked now. */
  question: z.string(),
  by: z.string(),
  reason: z.string(),
  at: Instant,
});

/** Opens the review of the gate that comes next. */
export const NewGateReview = z.strictObject({
  decision: GateDecisionKind,
  /** Why it is asked for. */
  reason: Reason,
  overrides: z.array(NewOverride).max(60).default([]),
});
export type NewGateReview = z.infer<typeof NewGateReview>;

/** Writes what is asked for anew as a whole. What somebody let pass before with the same words stays theirs. */
export const ChangeGateReview = z.strictObject({ version: VersionNumber, ...NewGateReview.shape });
export type ChangeGateReview = z.infer<typeof ChangeGateReview>;

/** Signs what was read: `seen` of the review as it was shown. */
export const SignGateReview = z.strictObject({
  version: VersionNumber,
  seen: z.string().regex(/^[0-9a-f]{64}$/, "`seen` of the review that was read"),
  comment: z.string().trim().max(2000).default(""),
});
export type SignGateReview = z.infer<typeof SignGateReview>;

export const WithdrawGateReview = z.strictObject({ version: VersionNumber, reason: Reason });
export type WithdrawGateReview = z.infer<typeof WithdrawGateReview>;

/** The evidence that a gate is decided on. */
export const GatePack = z.object({
  into: GateInto,
  leaving: Phase,
  /** The day of the gate, and what was known then. */
  until: IsoDate,
  asOf: Instant,
  engineVersion: z.string(),
  /** The version of the organisation's rules; 0 is the default set. */
  rulesVersion: z.number().int(),
  proposal: z.enum(["advance", "graduate", "hold", "stop"]),
  reason: z.string(),
  criteria: z.array(
    z.object({
      criterion: Criterion,
      question: z.string(),
      result: z.enum(["met", "unmet", "unknown"]),
      reason: z.string(),
      /** What the gate wants at least, for a criterion with a limit. */
      least: z.string().nullable(),
    }),
  ),
  /** The figures it was judged by, each to be explained as of its instant. */
  figures: z.array(Figure),
  /** What is still to come of the approved case; null where nothing can be said, and why. */
  ahead: z
    .object({
      caseId: Id,
      caseNumber: z.number().int(),
      forwardNetPresentValue: MoneyText,
      /** The same with every benefit as planned. */
      asPlanned: MoneyText,
      attained: z.number().nullable(),
      sentence: z.string(),
    })
    .nullable(),
  notAhead: z.string().nullable(),
  /** What going on is still to cost, in the organisation's currency; null where it is not known. */
  costAhead: MoneyText.nullable(),
  /** From this cost on two sign; null where the organisation set none. */
  twoSignaturesFrom: MoneyText.nullable(),
  /** Everything that the criteria were answered from. */
  facts: z.record(z.string(), z.unknown()),
});
export type GatePack = z.infer<typeof GatePack>;

/** The review of a gate without its evidence. */
export const GateReviewHead = z.object({
  reviewId: Id,
  initiativeId: Id,
  initiative: z.string(),
  /** Of the row: a change names the one it was made from. */
  version: z.number().int(),
  status: GateReviewStatus,
  into: GateInto,
  leaving: Phase,
  decision: GateDecisionKind,
  reason: z.string(),
  overrides: z.array(Override),
  /** All who wrote any of it, by name: none of them signs it. */
  authors: z.array(z.string()),
  openedAt: Instant,
  openedBy: z.string(),
  signatures: z.array(
    z.object({ position: z.number().int(), signedAt: Instant, signedBy: z.string(), comment: z.string() }),
  ),
  /** SHA-256 of the evidence that was signed; null before the first signature. */
  digest: z.string().nullable(),
  /** When it was decided or withdrawn. */
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type GateReviewHead = z.infer<typeof GateReviewHead>;

/** Why it cannot be decided as it is asked for. */
const Refusal = z.object({
  kind: z.enum(["criterion", "override", "signature"]),
  criterion: Criterion.nullable(),
  reason: z.string(),
});

/** A review with all that a person needs to decide it: live while nobody signed, then as it was signed. */
export const GateReview = z.object({
  ...GateReviewHead.shape,
  /** Null of one that was passed by, or withdrawn before anybody signed. */
  pack: GatePack.nullable(),
  /** Of the request and its evidence, without its instant: who signs says what they read. */
  seen: z.string().nullable(),
  /** How many must sign. */
  signaturesNeeded: z.number().int(),
  /** What stands in the way; nothing where it can be signed, or has ended. */
  refusals: z.array(Refusal),
  /** Whether the caller may sign: "own" is for somebody else, "finance" for those with that role, "none" for nobody. */
  signing: z.enum(["yours", "own", "finance", "none"]),
  /** Who may, by name; while it waits. */
  approvers: z.array(z.string()),
});
export type GateReview = z.infer<typeof GateReview>;

/** What the next gate of an initiative asks, as things are now, and the review that waits. */
export const Gate = z.object({
  initiativeId: Id,
  initiative: z.string(),
  status: z.string(),
  /** What the ledger answers now. */
  pack: GatePack,
  /** What may be asked for: nothing of one that is over. */
  decisions: z.array(GateDecisionKind),
  /** From when on advancing can be asked for, which is not before the day after the phase was entered; null where it can today, or nothing follows. */
  advanceFrom: IsoDate.nullable(),
  /** The review that waits; null where none does. */
  review: GateReview.nullable(),
});
export type Gate = z.infer<typeof Gate>;

/** What gates have decided and let pass, of an initiative or of all. */
export const GateCounts = z.object({
  decided: z.object({
    advance: z.number().int(),
    hold: z.number().int(),
    stop: z.number().int(),
    graduate: z.number().int(),
    retire: z.number().int(),
  }),
  /** Criteria that were let pass at gates which were decided. */
  overrides: z.number().int(),
  overridesByCriterion: z.array(
    z.object({ criterion: Criterion, question: z.string(), count: z.number().int() }),
  ),
  /** Phases that were entered without a gate. */
  withoutGate: z.number().int(),
});
export type GateCounts = z.infer<typeof GateCounts>;
