import { addDays } from "@liftledger/kpis/iso-date";
import { firstDay } from "@liftledger/kpis/period";
import { accruedCost, type CostInput } from "@liftledger/roi/cost-tree";
import { adoptionOn } from "@liftledger/roi/governance/adoption";
import type { FailureFacts } from "@liftledger/roi/governance/failure-facts";
import { seriesRecordOf } from "@liftledger/roi/governance/series-record";
import type { Context } from "../context.ts";
import type { GovernedInitiative, GovernedSeries } from "../governance/governed-initiatives.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { dayOf } from "../organisations/day-of.ts";
import { keptFacts } from "../production/production-view.ts";
import { neededWorkarounds } from "../workflow/needed-workarounds.ts";
import { workflowView } from "../workflow/workflow-view.ts";

/** What the failure modes ask of an initiative on a day. */
export function failureFactsOf(ctx: Context, governed: GovernedInitiative, until: string): FailureFacts {
  const { initiative, phaseHistory, series, costs, production, workflow, adoption, nameOf } = governed;
  const facts = production === undefined ? undefined : keptFacts(production);
  const handOverOwner = facts?.handOverOwner ?? null;
  return {
    initiativeId: initiative.initiativeId,
    name: initiative.name,
    phaseHistory,
    // Of one that is over nothing is found any more, whichever day it ended.
    endedOn: isUnderWay(initiative) ? null : until,
    handOverOwner: handOverOwner === null ? null : nameOf(handOverOwner),
    workarounds: neededWorkarounds(workflowView(initiative.initiativeId, workflow, nameOf), until),
    series: series.map(({ name, periodType, quality }) => seriesRecordOf(name, periodType, quality)),
    securityReview: facts?.securityReview ?? null,
    training: trainingOf(costs, until),
    contributors: contributorsOf(ctx, series, until),
    adoption: (adoption?.series ?? null) === null ? null : (adoption?.weeks ?? []),
  };
}

/** What nothing can be found of, because nobody recorded it: no finding is no proof of health there. */
export function notKnownOf(
  { securityReview, training, series, contributors, adoption }: FailureFacts,
  until: string,
): string[] {
  return [
    ...(securityReview === null ? ["Whether a security review is open is not recorded."] : []),
    ...(training === null ? ["There is no cost yet, so training has no share of it."] : []),
    ...(series.length === 0 ? ["It claims no series, so there are no data to look at."] : []),
    ...(contributors === null
      ? [
          "Nobody logged a weekly series of it in the twelve weeks before the last four: who is to log is not known.",
        ]
      : []),
    ...adoptionNotKnown(adoption, until),
  ];
}

function adoptionNotKnown(adoption: FailureFacts["adoption"], until: string): string[] {
  if (adoption === null) return ["No series tells who uses it, so adoption is not judged."];
  const found = adoptionOn(adoption, until);
  if (found.kind === "unknown") return [`Adoption is not judged. ${found.reason}`];
  return found.before === null ? ["Adoption is not judged before eight weeks of it are logged."] : [];
}

function trainingOf(costs: readonly CostInput[], until: string): FailureFacts["training"] {
  const begun = costs.filter(({ kind, month }) => kind === "actual" && firstDay(month) <= until);
  const spent = accruedCost(begun, until);
  if (spent === 0n) return null;
  const training = begun.filter(({ category }) => category === "training");
  const months = new Set(begun.map(({ month }) => month)).size;
  return { share: Number(accruedCost(training, until)) / Number(spent), months };
}

const [lookDays, beforeDays] = [28, 84];

/**
 * Who is to log, and who of them did in the last four weeks: whoever recorded a number of a weekly series in the twelve
 * weeks before those. Months are left out: four weeks may hold no day on which one is due.
 */
function contributorsOf(
  ctx: Context,
  series: readonly GovernedSeries[],
  until: string,
): FailureFacts["contributors"] {
  const [recent, before] = [addDays(until, -lookDays), addDays(until, -lookDays - beforeDays)];
  const recorded = series
    .filter(({ periodType }) => periodType === "week")
    .flatMap(({ revisions }) => revisions)
    .map(({ recordedBy, recordedAt }) => ({ recordedBy, day: dayOf(ctx, recordedAt) }))
    .filter(({ day }) => day > before && day <= until);
  const expected = new Set(recorded.filter(({ day }) => day <= recent).map(({ recordedBy }) => recordedBy));
  if (expected.size === 0) return null;
  const logged = new Set(recorded.filter(({ day }) => day > recent).map(({ recordedBy }) => recordedBy));
  return { expected: expected.size, logged: [...expected].filter((person) => logged.has(person)).length };
}
