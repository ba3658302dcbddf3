import type { HoldOutTerms } from "@liftledger/contracts/hold-out";
import { listBenefits, type Benefit } from "@liftledger/database/benefits";
import { getHoldOut, holdOutsOfBenefits, insertHoldOut, type HoldOut } from "@liftledger/database/hold-outs";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import { closesInForce } from "@liftledger/database/periods";
import { listSeriesByIds, type Series } from "@liftledger/database/series";
import type { Reader, Writer } from "@liftledger/database/transaction";
import type { FileRecord } from "@liftledger/files/read-records";
import type { Kpi } from "@liftledger/kpis/kpi";
import type { Audit } from "../../audit/audit.ts";
import type { Context } from "../../context.ts";
import { entryOf } from "../../entry-of.ts";
import { holdOutFaults } from "../../hold-outs/hold-out-faults.ts";
import { termsOf } from "../../hold-outs/hold-out-view.ts";
import { movedMonths } from "../../hold-outs/refuse-moved-months.ts";
import { closedSentences } from "../../periods/closed-months.ts";
import { ownsTeam } from "../../permissions.ts";
import { kpisOfSeries } from "../../series/series-view.ts";
import { holdOutFieldOf, holdOutIdentity, holdOutTermsOf } from "./hold-out-row.ts";
import {
  initiativesOf,
  onlyInitiative,
  unknownInitiative,
  type NamedInitiatives,
} from "./named-initiatives.ts";
import {
  faultOf,
  foreignTeamFault,
  tallyBy,
  valueOf,
  type CheckedRecords,
  type CheckedRow,
  type RecordWriter,
  type RowFault,
} from "./record-writer.ts";

/** What an initiative claims on a series, with the KPI of the series. */
interface Claim {
  readonly benefit: Benefit;
  readonly series: Series;
  readonly kpi: Kpi;
}

/** A row as a hold-out of a benefit that is there, or why it is none. */
interface StatedHoldOut {
  readonly record: FileRecord;
  readonly claim: Claim | null;
  /** The team of its initiative. */
  readonly teamId: string;
  readonly terms: HoldOutTerms | null;
  readonly fault: RowFault | null;
}

/**
 * Rows as hold-outs of benefits that are there, found by initiative and KPI. A benefit has one at most: what stands is
 * left as it is, also where it was changed since the file brought it, and another one of its benefit is refused.
 */
export const holdOutRecords: RecordWriter = async (ctx, db, { records, recipe }): Promise<CheckedRecords> => {
  const found = await initiativesOf(ctx, db, records);
  const claims = await claimsOf(ctx, db, found);
  const stated = records.map((record) => statedHoldOut(record, { found, claims, source: recipe.source }));
  const benefitIds = [...new Set(stated.flatMap(({ claim }) => claim?.benefit.benefitId ?? []))];
  const standing = await holdOutsOfBenefits(db, ctx.organisationId, benefitIds);
  const rows = await checkedRows(ctx, db, stated, standing);
  const chosen = (places: readonly number[]) => places.map((place) => stated[place] as StatedHoldOut);
  return {
    rows,
    existing: (madeBefore) => existingOf(standing, madeBefore),
    tallies: (places) => {
      const kpis = chosen(places).map(({ claim }) => claim?.kpi.name ?? "");
      return tallyBy("KPI", kpis);
    },
    write: (tx, audit, places) => write(ctx, tx, audit, chosen(places)),
  };
};

