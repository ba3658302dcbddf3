import type { Selectable } from "kysely";
import { z } from "zod";
import {
  controlsOfBaselines,
  freezeControls,
  insertControls,
  type BaselineControl,
} from "./baseline-controls.ts";
import { isOneOf } from "./columns.ts";
import { BaselineStatusError, LostUpdateError, NotFoundError } from "./errors.ts";
import type { JsonObject } from "./json.ts";
import { jsonText, parseJson, parseJsonObject } from "./json.ts";
import type { BaselinesTable } from "./schema/baseline-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** The pre-period and design from which a counterfactual is computed. */
export interface Baseline {
  baselineId: string;
  seriesId: string;
  preFrom: string | null;
  preTo: string | null;
  interventionStart: string;
  /** The last period it was asked to stand on; null for all up to the start. */
  windowTo: string | null;
  /** Periods within it that it was asked not to stand on: what they showed triggered the start. */
  leftOut: string[];
  /** The day on which a straight trend was declared, whether or not the history lets it be followed. */
  trendDeclaredOn: string | null;
  /** The series it was asked to be compared with, the best first; its design says which of them it is. */
  controls: BaselineControl[];
  /** What was asked to be done with them; null where the ladder decides. */
  controlMethod: "weigh" | "subtract" | null;
  design: JsonObject;
  rung: string;
  status: "draft" | "frozen" | "superseded";
  reasons: string[];
  digest: string | null;
  frozenAt: string | null;
  frozenBy: string | null;
  /** When another took its place, or it was unfrozen; null also where that was before it was kept. */
  supersededAt: string | null;
  supersededBy: string | null;
  /** Why it was unfrozen; null where a later one superseded it. */
  unfreezeReason: string | null;
  /** The baseline that was unfrozen for this one. */
  redraftOf: string | null;
  version: number;
  createdAt: string;
  createdBy: string;
}

/** What is given to draft a baseline. */
export type NewBaseline = Pick<
  Baseline,
  | "baselineId"
  | "seriesId"
  | "preFrom"
  | "preTo"
  | "interventionStart"
  | "windowTo"
  | "leftOut"
  | "trendDeclaredOn"
  | "controls"
  | "controlMethod"
  | "rung"
  | "reasons"
  | "redraftOf"
  | "createdAt"
  | "createdBy"
> & { design: object };

/** What freezing adds: the digest, and the snapshot revisions it is the digest of. */
export interface BaselineFreeze {
  digest: string;
  frozenAt: string;
  frozenBy: string;
  snapshots: readonly { period: string; revision: number }[];
  /** Of the series that its design names. */
  controlSnapshots?: readonly { seriesId: string; period: string; revision: number }[];
}

/** What superseding adds. */
export interface BaselineSuperseding {
  supersededAt: string;
  supersededBy: string;
  unfreezeReason?: string;
  /** The version that was read, where somebody decided on it. */
  version?: number | undefined;
}

/** Adds a baseline as a draft. */
export async function insertDraftBaseline(
  tx: Writer,
  organisationId: string,
  baseline: NewBaseline,
): Promise<void> {
  await tx
    .insertInto("baselines")
    .values({
      organisation_id: organisationId,
      baseline_id: baseline.baselineId,
      series_id: baseline.seriesId,
      pre_from: baseline.preFrom,
      pre_to: baseline.preTo,
      intervention_start: baseline.interventionStart,
      window_to: baseline.windowTo,
      left_out: jsonText(baseline.leftOut),
      trend_declared_on: baseline.trendDeclaredOn,
      control_method: baseline.controlMethod,
      design: jsonText(baseline.design),
      rung: baseline.rung,
      status: "draft",
      reasons: jsonText(baseline.reasons),
      digest: null,
      frozen_at: null,
      frozen_by: null,
      superseded_at: null,
      superseded_by: null,
      unfreeze_reason: null,
      redraft_of: baseline.redraftOf,
      version: 1,
      created_at: baseline.createdAt,
      created_by: baseline.createdBy,
    })
    .execute();
  await insertControls(tx, organisationId, baseline.baselineId, baseline.controls);
}

/** The baseline; throws `NotFoundError`. */
export async function getBaseline(db: Reader, organisationId: string, baselineId: string): Promise<Baseline> {
  const row = await baselinesOf(db, organisationId).where("baseline_id", "=", baselineId).executeTakeFirst();
  if (!row) throw new NotFoundError("baseline", baselineId);
  const controls = await controlsOfBaselines(db, organisationId, [baselineId]);
  return toBaseline(row, controls);
}

