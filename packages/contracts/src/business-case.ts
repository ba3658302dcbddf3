import { z } from "zod";
import { CasePlan, NewCasePlan } from "./case-plan.ts";
import { Id } from "./ids.ts";
import { Retired } from "./retirement.ts";
import { CurrencyCode, DecimalText, Instant, KeptVersionNumber, MoneyText, VersionNumber } from "./values.ts";

const Name = z.string().trim().min(1).max(120);
/** What a person says of a version or of a line. */
const Remark = z.string().trim().max(2000);
const Reason = z.string().trim().min(1).max(500);

/** How far a version is. One that was approved stands until a later one is approved or it is withdrawn. */
const CaseStatus = z.enum(["draft", "submitted", "returned", "approved", "withdrawn", "superseded"]);

/** The number of a version of a case, from 1. */
export const CaseNumber = z.coerce.number().int().min(1).max(100_000);

export const NewBusinessCase = z.strictObject({ initiativeId: Id, name: Name, plan: NewCasePlan });
export type NewBusinessCase = z.infer<typeof NewBusinessCase>;

export const RenameBusinessCase = z.strictObject({ version: VersionNumber, name: Name });
export type RenameBusinessCase = z.infer<typeof RenameBusinessCase>;

/** A case, with how far its latest version is and which one stands approved. */
export const BusinessCase = z.object({
  caseId: Id,
  initiativeId: Id,
  initiative: z.string(),
  name: z.string(),
  /** Of the name. */
  version: z.number().int(),
  /** The number of the latest version, and how far it is. */
  latestNumber: z.number().int(),
  latestStatus: CaseStatus,
  /** The number of the version that stands approved; null while none does. */
  approvedNumber: z.number().int().nullable(),
  approvedAt: Instant.nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  /** When the latest version was last written, submitted or decided. */
  changedAt: Instant,
  retired: Retired,
});
export type BusinessCase = z.infer<typeof BusinessCase>;

