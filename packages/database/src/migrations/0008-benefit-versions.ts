import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

interface BenefitRow {
  organisation_id: string;
  benefit_id: string;
  baseline_id: string | null;
  created_at: string;
  version: number;
}

interface VersionRow {
  organisation_id: string;
  benefit_id: string;
  version: number;
  baseline_id: string | null;
  withdrawn: number;
  recorded_at: string;
}

/**
 * On which baseline a benefit stood at any instant, and until when it was claimed: a report as of an earlier day
 * reads the version of that day. What happened before this table there was is told by the audit chain.
 */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "benefit_versions", {
    columns: {
      benefit_id: "text",
      version: "integer",
      baseline_id: "text?",
      withdrawn: "integer",
      recorded_at: "text",
    },
    key: ["benefit_id", "version"],
    references: [{ columns: ["benefit_id"], table: "benefits", onDelete: "cascade" }],
    reachesOrganisationThroughReference: true,
  });
  const told = await toldVersions(db);
  const benefits: BenefitRow[] = await db
    .selectFrom("benefits")
    .select(["organisation_id", "benefit_id", "baseline_id", "created_at", "version"])
    .execute();
  const rows = benefits.flatMap((benefit) => versionsOf(benefit, told.get(keyOf(benefit)) ?? []));
  for (let start = 0; start < rows.length; start += 1000) {
    await db
      .insertInto("benefit_versions")
      .values(rows.slice(start, start + 1000))
      .execute();
  }
}

/** The versions that the audit chain tells of, by benefit, earliest first. */
async function toldVersions(db: AnyKysely): Promise<Map<string, VersionRow[]>> {
  const entries: { organisation_id: string; object_id: string; after: string; recorded_at: string }[] =
    await db
      .selectFrom("audit_entries")
      .select(["organisation_id", "object_id", "after", "recorded_at"])
      .where("noun", "=", "benefit")
      .where("after", "is not", null)
      .orderBy("sequence")
      .execute();
  const rows = entries.flatMap(({ organisation_id, object_id, after, recorded_at }): VersionRow[] => {
    const { version, baselineId = null } = JSON.parse(after);
    if (typeof version !== "number") return [];
    return [
      { organisation_id, benefit_id: object_id, version, baseline_id: baselineId, withdrawn: 0, recorded_at },
    ];
  });
  return Map.groupBy(rows, keyOf);
}

/** Each version once, and at least what stands now. */
function versionsOf(benefit: BenefitRow, told: readonly VersionRow[]): VersionRow[] {
  const { organisation_id, benefit_id, baseline_id, created_at, version } = benefit;
  const byVersion = new Map(told.map((row) => [row.version, row]));
  if (!byVersion.has(version)) {
    const now = { organisation_id, benefit_id, version, baseline_id, withdrawn: 0, recorded_at: created_at };
    byVersion.set(version, now);
  }
  return [...byVersion.values()];
}

function keyOf({ organisation_id, benefit_id }: { organisation_id: string; benefit_id: string }): string {
  return `${organisation_id} ${benefit_id}`;
}
