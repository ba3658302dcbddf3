import type { AlertSettingsFields } from "@liftledger/contracts/alert-settings";
import type { Notice } from "@liftledger/contracts/notice";
import { hasDigest, insertDigest } from "@liftledger/database/digests";
import { listMembers } from "@liftledger/database/members";
import { inTransaction, type Writer } from "@liftledger/database/transaction";
import { listWebhooks } from "@liftledger/database/webhooks";
import { addDays } from "@liftledger/kpis/iso-date";
import { addPeriods, firstDay } from "@liftledger/kpis/period";
import { isQuiet } from "@liftledger/roi/governance/quiet-hours";
import { alertSettingsInForce } from "../alerts/alert-settings.ts";
import { hooksFor, queueNotice, type Receiver } from "../alerts/queue-notice.ts";
import type { Context } from "../context.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { getDigest, lastEnded } from "./get-digest.ts";

/** Sends the digests that are due on the organisation's day, each of a week or a month once. */
export async function sendDigests(ctx: Context): Promise<number> {
  const { db, organisationId, now, timeZone = "UTC" } = ctx;
  const { fields } = await alertSettingsInForce(ctx, db.read);
  if (fields.quietHours !== null && isQuiet(Date.parse(now), { timeZone, ...fields.quietHours })) return 0;
  let sent = 0;
  for (const kind of ["weekly", "monthly"] as const) {
    const period = lastEnded(ctx.today, kind);
    if (!fields[kind].isOn || ctx.today < dueOn(fields, kind, period)) continue;
    if (await hasDigest(db.read, organisationId, { kind, period })) continue;
    const digest = await getDigest(ctx, { kind, period });
    const isMade = await inTransaction(db, async (tx) => {
      if (!(await insertDigest(tx, organisationId, { kind, period, madeAt: now }))) return false;
      const organisation = { id: organisationId, name: (await getOrganisation(ctx, tx)).name };
      const path = `/${organisationId}/digests?kind=${kind}&period=${period}`;
      const notice: Omit<Notice, "id" | "at"> = {
        kind: "digest",
        organisation,
        title: digest.title,
        text: digest.sections.length === 0 ? "There is nothing to tell." : "",
        alert: null,
        digest,
        path,
      };
      await queueNotice(ctx, tx, notice, await receivers(ctx, tx, fields, kind));
      return true;
    });
    if (isMade) sent += 1;
  }
  return sent;
}

/** The day on which the digest of a period is due, in the period after it. */
function dueOn(fields: AlertSettingsFields, kind: "weekly" | "monthly", period: string): string {
  const next = firstDay(addPeriods(period, 1));
  return addDays(next, (kind === "weekly" ? fields.weekly.weekday : fields.monthly.day) - 1);
}

async function receivers(
  ctx: Context,
  tx: Writer,
  fields: AlertSettingsFields,
  kind: "weekly" | "monthly",
): Promise<Receiver[]> {
  const hooks = hooksFor(await listWebhooks(tx, ctx.organisationId), kind);
  if (!fields.mail) return hooks;
  const { to } = fields[kind];
  const owners = new Set((await allInitiatives(ctx, tx)).filter(isUnderWay).map(({ ownerId }) => ownerId));
  const people = (await listMembers(tx, ctx.organisationId))
    .filter(({ joinedAt, removedAt }) => joinedAt !== null && removedAt === null)
    .filter(
      ({ personId, role }) =>
        (role !== "viewer" && to.includes(role)) || (to.includes("owner") && owners.has(personId)),
    );
  return [...people.map(({ personId }) => ({ channel: "mail" as const, personId })), ...hooks];
}
