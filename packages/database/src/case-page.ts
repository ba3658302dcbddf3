import type { BusinessCase } from "./business-cases.ts";
import type { CaseStatus } from "./case-versions.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader } from "./transaction.ts";

/** A case with what a list of cases is ordered by. */
export interface ListedCase extends BusinessCase {
  initiative: string;
  latestStatus: CaseStatus;
  changedAt: string;
}

/** Which cases. */
export interface CaseFilter {
  initiativeId?: string | undefined;
  /** Of the latest version. */
  latestStatus?: CaseStatus | undefined;
  retired?: boolean | undefined;
}

const sorting: Sorting = {
  columns: {
    caseId: "listed.caseId",
    name: "listed.name",
    initiative: "listed.initiative",
    createdAt: "listed.createdAt",
    changedAt: "listed.changedAt",
    latestStatus: "listed.latestStatus",
  },
  key: ["caseId"],
  first: "-changedAt",
};

/** A page of the business cases, the one changed last first unless another order is asked for. */
export async function pageBusinessCases(
  db: Reader,
  organisationId: string,
  { initiativeId, latestStatus, retired, ...request }: PageRequest & CaseFilter,
): Promise<Page<ListedCase>> {
  let query = db.selectFrom(listedCases(db, organisationId).as("listed")).selectAll();
  if (initiativeId !== undefined) query = query.where("listed.initiativeId", "=", initiativeId);
  if (latestStatus !== undefined) query = query.where("listed.latestStatus", "=", latestStatus);
  if (retired !== undefined) {
    query = query.where(({ exists, not, selectFrom }) => {
      const retirement = exists(
        selectFrom("retirements")
          .select("retirements.object_id")
          .where("retirements.organisation_id", "=", organisationId)
          .where("retirements.noun", "=", "business-case")
          .where("retirements.restored_at", "is", null)
          .whereRef("retirements.object_id", "=", "listed.caseId"),
      );
      return retired ? retirement : not(retirement);
    });
  }
  const rows = await sortedPage(query, sorting, request).execute();
  return pageFrom(rows, sorting, request);
}

/** Every case with its initiative's name, how far its latest version is and when anything last happened to that. */
function listedCases(db: Reader, organisationId: string) {
  return db
    .selectFrom(withLatestVersion(db, organisationId).as("latest"))
    .select(({ eb, ref }) => [
      "latest.caseId",
      "latest.initiativeId",
      "latest.name",
      "latest.version",
      "latest.createdAt",
      "latest.createdBy",
      "latest.initiative",
      "latest.latestStatus",
      eb
        .case()
        .when("latest.ended", ">", ref("latest.written"))
        .then(ref("latest.ended"))
        .else(ref("latest.written"))
        .end()
        .as("changedAt"),
    ]);
}

function withLatestVersion(db: Reader, organisationId: string) {
  return db
    .selectFrom("business_cases as kept")
    .innerJoin("case_versions as version", (join) =>
      join
        .onRef("version.organisation_id", "=", "kept.organisation_id")
        .onRef("version.case_id", "=", "kept.case_id"),
    )
    .innerJoin("initiatives", (join) =>
      join
        .onRef("initiatives.organisation_id", "=", "kept.organisation_id")
        .onRef("initiatives.initiative_id", "=", "kept.initiative_id"),
    )
    .where("kept.organisation_id", "=", organisationId)
    .where(({ eb, selectFrom }) =>
      eb(
        "version.number",
        "=",
        selectFrom("case_versions as every")
          .select(({ fn }) => fn.max("every.number").as("number"))
          .whereRef("every.organisation_id", "=", "kept.organisation_id")
          .whereRef("every.case_id", "=", "kept.case_id"),
      ),
    )
    .select(({ eb, fn, ref, val }) => [
      "kept.case_id as caseId",
      "kept.initiative_id as initiativeId",
      "kept.name as name",
      "kept.version as version",
      "kept.created_at as createdAt",
      "kept.created_by as createdBy",
      "initiatives.name as initiative",
      "version.status as latestStatus",
      eb
        .case()
        .when("version.submitted_at", ">", ref("version.changed_at"))
        .then(ref("version.submitted_at"))
        .else(ref("version.changed_at"))
        .end()
        .$notNull()
        .as("written"),
      // A version is decided before it ends; text of none comes before every instant.
      fn.coalesce("version.ended_at", "version.decided_at", val("")).as("ended"),
    ]);
}
