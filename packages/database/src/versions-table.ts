import { sql } from "kysely";
import { isOneOf } from "./columns.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A version of what is said of a thing. Never changed: what is said later is the next version. */
export type VersionOf<Id extends string, Said extends string> = {
  /** From 1. */
  version: number;
  recordedAt: string;
  recordedBy: string;
} & Record<Id, string> &
  /** JSON, whose shape belongs to the caller. */
  Record<Said, string>;

/** Where versions stand, and what id and text of a row are called: in the table, and outside it. */
interface Naming<Id extends string, Said extends string> {
  table:
    | "candidate_estimates"
    | "data_asset_versions"
    | "production_facts"
    | "responsibilities"
    | "tool_versions"
    | "workflow_versions";
  id: readonly [column: string, name: Id];
  said: readonly [column: string, name: Said];
}

/** What a row has beside what every row of versions has, in the table that stands for all in the types. */
type OwnColumns = Record<"tool_id" | "facts", string>;

interface Known {
  /** Only what was recorded by this instant. */
  asOf?: string | undefined;
}

const sorting: Sorting = {
  columns: { version: "version", recordedAt: "recorded_at" },
  key: ["version"],
  first: "-version",
  integers: ["version"],
};

/** How every table of versions is written and read: its rows differ in what they are about alone. */
export function versionsTable<Id extends string, Said extends string>(naming: Naming<Id, Said>) {
  type Version = VersionOf<Id, Said>;
  const { id, said } = naming;
  // They differ in the names of two columns, which are said by name below: one of them stands for all in the types.
  const table = naming.table as "tool_versions";

  const selected = (db: Reader, organisationId: string) =>
    db
      .selectFrom(table)
      .select([
        sql<string>`${sql.ref(id[0])}`.as(id[1]),
        "version",
        sql<string>`${sql.ref(said[0])}`.as(said[1]),
        "recorded_at as recordedAt",
        "recorded_by as recordedBy",
      ])
      .where("organisation_id", "=", organisationId)
      .$castTo<Version>();

  const ofOne = (db: Reader, organisationId: string, one: string) =>
    selected(db, organisationId).where(sql<boolean>`${sql.ref(id[0])} = ${one}`);

  const latest = (db: Reader, organisationId: string, { asOf }: Known) => {
    const column = (of: string, name: string) => sql.ref(`${of}.${name}`);
    const known = asOf === undefined ? sql`` : sql`and ${column("later", "recorded_at")} <= ${asOf}`;
    const isLatest = sql<boolean>`not exists (
      select 1 from ${sql.table(table)} as later
      where ${column("later", "organisation_id")} = ${column(table, "organisation_id")}
        and ${column("later", id[0])} = ${column(table, id[0])}
        and ${column("later", "version")} > ${column(table, "version")} ${known})`;
    const query = selected(db, organisationId).where(isLatest).orderBy(sql.ref(id[0]));
    return asOf === undefined ? query : query.where("recorded_at", "<=", asOf);
  };

  return {
    /** Adds a version; two at once are a unique `ConstraintError` for the later. */
    async insert(tx: Writer, organisationId: string, row: Version): Promise<void> {
      const { version, recordedAt, recordedBy } = row;
      const about: Record<string, string> = { [id[0]]: row[id[1]], [said[0]]: row[said[1]] };
      const recorded = { recorded_at: recordedAt, recorded_by: recordedBy };
      await tx
        .insertInto(table)
        .values({ organisation_id: organisationId, ...(about as OwnColumns), version, ...recorded })
        .execute();
    },

    /** The latest version of one thing that was recorded by an instant; undefined where none was. */
    async find(
      db: Reader,
      organisationId: string,
      one: string,
      { asOf }: Known = {},
    ): Promise<Version | undefined> {
      let query = ofOne(db, organisationId, one).orderBy("version", "desc").limit(1);
      if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
      return query.executeTakeFirst();
    },

    /** The latest version of each of some things that was recorded by an instant, by id; what has none is left out. */
    async latestOf(
      db: Reader,
      organisationId: string,
      ids: readonly string[],
      known: Known = {},
    ): Promise<Map<string, Version>> {
      const rows = await latest(db, organisationId, known)
        .where(isOneOf(db, id[0], ids))
        .execute();
      return new Map(rows.map((row) => [row[id[1]], row]));
    },

    /** The latest version of everything that was recorded by an instant, in the order of the ids. */
    async latestOfAll(db: Reader, organisationId: string, known: Known = {}): Promise<Version[]> {
      return latest(db, organisationId, known).execute();
    },

    /** A page of the versions of one thing, the latest first unless another order is asked for. */
    async list(
      db: Reader,
      organisationId: string,
      request: PageRequest & Record<Id, string>,
    ): Promise<Page<Version>> {
      const query = sortedPage(ofOne(db, organisationId, request[id[1]]), sorting, request);
      return pageFrom(await query.execute(), sorting, request);
    },
  };
}