/** Every baseline of a series, oldest first. */
export async function listBaselines(
  db: Reader,
  organisationId: string,
  seriesId: string,
): Promise<Baseline[]> {
  const rows = await baselinesOf(db, organisationId)
    .where("series_id", "=", seriesId)
    .orderBy("baseline_id")
    .execute();
  return toBaselines(db, organisationId, rows);
}

/** Every baseline of several series in one query, oldest first. */
export async function listBaselinesOfSeries(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
): Promise<Baseline[]> {
  const rows = await baselinesOf(db, organisationId)
    .where(isOneOf(db, "series_id", seriesIds))
    .orderBy("baseline_id")
    .execute();
  return toBaselines(db, organisationId, rows);
}

/** Many baselines at once, by id; those that do not exist are left out. */
export async function listBaselinesByIds(
  db: Reader,
  organisationId: string,
  baselineIds: readonly string[],
): Promise<Baseline[]> {
  const rows = await baselinesOf(db, organisationId)
    .where(isOneOf(db, "baseline_id", baselineIds))
    .orderBy("baseline_id")
    .execute();
  return toBaselines(db, organisationId, rows);
}

/** Freezes a draft and keeps which revisions it stands on; throws `BaselineStatusError` or `NotFoundError`. */
export async function freezeBaseline(
  tx: Writer,
  organisationId: string,
  baselineId: string,
  freeze: BaselineFreeze,
): Promise<void> {
  await changeStatus(tx, organisationId, baselineId, "draft", {
    status: "frozen",
    digest: freeze.digest,
    frozen_at: freeze.frozenAt,
    frozen_by: freeze.frozenBy,
  });
  const rows = freeze.snapshots.map(({ period, revision }) => ({
    organisation_id: organisationId,
    baseline_id: baselineId,
    period,
    revision,
  }));
  if (rows.length > 0) await tx.insertInto("baseline_snapshots").values(rows).execute();
  await freezeControls(tx, organisationId, baselineId, freeze.controlSnapshots ?? []);
}

/**
 * Marks a frozen baseline as superseded, by a later one or because it was unfrozen; what it froze stays readable. Throws
 * `LostUpdateError` where it is not at the version given.
 */
export async function supersedeBaseline(
  tx: Writer,
  organisationId: string,
  baselineId: string,
  { supersededAt, supersededBy, unfreezeReason, version }: BaselineSuperseding,
): Promise<void> {
  if (version !== undefined) {
    const found = await getBaseline(tx, organisationId, baselineId);
    if (found.version !== version) throw new LostUpdateError("baseline", baselineId, version, found.version);
  }
  await changeStatus(tx, organisationId, baselineId, "frozen", {
    status: "superseded",
    superseded_at: supersededAt,
    superseded_by: supersededBy,
    unfreeze_reason: unfreezeReason ?? null,
  });
}

async function changeStatus(
  tx: Writer,
  organisationId: string,
  baselineId: string,
  needed: Baseline["status"],
  columns: Partial<BaselinesTable>,
): Promise<void> {
  const result = await tx
    .updateTable("baselines")
    .set(columns)
    .set((column) => ({ version: column("version", "+", 1) }))
    .where("organisation_id", "=", organisationId)
    .where("baseline_id", "=", baselineId)
    .where("status", "=", needed)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getBaseline(tx, organisationId, baselineId);
  throw new BaselineStatusError(baselineId, found.status, needed);
}

function baselinesOf(db: Reader, organisationId: string) {
  return db.selectFrom("baselines").selectAll().where("organisation_id", "=", organisationId);
}

async function toBaselines(
  db: Reader,
  organisationId: string,
  rows: readonly Selectable<BaselinesTable>[],
): Promise<Baseline[]> {
  const ids = rows.map((row) => row.baseline_id);
  const controls = await controlsOfBaselines(db, organisationId, ids);
  return rows.map((row) => toBaseline(row, controls));
}

function toBaseline(
  row: Selectable<BaselinesTable>,
  controls: ReadonlyMap<string, BaselineControl[]>,
): Baseline {
  return {
    baselineId: row.baseline_id,
    seriesId: row.series_id,
    preFrom: row.pre_from,
    preTo: row.pre_to,
    interventionStart: row.intervention_start,
    windowTo: row.window_to,
    leftOut: parseJson(z.array(z.string()), row.left_out),
    trendDeclaredOn: row.trend_declared_on,
    controls: controls.get(row.baseline_id) ?? [],
    controlMethod: row.control_method,
    design: parseJsonObject(row.design),
    rung: row.rung,
    status: row.status,
    reasons: parseJson(z.array(z.string()), row.reasons),
    digest: row.digest,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
    supersededAt: row.superseded_at,
    supersededBy: row.superseded_by,
    unfreezeReason: row.unfreeze_reason,
    redraftOf: row.redraft_of,
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