/** What the initiatives of a file claim, by initiative. */
async function claimsOf(ctx: Context, db: Reader, found: NamedInitiatives): Promise<Map<string, Claim[]>> {
  const initiativeIds = [...found.values()].flat().map(({ initiativeId }) => initiativeId);
  const benefits = await listBenefits(db, ctx.organisationId, { initiativeIds });
  const ids = [...new Set(benefits.map(({ seriesId }) => seriesId))];
  const series = await listSeriesByIds(db, ctx.organisationId, ids);
  const byId = new Map(series.map((one) => [one.seriesId, one]));
  const kpis = await kpisOfSeries(ctx, db, series);
  const claims = benefits.map((benefit) => ({
    benefit,
    series: entryOf(byId, benefit.seriesId),
    kpi: entryOf(kpis, benefit.seriesId),
  }));
  return Map.groupBy(claims, ({ benefit }) => benefit.initiativeId);
}

function statedHoldOut(
  record: FileRecord,
  ledger: {
    found: NamedInitiatives;
    claims: ReadonlyMap<string, readonly Claim[]>;
    source: string;
  },
): StatedHoldOut {
  const terms = holdOutTermsOf(record, ledger.source);
  const readTerms = "rule" in terms ? null : terms;
  const nothing = { record, claim: null, teamId: "", terms: readTerms };
  const initiative = onlyInitiative(ledger.found, record);
  if (initiative === null) {
    return { ...nothing, fault: unknownInitiative(ledger.found, valueOf(record, "initiative")) };
  }
  const claim = claimOf(record, initiative, ledger.claims.get(initiative.initiativeId) ?? []);
  if ("rule" in claim) return { ...nothing, fault: claim };
  const { teamId } = initiative;
  return { record, claim, teamId, terms: readTerms, fault: "rule" in terms ? terms : null };
}

/** The one claim that a row is about, by the name or key of its KPI and by the scope where the row says it. */
function claimOf(record: FileRecord, { name }: NamedInitiative, claims: readonly Claim[]): Claim | RowFault {
  const kpi = valueOf(record, "kpi");
  const scope = record.values["scope"];
  const wanted = kpi.toLowerCase();
  const ofKpi = claims.filter((claim) => [claim.kpi.key, claim.kpi.name.toLowerCase()].includes(wanted));
  const [only, another] = scope === undefined ? ofKpi : ofKpi.filter(({ series }) => series.scope === scope);
  if (only !== undefined && another === undefined) return only;
  const scopes = ofKpi.map(({ series }) => series.scope).join(", ");
  if (another !== undefined) {
    const message = `${name} claims this KPI for ${scopes}; the scope must say which`;
    return faultOf("kpi", kpi, "which-benefit", message);
  }
  if (ofKpi.length > 0) {
    return faultOf("scope", scope ?? null, "unknown-benefit", `${name} claims this KPI for ${scopes} only`);
  }
  const claimed = [...new Set(claims.map((claim) => claim.kpi.name))].join(", ");
  const message =
    claimed === ""
      ? `${name} claims nothing yet: add the benefit first`
      : `${name} claims nothing on this KPI, but on ${claimed}`;
  return faultOf("kpi", kpi, "unknown-benefit", message);
}

type Standing = ReadonlyMap<string, HoldOut>;

/** Each row with what forbids it if it is new: of rows of one benefit the first good one is its hold-out. */
async function checkedRows(
  ctx: Context,
  db: Reader,
  stated: readonly StatedHoldOut[],
  standing: Standing,
): Promise<CheckedRow[]> {
  const closedOf = await closedMonthsOf(ctx, db);
  const lineOfBenefit = new Map<string, number>();
  const rows: CheckedRow[] = [];
  for (const one of stated) {
    const { line } = one.record;
    const benefitId = one.claim?.benefit.benefitId ?? "";
    const fault =
      one.fault ??
      ownFault(ctx, one) ??
      secondFault(one, standing.has(benefitId), lineOfBenefit.get(benefitId)) ??
      (await closedOf(one));
    if (fault === null) lineOfBenefit.set(benefitId, line);
    rows.push({ line, identity: identityOf(one), text: textOf(one), fault });
  }
  return rows;
}

