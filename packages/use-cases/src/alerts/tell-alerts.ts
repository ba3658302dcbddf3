import type { AlertSettingsFields } from "@liftledger/contracts/alert-settings";
import { getAlert, insertAlert, peopleOfAlerts, updateAlert } from "@liftledger/database/alerts";
import type { AlertState } from "@liftledger/database/alert-states";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Writer } from "@liftledger/database/transaction";
import { listWebhooks } from "@liftledger/database/webhooks";
import type { AlertNotice } from "@liftledger/roi/governance/advance-alerts";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { alertNotice } from "./alert-notice.ts";
import { subjectKey, type Observed } from "./observed.ts";
import { hooksFor, queueNotice, type Receiver } from "./queue-notice.ts";
import { readRecipients } from "./recipients.ts";

/** What there is to tell, and of what. */
interface ToTell {
  fields: AlertSettingsFields;
  states: readonly AlertState[];
  seen: readonly Observed[];
  notices: readonly AlertNotice[];
}

/**
 * Writes what began as alerts, with who is told of them, ends those that are over, and queues mails and calls of
 * webhooks for both. Answers the alert of each rule and thing that has one.
 */
export async function tellAlerts(
  ctx: Context,
  tx: Writer,
  { fields, states, seen, notices }: ToTell,
): Promise<Map<string, string>> {
  const alertIds = new Map(
    states.flatMap((state) => (state.alertId === null ? [] : [[subjectKey(state), state.alertId]])),
  );
  if (notices.length === 0) return alertIds;
  const concerned = new Map(seen.map((one) => [subjectKey(one.observation), one]));
  const initiativeIds = seen.flatMap((one) => one.initiativeIds);
  const tell = await teller(ctx, tx, fields, initiativeIds);
  for (const notice of notices) {
    const key = subjectKey(notice);
    const about = concerned.get(key) ?? { initiativeIds: [] };
    alertIds.set(key, await tell(notice, about, alertIds.get(key)));
  }
  return alertIds;
}

async function teller(
  ctx: Context,
  tx: Writer,
  fields: AlertSettingsFields,
  initiativeIds: readonly string[],
) {
  const { organisationId } = ctx;
  const organisation = { id: organisationId, name: (await getOrganisation(ctx, tx)).name };
  const recipients = await readRecipients(ctx, tx, initiativeIds);
  const hooks = hooksFor(await listWebhooks(tx, organisationId), "alerts");

  const send = async (notice: AlertNotice, alertId: string, initiativeId: string | null, told: string[]) => {
    const ids = initiativeId === null ? [] : [initiativeId];
    const [row] = await listInitiativesByIds(tx, organisationId, ids);
    const initiative = row === undefined ? null : { id: row.initiativeId, name: row.name };
    const mails = fields.mail ? told.filter((personId) => recipients.isActive(personId)) : [];
    const receivers: Receiver[] = [
      ...mails.map((personId) => ({ channel: "mail" as const, personId })),
      ...hooks,
    ];
    await queueNotice(ctx, tx, alertNotice(notice, { alertId, organisation, initiative }), receivers);
  };

  return async (
    notice: AlertNotice,
    { initiativeIds: concerned, ownerIds }: Omit<Observed, "observation">,
    known?: string,
  ): Promise<string> => {
    if (notice.kind === "recovered" && known !== undefined) {
      await updateAlert(tx, organisationId, known, { endedAt: ctx.now, endSentence: notice.text });
      const { initiativeId } = await getAlert(tx, organisationId, known);
      const told = await peopleOfAlerts(tx, organisationId, [known]);
      await send(
        notice,
        known,
        initiativeId,
        told.map(({ personId }) => personId),
      );
      return known;
    }
    const alertId = ctx.newId();
    const told = recipients.of(fields.rules[notice.rule].to, concerned, ownerIds);
    const initiativeId = concerned[0] ?? null;
    const { rule, subject, text: sentence, since } = notice;
    // What changed again is told anew: the earlier change is over.
    if (known !== undefined) {
      const end = { endedAt: ctx.now, endSentence: "It changed again." };
      await updateAlert(tx, organisationId, known, end);
    }
    const alert = { alertId, rule, subject, initiativeId, sentence, since, raisedAt: ctx.now, endedAt: null };
    await insertAlert(tx, organisationId, alert, told);
    await send(notice, alertId, initiativeId, told);
    return alertId;
  };
}
