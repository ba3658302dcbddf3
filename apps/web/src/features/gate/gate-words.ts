import type { GatePack, GateReviewHead } from "@liftledger/contracts/gate";
import type { KillRule } from "@liftledger/contracts/kill-rule";
import { phaseNames } from "../verdict/verdict-look.ts";
import type { CriterionKey, Decision } from "./queries.ts";
import { form, plural, t } from "../../words.ts";

/** What is decided at a gate, as a verb. */
export const decisionNames: Record<Decision, string> = {
  advance: t`Advance`,
  hold: t`Hold`,
  stop: t`Stop`,
  graduate: t`Graduate`,
  retire: t`Retire`,
};

/** What a decision does to the initiative. */
export function decisionDoes(decision: Decision, into: GatePack["into"]): string {
  const does: Record<Decision, string> = {
    advance: t`It enters ${phaseNames[into]} on the day of the last signature. Every criterion must be met, or let pass by name.`,
    hold: t`It is put on hold, and comes before this gate again. One signature is enough.`,
    stop: t`It is ended, and retired: what it has taught stays.`,
    graduate: t`It is done as an initiative and goes on as a part of daily work. Every criterion must be met, or let pass by name.`,
    retire: t`It is retired: it has done its part.`,
  };
  return does[decision];
}

/** Whether a decision wants every criterion met. */
export const goesOn = (decision: Decision) => decision === "advance" || decision === "graduate";

/** The finding: "Gate into Scale: 19 of 22 criteria are met". */
export function gateTitle({ into, leaving, criteria }: GatePack): string {
  const met = criteria.filter(({ result }) => result === "met").length;
  const phase = phaseNames[into];
  const all = criteria.length;
  if (into === leaving)
    return plural(
      all,
      form`${phase}: ${met} of ${all} criterion is met`,
      form`${phase}: ${met} of ${all} criteria are met`,
    );
  return plural(
    all,
    form`Gate into ${phase}: ${met} of ${all} criterion is met`,
    form`Gate into ${phase}: ${met} of ${all} criteria are met`,
  );
}

export const resultNames: Record<GatePack["criteria"][number]["result"], string> = {
  met: t`Met`,
  unmet: t`Not met`,
  unknown: t`Not known`,
};

/** What the evidence proposes; people decide. */
export const proposalNames: Record<GatePack["proposal"], string> = {
  advance: t`The evidence speaks for going on.`,
  graduate: t`The evidence speaks for graduating.`,
  hold: t`The evidence speaks for waiting.`,
  stop: t`The evidence speaks for stopping.`,
};

/** How a review ended, in a word. */
export function statusWord({ status, decision, into }: GateReviewHead): string {
  const phase = phaseNames[into];
  const what = decisionNames[decision];
  switch (status) {
    case "open":
      return t`${what}: not signed yet`;
    case "signed":
      return t`${what}: one signature is still to come`;
    case "withdrawn":
      return t`${what}: withdrawn`;
    case "passed-by":
      return t`Entered ${phase} without a gate`;
    default:
      return decision === "advance" ? t`Decided: enters ${phase}` : t`Decided: ${what}`;
  }
}

/** Where a criterion is mended: a page of the initiative, or a card of this one. */
type MendingPlace = "initiative" | "cases" | "readiness" | "kill-rules";

/** The place of a criterion; null where no page mends it, and of what is recorded as a fact for production. */
export const mendingPlace = (criterion: CriterionKey): MendingPlace | null => mending[criterion] ?? null;

const mending: Partial<Record<CriterionKey, MendingPlace>> = {
  "outcome-sentence": "initiative",
  owner: "initiative",
  "approved-case": "cases",
  "forward-value": "cases",
  readiness: "readiness",
  "frozen-baseline": "initiative",
  verdict: "initiative",
  "evidence-grade": "initiative",
  guardrails: "initiative",
  coverage: "initiative",
  "data-quality": "initiative",
  "kill-rules": "kill-rules",
};

/** What a kill rule may look at, as one chooses it. */
export const measureNames: Record<KillRule["measure"], string> = {
  "net-roi": t`Net return to date`,
  "net-benefit": t`Net benefit to date`,
  spend: t`What was spent`,
  "months-in-phase": t`Months in the phase`,
  adoption: t`Adoption`,
  "kpi-change": t`The change of its KPI`,
};

export const killResultNames: Record<KillRule["result"], string> = {
  met: t`Met: end it, or say at the gate why not`,
  "not-met": t`Not met`,
  unknown: t`Not known`,
  "not-due": t`Not due yet`,
  "declared-too-late": t`Declared too late`,
  "other-phase": t`For another phase`,
  over: t`No longer looked at`,
};