/** What forbids a hold-out by itself, or to this person. */
function ownFault(ctx: Context, { record, claim, teamId, terms }: StatedHoldOut): RowFault | null {
  if (!ownsTeam(ctx.actor, teamId)) return foreignTeamFault("initiative", valueOf(record, "initiative"));
  if (claim === null || terms === null) return null;
  const [fault] = holdOutFaults(terms, { kpi: claim.kpi, today: ctx.today });
  if (fault === undefined) return null;
  return faultOf(holdOutFieldOf(fault.field ?? ""), fault.seen ?? null, "wrong-hold-out", fault.message);
}

function secondFault(
  { record }: StatedHoldOut,
  isStanding: boolean,
  earlierLine: number | undefined,
): RowFault | null {
  if (!isStanding && earlierLine === undefined) return null;
  const message = isStanding
    ? "this benefit takes its lift from a hold-out already: change that one, or take it back first"
    : `line ${earlierLine} is a hold-out of the same benefit, which has one at most`;
  return faultOf("initiative", valueOf(record, "initiative"), "second-hold-out", message);
}

/** Says of a row which closed month it would move. */
async function closedMonthsOf(
  ctx: Context,
  db: Reader,
): Promise<(stated: StatedHoldOut) => Promise<RowFault | null>> {
  const closes = await closesInForce(db, ctx.organisationId);
  if (closes.size === 0) return async () => null;
  const say = await closedSentences(ctx, db, closes);
  return async ({ claim }) => {
    for (const month of claim === null ? [] : await movedMonths(ctx, db, claim)) {
      const closed = say(month, true);
      if (closed !== null) return faultOf("startedOn", month, "period-closed", closed);
    }
    return null;
  };
}

function identityOf({ record, claim, terms }: StatedHoldOut): string {
  if (claim === null || terms === null) return JSON.stringify(record.values);
  return holdOutIdentity(claim.benefit.benefitId, terms);
}

function textOf({ record, claim, terms }: StatedHoldOut): string {
  const what = `${valueOf(record, "initiative")}, ${claim?.kpi.name ?? valueOf(record, "kpi")}`;
  if (terms === null) return what;
  const { treated, heldOut, startedOn, endedOn } = terms;
  const days = endedOn === undefined ? `since ${startedOn}` : `${startedOn} to ${endedOn}`;
  return `${what}: ${treated.sum} of ${treated.units} with it, ${heldOut.sum} of ${heldOut.units} held out, ${days}`;
}

/** Those that stand by what they say, and those that earlier files brought and that were changed since. */
function existingOf(
  standing: Standing,
  madeBefore: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const standingIds = new Set([...standing.values()].map(({ holdOutId }) => holdOutId));
  const there = new Map(
    [...madeBefore].map(([identity, ids]) => [identity, ids.filter((id) => standingIds.has(id))]),
  );
  for (const holdOut of standing.values()) {
    there.set(holdOutIdentity(holdOut.benefitId, termsOf(holdOut)), [holdOut.holdOutId]);
  }
  return there;
}

/** Writes each with an entry of its own in the audit chain, as one that is logged by hand. */
async function write(ctx: Context, tx: Writer, audit: Audit, chosen: readonly StatedHoldOut[]) {
  const objectIds: string[] = [];
  const initiativeIds = new Set<string>();
  for (const { record, claim, terms } of chosen) {
    if (claim === null || terms === null) throw new Error(`Line ${record.line} is no hold-out.`);
    const { benefitId, initiativeId } = claim.benefit;
    const holdOutId = ctx.newId();
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    await insertHoldOut(tx, ctx.organisationId, { holdOutId, benefitId, terms, ...by });
    const after = await getHoldOut(tx, ctx.organisationId, holdOutId);
    audit({ action: "addHoldOut", noun: "hold-out", id: holdOutId, before: null, after });
    objectIds.push(holdOutId);
    initiativeIds.add(initiativeId);
  }
  return { objectIds, facts: { initiativeIds: [...initiativeIds].toSorted() } };
}
