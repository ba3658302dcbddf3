import { AlertRuleKey, type Alert as WireAlert } from "@liftledger/contracts/alert";
import { snoozesOfAlerts } from "@liftledger/database/alert-snoozes";
import { peopleOfAlerts, type Alert } from "@liftledger/database/alerts";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { alertHelp } from "@liftledger/roi/governance/alert-help";
import { alertRules, missingPeriodIn } from "@liftledger/roi/governance/alert-rules";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";

/** Alerts as they cross the wire, with who was told and whether the asker read them. */
export async function alertViews(ctx: Context, db: Reader, alerts: readonly Alert[]): Promise<WireAlert[]> {
  const ids = alerts.map(({ alertId }) => alertId);
  const told = Map.groupBy(await peopleOfAlerts(db, ctx.organisationId, ids), ({ alertId }) => alertId);
  const initiativeIds = [...new Set(alerts.flatMap(({ initiativeId }) => initiativeId ?? []))];
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, initiativeIds);
  const names = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const nameOf = await personNames(ctx, db);
  const snoozes = await snoozesOfAlerts(db, ctx.organisationId, ids);
  const putOff = new Map(
    snoozes.filter(({ backOn }) => backOn > ctx.today).map((snooze) => [snooze.alertId, snooze]),
  );
  return alerts.map(({ alertId, initiativeId, sentence, endSentence, ...alert }) => {
    const rule = AlertRuleKey.parse(alert.rule);
    const people = told.get(alertId) ?? [];
    const snooze = alert.endedAt === null ? putOff.get(alertId) : undefined;
    const own = people.find(({ personId }) => personId === ctx.actor.personId);
    return {
      alertId,
      rule,
      name: alertRules[rule].name,
      kind: alertRules[rule].kind,
      initiativeId,
      initiative: names.get(initiativeId ?? "") ?? null,
      text: sentence,
      whatToDo: alertHelp[rule],
      period: rule === "missing-week" ? missingPeriodIn(sentence) : null,
      since: alert.since,
      raisedAt: alert.raisedAt,
      endedAt: alert.endedAt,
      endText: endSentence,
      told: people.map(({ personId }) => nameOf(personId)).toSorted(),
      isMine: own !== undefined,
      readAt: own?.readAt ?? null,
      snooze:
        snooze === undefined
          ? null
          : {
              backOn: snooze.backOn,
              by: nameOf(snooze.snoozedBy),
              at: snooze.snoozedAt,
              reason: snooze.reason,
            },
    };
  });
}
