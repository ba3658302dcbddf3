import {
  deleteAlertState,
  findAlertLook,
  keepAlertLook,
  keepAlertState,
  listAlertStates,
  type AlertState,
} from "@liftledger/database/alert-states";
import { updateAlert } from "@liftledger/database/alerts";
import { findAuditHead } from "@liftledger/database/audit-entries";
import type { AlertSettingsFields } from "@liftledger/contracts/alert-settings";
import { inTransaction, type Writer } from "@liftledger/database/transaction";
import { advanceAlerts, type KeptAlert } from "@liftledger/roi/governance/advance-alerts";
import { alertRules, type AlertKey } from "@liftledger/roi/governance/alert-rules";
import { isQuiet } from "@liftledger/roi/governance/quiet-hours";
import type { Context } from "../context.ts";
import { alertSettingsInForce } from "./alert-settings.ts";
import { endOldChanges } from "./end-old-changes.ts";
import { observeOrganisation } from "./observe-organisation.ts";
import { subjectKey, type Observed } from "./observed.ts";
import { tellAlerts } from "./tell-alerts.ts";

/** What a look did. */
type Looked = Record<"looked" | "raised" | "recovered", number>;

const nothing: Looked = { looked: 0, raised: 0, recovered: 0 };

/**
 * Looks at everything the rules look at, and tells what began and what ended: how a thing stands, the alert, who is
 * told and what is sent to them are written in one transaction, so that of two processes one tells it, and a crash leaves
 * all of it or nothing. Where nothing was recorded since the last look of this day, and no quiet hours held anything
 * back, there is nothing to look at.
 */
export async function lookForAlerts(ctx: Context, signal: AbortSignal): Promise<Looked> {
  const { db, organisationId, now: lookedAt, today: lookedOn } = ctx;
  const head = await findAuditHead(db.read, organisationId);
  const ledgerPlace = head === undefined ? "" : `${head.sequence} ${head.hash}`;
  if (await isNothingToLookAt(ctx, ledgerPlace)) return nothing;
  const seen = await observeOrganisation(ctx, signal);
  signal.throwIfAborted();
  return inTransaction(
    db,
    async (tx) => {
      const { ledgerPlace: latest = "" } = (await findAlertLook(tx, organisationId)) ?? {};
      // Another process looked at a later state meanwhile: what is seen here is over.
      if (sequenceOf(latest) > sequenceOf(ledgerPlace)) return nothing;
      const looked = await advance(ctx, tx, seen);
      await keepAlertLook(tx, organisationId, { lookedAt, lookedOn, ledgerPlace });
      return looked;
    },
    { turnOf: organisationId },
  );
}

async function isNothingToLookAt(ctx: Context, ledgerPlace: string): Promise<boolean> {
  const { read } = ctx.db;
  const last = await findAlertLook(read, ctx.organisationId);
  if (last?.ledgerPlace !== ledgerPlace || last.lookedOn !== ctx.today) return false;
  const { fields } = await alertSettingsInForce(ctx, read);
  if (isQuietNow(ctx, fields)) return true;
  const states = await listAlertStates(read, ctx.organisationId);
  return states.every(({ stage }) => stage === "told" || stage === "known");
}

function sequenceOf(ledgerPlace: string): number {
  return Number(ledgerPlace.split(" ")[0]);
}

async function advance(ctx: Context, tx: Writer, seen: readonly Observed[]): Promise<Looked> {
  const { fields } = await alertSettingsInForce(ctx, tx);
  const states = await endSwitchedOff(ctx, tx, fields);
  const wanted = seen.filter(({ observation }) => fields.rules[observation.rule].isOn);
  const all = [...wanted, ...vanished(states, wanted)];
  const now = { at: ctx.now, quiet: isQuietNow(ctx, fields) };
  const { kept, notices } = advanceAlerts(
    states.map(engineState),
    all.map(({ observation }) => observation),
    now,
  );
  const alertIds = await tellAlerts(ctx, tx, { fields, states, seen: all, notices });
  await keepStates(ctx, tx, states, kept, alertIds);
  await endOldChanges(ctx, tx);
  const count = (kind: "raised" | "recovered") => notices.filter((notice) => notice.kind === kind).length;
  return { looked: all.length, raised: count("raised"), recovered: count("recovered") };
}

/** Of a rule that is off nothing is kept; what people were told of it is over, and nobody is told so. */
async function endSwitchedOff(
  ctx: Context,
  tx: Writer,
  { rules }: AlertSettingsFields,
): Promise<AlertState[]> {
  const states = await listAlertStates(tx, ctx.organisationId);
  const off = states.filter(({ rule }) => !rules[rule as AlertKey].isOn);
  for (const state of off) {
    await deleteAlertState(tx, ctx.organisationId, state);
    const end = { endedAt: ctx.now, endSentence: "Its rule was switched off." };
    if (state.alertId !== null) await updateAlert(tx, ctx.organisationId, state.alertId, end);
  }
  return states.filter((state) => !off.includes(state));
}

/** What is not there any more: an initiative that ended, a claim that was withdrawn. Its alert ends. */
function vanished(states: readonly AlertState[], seen: readonly Observed[]): Observed[] {
  const there = new Set(seen.map(({ observation }) => subjectKey(observation)));
  const gone = states.filter(
    (state) => !there.has(subjectKey(state)) && alertRules[state.rule as AlertKey].kind === "state",
  );
  return gone.map(({ rule, subject, sentence }) => {
    const text = `What this was about has ended, or was changed to something else: “${sentence}”`;
    return {
      observation: { rule: rule as AlertKey, subject, state: "off", text, mark: "" },
      initiativeIds: [],
    };
  });
}

function isQuietNow({ now, timeZone = "UTC" }: Context, { quietHours }: AlertSettingsFields): boolean {
  return quietHours !== null && isQuiet(Date.parse(now), { timeZone, ...quietHours });
}

function engineState({ rule, subject, stage, sentence, since, mark, knownMark }: AlertState): KeptAlert {
  return { rule: rule as AlertKey, subject, stage, text: sentence, since, mark, knownMark };
}

/** Writes what changed of the states; what is open reads as it was seen last. */
async function keepStates(
  ctx: Context,
  tx: Writer,
  before: readonly AlertState[],
  kept: readonly KeptAlert[],
  alertIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { organisationId } = ctx;
  const known = new Map(before.map((state) => [subjectKey(state), state]));
  for (const { text: sentence, ...engine } of kept) {
    const key = subjectKey(engine);
    const state: AlertState = { ...engine, sentence, alertId: alertIds.get(key) ?? null };
    const was = known.get(key);
    known.delete(key);
    if (was !== undefined && isSame(was, state)) continue;
    await keepAlertState(tx, organisationId, state);
    const isOpen = state.stage === "told" && was?.alertId === state.alertId && was.sentence !== sentence;
    if (isOpen && state.alertId !== null) await updateAlert(tx, organisationId, state.alertId, { sentence });
  }
  for (const gone of known.values()) await deleteAlertState(tx, organisationId, gone);
}

function isSame(one: AlertState, other: AlertState): boolean {
  return (Object.keys(one) as (keyof AlertState)[]).every((field) => one[field] === other[field]);
}
