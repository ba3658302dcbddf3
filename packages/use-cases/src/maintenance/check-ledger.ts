import { controlSnapshotsOfBaselines } from "@liftledger/database/baseline-controls";
import { listCaseVersions, type CaseVersion } from "@liftledger/database/case-versions";
import { listBaselines } from "@liftledger/database/baselines";
import { snapshotsOfBaseline } from "@liftledger/database/baseline-snapshots";
import { integrityFaults } from "@liftledger/database/integrity";
import { listOrganisations } from "@liftledger/database/organisations";
import { listSeries, seriesCoverage, type Series } from "@liftledger/database/series";
import { allRevisions, isValue, latestSnapshots, type Snapshot } from "@liftledger/database/snapshots";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import type { Database } from "@liftledger/database/open-database";
import { addDecimals, isDecimal } from "@liftledger/numerics/decimal";
import { verifyChain } from "../audit/verify-audit.ts";
import { caseDigest } from "../business-cases/stored-plan.ts";
import { revisionDigest } from "../baselines/revision-digest.ts";

/** Something in a ledger that is not as it must be: where, and what. */
export interface LedgerFault {
  place: string;
  message: string;
}

/** What the series of one KPI add up to, from their latest revisions. */
export interface KpiTotal {
  organisationId: string;
  kpiKey: string;
  series: number;
  periods: number;
  revisions: number;
  numerator: string;
  denominator: string;
}

/** What a check found. */
export interface LedgerCheck {
  faults: LedgerFault[];
  totals: KpiTotal[];
}

/**
 * Looks through a whole ledger, in one state of it: the file and every reference; that the revisions of each period
 * count up from 1 in plain decimals; that the queries every figure comes from give the same totals, to the last
 * digit, as one plain pass over the rows; that each frozen baseline and each approved business case still has its
 * digest; and that each audit chain is whole.
 */
export async function checkLedger(db: Database): Promise<LedgerCheck> {
  return inSnapshot(db, async (tx) => {
    const faults: LedgerFault[] = await integrityFaults(tx);
    const totals: KpiTotal[] = [];
    for (const { organisationId } of await listOrganisations(tx)) {
      const chain = await verifyChain(tx, organisationId);
      if (chain.kind === "broken") {
        faults.push({ place: `audit chain of ${organisationId}`, message: chain.message });
      }
      faults.push(...(await checkCases(tx, organisationId)));
      const byKpi = new Map<string, KpiTotal>();
      for await (const series of everySeries(tx, organisationId)) {
        const total = byKpi.get(series.kpiKey) ?? emptyTotal(organisationId, series.kpiKey);
        byKpi.set(series.kpiKey, total);
        faults.push(...(await checkSeries(tx, organisationId, series, total)));
        faults.push(...(await checkBaselines(tx, organisationId, series)));
      }
      totals.push(...[...byKpi.values()].toSorted((a, b) => (a.kpiKey < b.kpiKey ? -1 : 1)));
    }
    return { faults, totals };
  });
}

async function* everySeries(db: Reader, organisationId: string): AsyncGenerator<Series> {
  let cursor: string | undefined;
  do {
    const page = await listSeries(db, organisationId, { limit: 500, cursor });
    yield* page.rows;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function checkSeries(
  db: Reader,
  organisationId: string,
  { seriesId }: Series,
  total: KpiTotal,
): Promise<LedgerFault[]> {
  const place = `series ${seriesId} of ${organisationId}`;
  const revisions = await allRevisions(db, organisationId, seriesId);
  const faults = revisionFaults(revisions).map((message) => ({ place, message }));
  if (faults.length > 0) return faults;
  const plain = sumOf([...new Map(revisions.map((row) => [row.period, row])).values()].filter(isValue));
  const asRead = sumOf(await latestSnapshots(db, organisationId, seriesId));
  const coverage = (await seriesCoverage(db, organisationId, [seriesId])).get(seriesId)?.periods ?? 0;
  if (textOf(plain) !== textOf(asRead) || plain.periods !== coverage) {
    const message = `its rows add up to ${textOf(plain)}, but are read as ${textOf(asRead)} in ${coverage} periods`;
    faults.push({ place, message });
  }
  total.series += 1;
  total.periods += plain.periods;
  total.revisions += revisions.length;
  total.numerator = addDecimals(total.numerator, plain.numerator);
  total.denominator = addDecimals(total.denominator, plain.denominator);
  return faults;
}

/** Revisions come in the order of period and revision. */
function revisionFaults(revisions: readonly Snapshot[]): string[] {
  return revisions.flatMap((row, place) => {
    const before = revisions[place - 1];
    const expected = before?.period === row.period ? before.revision + 1 : 1;
    const name = `revision ${row.revision} of ${row.period}`;
    return [
      ...(row.revision === expected ? [] : [`${name} stands where revision ${expected} belongs`]),
      ...[row.numerator, row.denominator]
        .filter((text) => !isDecimal(text))
        .map((text) => `${name} holds "${text}", which is no plain decimal`),
      ...(isValue(row) || (row.numerator === "0" && row.denominator === "0")
        ? []
        : [`${name} takes a value back, and holds ${row.numerator} / ${row.denominator}`]),
    ];
  });
}

async function checkBaselines(
  db: Reader,
  organisationId: string,
  { seriesId }: Series,
): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const { baselineId, digest } of await listBaselines(db, organisationId, seriesId)) {
    if (digest === null) continue;
    const compared = await controlSnapshotsOfBaselines(db, organisationId, [baselineId]);
    const controls = [...(compared.get(baselineId) ?? [])].map(([id, snapshots]) => ({
      seriesId: id,
      snapshots,
    }));
    const found = revisionDigest(await snapshotsOfBaseline(db, organisationId, baselineId), controls);
    if (found === digest) continue;
    const message = "the revisions it was frozen on are not those its digest was made of";
    faults.push({ place: `baseline ${baselineId} of ${organisationId}`, message });
  }
  return faults;
}

/** That a version of a business case still plans what it was approved with; a text that is no plan any more is none. */
async function checkCases(db: Reader, organisationId: string): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const version of await listCaseVersions(db, organisationId, { status: "with-digest" })) {
    if (digestOf(version) === version.digest) continue;
    const message = "its plan and terms are not those it was approved with";
    const place = `version ${version.number} of business case ${version.caseId} of ${organisationId}`;
    faults.push({ place, message });
  }
  return faults;
}

function digestOf(version: CaseVersion): string | null {
  try {
    return caseDigest(version);
  } catch {
    return null;
  }
}

function sumOf(rows: readonly Snapshot[]) {
  const sum = { periods: rows.length, numerator: "0", denominator: "0" };
  for (const row of rows) {
    sum.numerator = addDecimals(sum.numerator, row.numerator);
    sum.denominator = addDecimals(sum.denominator, row.denominator);
  }
  return sum;
}

function textOf({ periods, numerator, denominator }: ReturnType<typeof sumOf>): string {
  return `${numerator} / ${denominator} in ${periods} periods`;
}

function emptyTotal(organisationId: string, kpiKey: string): KpiTotal {
  return { organisationId, kpiKey, series: 0, periods: 0, revisions: 0, numerator: "0", denominator: "0" };
}
