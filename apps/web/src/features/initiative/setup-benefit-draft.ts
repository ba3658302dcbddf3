import type { BenefitAssumptions } from "@liftledger/contracts/initiative";
import { firstPeriodAfter } from "@liftledger/kpis/first-period-from";
import { comparePeriods, firstDay, type PeriodType } from "@liftledger/kpis/period";
import type { UnitValueRule } from "@liftledger/kpis/unit-value-rule";
import { readTypedNumber, typedFromDecimal } from "../../components/typed-number.ts";
import { percentOfShare, shareOfPercent } from "../../components/decimal-share.ts";

/** What is assumed of a benefit, as typed: shares in percent, everything allowed to be empty. */
export interface BenefitDraft {
  seriesId: string;
  /** Money per unit; the margin in percent where the KPI counts revenue. */
  unitValue: string;
  ourShare: string;
  confidence: string;
  confidenceReason: string;
  accepted: string;
  redeployed: string;
  cashed: string;
  approvedBy: string;
  /** The last period that is claimed; empty where the claim has no end. */
  claimUntil: string;
  /** The first period it counts for; empty from the claim's start on, null while what is offered stands. */
  validFrom: string | null;
}

type NumberField = "unitValue" | "ourShare" | "confidence" | "accepted" | "redeployed" | "cashed";

/** The wire's name of each number, where the server's problems are looked up. */
export const wireFields: Readonly<Record<NumberField, string>> = {
  unitValue: "assumptions.unitValue",
  ourShare: "assumptions.attribution",
  confidence: "assumptions.confidence",
  accepted: "assumptions.realisation.accepted",
  redeployed: "assumptions.realisation.redeployed",
  cashed: "assumptions.realisation.cashed",
};

/** A measured lift is believed in full unless a named risk says otherwise; all else is to be said. */
export const emptyBenefit: BenefitDraft = {
  seriesId: "",
  unitValue: "",
  ourShare: "",
  confidence: "100",
  confidenceReason: "",
  accepted: "",
  redeployed: "",
  cashed: "",
  approvedBy: "",
  claimUntil: "",
  validFrom: null,
};

export function draftOfBenefit(
  seriesId: string,
  assumptions: BenefitAssumptions,
  rule: UnitValueRule["kind"],
  locale: string,
): BenefitDraft {
  const typed = (decimal: string | undefined) =>
    decimal === undefined ? "" : typedFromDecimal(decimal, locale);
  const percent = (share: string | undefined) =>
    typed(share === undefined ? undefined : percentOfShare(share));
  const { unitValue, realisation } = assumptions;
  return {
    seriesId,
    unitValue: rule === "margin-rate" ? percent(unitValue) : typed(unitValue),
    ourShare: percent(assumptions.attribution),
    confidence: percent(assumptions.confidence),
    confidenceReason: assumptions.confidenceReason ?? "",
    accepted: percent(realisation?.accepted),
    redeployed: percent(realisation?.redeployed),
    cashed: percent(realisation?.cashed),
    approvedBy: assumptions.approvedBy ?? "",
    claimUntil: assumptions.claimUntil ?? "",
    validFrom: null,
  };
}

/** What an offer of the first period rests on. */
interface OfferedFrom {
  /** The months that are closed; undefined while they are not known. */
  closed: ReadonlySet<string> | undefined;
  periodType: PeriodType | undefined;
  /** What the version there is counts from. */
  present: string | undefined;
  /** The first day of the initiative, where it is known. */
  startedOn: string | undefined;
}

/**
 * The first period that new assumptions are offered to count for: the first that no closed month holds, since those stay as
 * they are; empty, which is the claim's start, where none is closed or the initiative began later.
 */
export function offeredFrom({ closed, periodType, present = "", startedOn }: OfferedFrom): string {
  if (closed === undefined || periodType === undefined) return present;
  const open = firstPeriodAfter(closed, periodType);
  if (open === null || (present !== "" && comparePeriods(present, open) >= 0)) return present;
  return startedOn !== undefined && startedOn >= firstDay(open) ? "" : open;
}

/** The assumptions in the words of the wire, or which field is no number. What is empty is left out. */
export function assumptionsOf(
  draft: BenefitDraft,
  rule: UnitValueRule["kind"],
  locale: string,
):
  | { kind: "assumptions"; assumptions: BenefitAssumptions }
  | { kind: "wrong"; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const decimal = (field: NumberField): string | undefined => {
    const typed = readTypedNumber(draft[field], locale);
    if (typed.kind === "fault") problems[wireFields[field]] = typed.message;
    return typed.kind === "number" ? typed.decimal : undefined;
  };
  const share = (field: NumberField): string | undefined => {
    const percent = decimal(field);
    if (percent !== undefined && (Number(percent) < 0 || Number(percent) > 100))
      problems[wireFields[field]] = "A share lies between 0 and 100%";
    return percent === undefined ? undefined : shareOfPercent(percent);
  };
  const unitValue =
    rule === "none" || rule === "locked"
      ? undefined
      : rule === "margin-rate"
        ? share("unitValue")
        : decimal("unitValue");
  const attribution = share("ourShare");
  const confidence = share("confidence");
  const stages = { accepted: share("accepted"), redeployed: share("redeployed"), cashed: share("cashed") };
  const anyStage = Object.values(stages).some((stage) => stage !== undefined);
  if (Object.keys(problems).length > 0) return { kind: "wrong", problems };
  const { accepted = "0", redeployed = "0", cashed = "0" } = stages;
  const assumptions: BenefitAssumptions = {
    ...(rule === "locked" ? { unitValue: "1" } : unitValue === undefined ? {} : { unitValue }),
    ...(attribution === undefined ? {} : { attribution }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(draft.confidenceReason.trim() === "" ? {} : { confidenceReason: draft.confidenceReason.trim() }),
    ...(anyStage ? { realisation: { accepted, redeployed, cashed } } : {}),
    ...(draft.approvedBy.trim() === "" ? {} : { approvedBy: draft.approvedBy.trim() }),
    ...(draft.claimUntil.trim() === "" ? {} : { claimUntil: draft.claimUntil.trim().toUpperCase() }),
    ...((draft.validFrom ?? "").trim() === "" ? {} : { validFrom: draft.validFrom?.trim().toUpperCase() }),
  };
  return { kind: "assumptions", assumptions };
}
