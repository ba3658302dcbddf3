import { openAlertsRaisedBefore, updateAlert } from "@liftledger/database/alerts";
import type { Writer } from "@liftledger/database/transaction";
import { alertRules, type AlertKey } from "@liftledger/roi/governance/alert-rules";
import type { Context } from "../context.ts";

/** A change has no end of its own: it stands among what is open for so long. */
const daysOpen = 14;

/** Ends what was told of a change two weeks ago; nobody is told so. */
export async function endOldChanges(ctx: Context, tx: Writer): Promise<void> {
  const before = new Date(Date.parse(ctx.now) - daysOpen * 86_400_000).toISOString();
  const changes = (Object.keys(alertRules) as AlertKey[]).filter((key) => alertRules[key].kind === "change");
  const end = { endedAt: ctx.now, endSentence: `It was told ${daysOpen} days ago.` };
  for (const { alertId } of await openAlertsRaisedBefore(tx, ctx.organisationId, { rules: changes, before }))
    await updateAlert(tx, ctx.organisationId, alertId, end);
}
