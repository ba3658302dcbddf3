import { z } from "zod";
import { GateDecisionKind, GateInto } from "./gate.ts";
import { Id, KpiKey } from "./ids.ts";
import { BenefitAssumptions, Phase } from "./initiative.ts";
import { Instant, IsoDate, MoneyText, PeriodText } from "./values.ts";

/** Something that one person made and another is to approve. */
export const Approval = z.object({
  kind: z.enum(["baseline", "assumptions", "business-case", "gate-review", "guardrails"]),
  /**
   * What the endpoint that decides asks for: of a baseline `freezeBaseline`, of assumptions `changeBenefit`, of a business
   * case, with its number, `approveCaseVersion` and `returnCaseVersion`, of a gate's review `signGateReview`, of guardrails,
   * where it is their initiative, `approveGuardrails`.
   */
  objectId: Id,
  /** The version it is decided at. */
  version: z.number().int(),
  /** In words: "Baseline of Conversion rate, Web shop". */
  what: z.string(),
  /** Null, with its KPI, of what is about no series. */
  seriesId: Id.nullable(),
  kpiKey: KpiKey.nullable(),
  /** The initiative that claims the series, the first of several; null of a baseline that nobody has a use for yet. */
  initiativeId: Id.nullable(),
  initiative: z.string().nullable(),
  askedBy: z.string(),
  askedAt: Instant,
  /** Whether the caller may decide: "own" is for somebody else to approve, "finance" for those with that role. */
  decision: z.enum(["yours", "own", "finance"]),
  /** Who may, by name. */
  approvers: z.array(z.string()),
  /** Of a baseline: the periods it would freeze, and how well they let it be known. */
  baseline: z
    .object({
      interventionStart: PeriodText,
      preFrom: PeriodText,
      preTo: PeriodText,
      rung: z.string(),
      reasons: z.array(z.string()),
    })
    .nullable(),
  /** Of assumptions: those that are approved by recording them once more with `approvedBy`. */
  assumptions: BenefitAssumptions.nullable(),
  /** Of a business case: which version, what it spends, and the signatures it has of those it wants. */
  businessCase: z
    .object({
      number: z.number().int(),
      spend: MoneyText.nullable(),
      signed: z.array(z.string()),
      signatures: z.number().int(),
    })
    .nullable(),
  /** Of a gate's review: what is asked for and why, how many criteria it lets pass, and the signatures it has of those it wants. */
  gateReview: z
    .object({
      into: GateInto,
      leaving: Phase,
      decision: GateDecisionKind,
      reason: z.string(),
      overrides: z.number().int(),
      signed: z.array(z.string()),
      signatures: z.number().int(),
    })
    .nullable(),
  /** Of guardrails that a changed scope reopened: the scope as it now is, since when, and where each stands with who answers for it. */
  guardrails: z
    .object({
      scope: z.string().nullable(),
      changedOn: IsoDate,
      rules: z.array(z.object({ where: z.string(), owner: z.string() })),
    })
    .nullable(),
});
export type Approval = z.infer<typeof Approval>;