/** A version of a case without its plan. */
export const CaseVersionHead = z.object({
  caseId: Id,
  number: z.number().int(),
  /** Of the row: a change names the one it was made from. */
  version: z.number().int(),
  status: CaseStatus,
  /** The version it began as a copy of. */
  basedOn: z.number().int().nullable(),
  /** All who wrote any of its plan, by name: none of them approves it. */
  authors: z.array(z.string()),
  createdAt: Instant,
  createdBy: z.string(),
  /** When its plan was last written. */
  changedAt: Instant,
  /** How often it was submitted. */
  round: z.number().int(),
  submittedAt: Instant.nullable(),
  submittedBy: z.string().nullable(),
  /** When it was approved or returned, by whom and what they said. */
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  comment: z.string().nullable(),
  /** Who signed it of the present round, in their order: two where two sign. */
  signedBy: z.array(z.string()),
  /** SHA-256 of plan and terms, once it is approved. */
  digest: z.string().nullable(),
  /** When it was withdrawn or superseded, by whom and why. */
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type CaseVersionHead = z.infer<typeof CaseVersionHead>;

/** A rule that a plan breaks, or a gap in it. */
export const CaseProblem = z.object({
  /** What is open stands in the way of submitting it; what is wrong, of saving it. */
  severity: z.enum(["wrong", "open"]),
  /** A JSON pointer to the field. */
  path: z.string(),
  lineId: z.string().nullable(),
  message: z.string(),
});
export type CaseProblem = z.infer<typeof CaseProblem>;

const Rate = z.object({
  annual: DecimalText,
  prices: z.enum(["nominal", "real"]),
  setBy: z.string(),
  setAt: Instant,
  /** The version of the settings it stands in. */
  version: z.number().int(),
});

/** By which rules a version is approved: as they are now of a draft, as they were when it was submitted of others. */
export const CaseTerms = z.object({
  /** What the plan spends over its horizon, before any allowance for risk; null while a cost has no value. */
  spend: MoneyText.nullable(),
  /** The same in the organisation's currency, at the latest rate of the day; null too where there is no rate. */
  spendHere: MoneyText.nullable(),
  /** Whether the spend is below what needs more than value, cost, three scenarios and approval. */
  isOnePage: z.boolean(),
  signatures: z.union([z.literal(1), z.literal(2)]),
  /** The version of the organisation's settings; null where it has none. */
  settings: z.number().int().nullable(),
  twoSignaturesFrom: MoneyText.nullable(),
  onePageBelow: MoneyText.nullable(),
  /** The organisation's rate, and whether the plan is discounted at it. */
  defaultRate: Rate.nullable(),
  isAtDefaultRate: z.boolean(),
  /** The organisation's own benchmarks that the initiative is judged by; null where the published ones count. */
  benchmarks: z.object({ setId: Id, name: z.string(), version: z.number().int() }).nullable(),
  engineVersion: z.string(),
});
export type CaseTerms = z.infer<typeof CaseTerms>;

const CaseSignature = z.object({
  position: z.number().int(),
  signedAt: Instant,
  signedBy: z.string(),
  comment: z.string(),
});

/** A version of a case with all that a person needs to decide it. */
export const CaseVersion = z.object({
  ...CaseVersionHead.shape,
  name: z.string(),
  initiativeId: Id,
  initiative: z.string(),
  plan: CasePlan,
  /** What keeps it from being submitted, and from being evaluated. */
  problems: z.array(CaseProblem),
  terms: CaseTerms,
  /** Of the present round. */
  signatures: z.array(CaseSignature),
  /** Whether the caller may decide: "own" is for somebody else, "finance" for those with that role, "none" for nobody. */
  decision: z.enum(["yours", "own", "finance", "none"]),
  /** Who may, by name; while it waits. */
  approvers: z.array(z.string()),
  /** Comments that nobody has dealt with. */
  openComments: z.number().int(),
});
export type CaseVersion = z.infer<typeof CaseVersion>;

/** Writes the plan of a draft, or of what was returned, anew as a whole. */
export const ChangeCaseVersion = z.strictObject({ version: VersionNumber, plan: NewCasePlan });
export type ChangeCaseVersion = z.infer<typeof ChangeCaseVersion>;

/** Begins the next version with the plan of another. */
export const NewCaseVersion = z.strictObject({ from: CaseNumber });
export type NewCaseVersion = z.infer<typeof NewCaseVersion>;

export const SubmitCaseVersion = z.strictObject({ version: VersionNumber });
export type SubmitCaseVersion = z.infer<typeof SubmitCaseVersion>;

/** What is said of a line, of a field of it, or of the whole where neither is named. */
const lineRemark = {
  lineId: Id.nullable().default(null),
  field: z.string().trim().min(1).max(60).nullable().default(null),
  text: Remark.min(1),
};

/** Gives a version back to its authors: what of it, and on which lines. */
export const ReturnCaseVersion = z.strictObject({
  version: VersionNumber,
  comment: Remark.min(1),
  lines: z.array(z.strictObject(lineRemark)).max(200).default([]),
});
export type ReturnCaseVersion = z.infer<typeof ReturnCaseVersion>;

/** Signs a version as it was read. */
export const ApproveCaseVersion = z.strictObject({
  version: VersionNumber,
  comment: Remark.default(""),
});
export type ApproveCaseVersion = z.infer<typeof ApproveCaseVersion>;

export const WithdrawCaseVersion = z.strictObject({ version: VersionNumber, reason: Reason });
export type WithdrawCaseVersion = z.infer<typeof WithdrawCaseVersion>;

export const NewCaseComment = z.strictObject(lineRemark);
export type NewCaseComment = z.infer<typeof NewCaseComment>;

export const CaseComment = z.object({
  commentId: Id,
  caseId: Id,
  number: z.number().int(),
  round: z.number().int(),
  lineId: Id.nullable(),
  field: z.string().nullable(),
  text: z.string(),
  version: z.number().int(),
  createdAt: Instant,
  createdBy: z.string(),
  resolvedAt: Instant.nullable(),
  resolvedBy: z.string().nullable(),
});
export type CaseComment = z.infer<typeof CaseComment>;

export const ResolveCaseComment = z.strictObject({ version: VersionNumber, isResolved: z.boolean() });
export type ResolveCaseComment = z.infer<typeof ResolveCaseComment>;

/** One thing that a later version says otherwise than an earlier one. */
export const CaseDifference = z.object({
  /** From 1, in the order of the plan: the frame first, then lines, scenarios and correlations. */
  position: z.number().int(),
  kind: z.enum(["added", "removed", "changed"]),
  /** The line it is about; null where it is about none. */
  lineId: z.string().nullable(),
  /** "Licences", "Scenario Conservative", "Case". */
  subject: z.string(),
  /** What of it, in words that a reviewer reads: "amount", "source of lift". */
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type CaseDifference = z.infer<typeof CaseDifference>;

const spendRule = DecimalText.refine((text) => Number(text) >= 0, { message: "an amount of 0 or more" })
  .nullable()
  .default(null);

/** The next version of an organisation's rules for cases; amounts are in its currency. */
export const SetCaseSettings = z.strictObject({
  /** The version they were made from; 0 where there are none. */
  version: KeptVersionNumber,
  discountRate: z
    .strictObject({ annual: DecimalText, prices: z.enum(["nominal", "real"]) })
    .nullable()
    .default(null),
  /** From this spend on a case wants two signatures. */
  twoSignaturesFrom: spendRule,
  /** Below this spend a case needs value, cost, three scenarios and approval only. */
  onePageBelow: spendRule,
  /** Where they come from, "Board paper 2026-07". */
  source: Reason,
  /** Who approved them: not who records them. */
  approvedBy: z.string().trim().min(1).max(200),
});
export type SetCaseSettings = z.infer<typeof SetCaseSettings>;

export const CaseSettings = z.object({
  version: z.number().int(),
  discountRate: z.object({ annual: DecimalText, prices: z.enum(["nominal", "real"]) }).nullable(),
  twoSignaturesFrom: DecimalText.nullable(),
  onePageBelow: DecimalText.nullable(),
  currency: CurrencyCode,
  source: z.string(),
  approvedBy: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
});
export type CaseSettings = z.infer<typeof CaseSettings>;
