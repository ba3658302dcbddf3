import { KillRule as WireRule } from "@liftledger/contracts/kill-rule";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { KillRule } from "@liftledger/database/kill-rules";
import type { Reader } from "@liftledger/database/transaction";
import { numberToDecimal } from "@liftledger/numerics/decimal";
import {
  killConditionText,
  killRuleStandings,
  type KillMeasure,
  type KillRule as EngineRule,
} from "@liftledger/roi/governance/kill-rules";
import { adoptionOn } from "@liftledger/roi/governance/adoption";
import { monthsBetween } from "@liftledger/roi/phase-duration";
import { phaseAt, phaseNames, type GatePhase } from "@liftledger/roi/phase";
import type { KnownAdoption } from "../adoption/read-adoption.ts";
import type { Context } from "../context.ts";
import { evaluateOrganisation, type EvaluatedInitiative } from "../evaluation/evaluate-organisation.ts";
import type { LedgerView } from "../evaluation/read-ledger.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { dayOf } from "../organisations/day-of.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";

/** Rules as they cross the wire, each with how it stands today by what is known now. */
export async function killRuleViews(
  ctx: Context,
  db: Reader,
  rules: readonly KillRule[],
): Promise<WireRule[]> {
  if (rules.length === 0) return [];
  const ids = [...new Set(rules.map(({ initiativeId }) => initiativeId))];
  const { initiatives, clocks, ledger } = await evaluateOrganisation(ctx, db, {}, ids);
  const { adoption } = ledger;
  const byId = new Map(initiatives.map((one) => [one.row.initiativeId, one]));
  const nameOf = await personNames(ctx, db);
  return rules.flatMap((rule) => {
    const initiative = byId.get(rule.initiativeId);
    if (initiative === undefined) return [];
    return [viewOf(ctx, rule, initiative, { ...clocks, nameOf, adoption })];
  });
}

interface On {
  until: string;
  currency: string;
  nameOf: PersonNames;
  adoption: LedgerView["adoption"];
}

function viewOf(ctx: Context, rule: KillRule, initiative: EvaluatedInitiative, on: On): WireRule {
  const { nameOf } = on;
  return WireRule.parse({
    ...rule,
    initiative: initiative.row.name,
    declaredBy: nameOf(rule.declaredBy),
    withdrawnBy: rule.withdrawnBy === null ? null : nameOf(rule.withdrawnBy),
    ...standingOf(ctx, rule, initiative, on),
  });
}

function standingOf(
  ctx: Context,
  rule: KillRule,
  { row, input, result }: EvaluatedInitiative,
  { until, currency, nameOf, adoption }: On,
): Pick<WireRule, "result" | "text"> {
  if (rule.withdrawnAt !== null) return { result: "over", text: `Withdrawn: ${rule.withdrawReason ?? ""}` };
  if (!isUnderWay(row)) return { result: "over", text: `The initiative is ${statusWord(row)}.` };
  const asked = engineRule(ctx, rule, nameOf);
  const current = phaseAt(input.phaseHistory, until)?.current;
  const values: Partial<Record<KillMeasure, string | null>> = {
    "net-roi": result.figures.netRoi.figure.value,
    "net-benefit": result.figures.netBenefit.figure.value,
    spend: result.figures.cost.figure.value,
    "months-in-phase":
      current === undefined ? null : numberToDecimal(monthsBetween(current.enteredOn, until)),
    adoption: adoptionValue(adoption.get(row.initiativeId), until),
    "kpi-change": changeOfOutcome(row, result),
  };
  const [found] = killRuleStandings([asked], input.phaseHistory, values, { day: until, currency });
  if (found !== undefined) return { result: found.result, text: found.text };
  const condition = killConditionText(asked, currency);
  const hasBegun = input.phaseHistory.some(
    ({ phase, enteredOn }) => phase === asked.phase && enteredOn <= until,
  );
  const standing = hasBegun ? "is over" : "has not begun";
  return { result: "other-phase", text: `For ${phaseNames[asked.phase]}, which ${standing}: ${condition}.` };
}

/** Adoption by the last four weeks; not known where no series tells it, and where that was not logged lately. */
function adoptionValue(known: KnownAdoption | undefined, until: string): string | null {
  if (known === undefined || known.series === null) return null;
  const found = adoptionOn(known.weeks, until);
  return found.kind === "known" ? numberToDecimal(found.now.share) : null;
}

/** The lift of the KPI that the outcome is stated by; not known where nothing or more than one claims it. */
function changeOfOutcome({ outcome }: NamedInitiative, { benefits }: EvaluatedInitiative["result"]) {
  const own = benefits.filter(({ input }) => input.kpi.key === outcome?.kpiKey);
  return own.length === 1 ? (own[0]?.ratios.relativeLift?.figure.value ?? null) : null;
}

function engineRule(ctx: Context, rule: KillRule, nameOf: PersonNames): EngineRule {
  const { killRuleId, when, limit, afterMonths } = rule;
  return {
    killRuleId,
    phase: rule.phase as GatePhase,
    measure: rule.measure as KillMeasure,
    when,
    limit,
    afterMonths,
    declaredOn: dayOf(ctx, rule.declaredAt),
    declaredBy: nameOf(rule.declaredBy),
  };
}

const statusWord = ({ status }: NamedInitiative) => (status === "graduated" ? "graduated" : "retired");
