import type { Selectable } from "kysely";
import type { AccessLinksTable } from "./schema/organisation-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A link that was printed or handed over. Only the digest of its token is kept. */
export interface KeptAccessLink {
  linkId: string;
  kind: "set-up" | "invitation" | "password-reset";
  digest: string;
  /** Whom it lets in; null on a set-up link. */
  personId: string | null;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  /** When it was used, or another took its place. */
  endedAt: string | null;
}

/** Adds a link; those of the same kind for the same person no longer count. */
export async function insertAccessLink(
  tx: Writer,
  organisationId: string,
  link: Omit<KeptAccessLink, "endedAt">,
): Promise<void> {
  await endAccessLinks(tx, organisationId, link.personId, link.createdAt);
  await tx
    .insertInto("access_links")
    .values({
      organisation_id: organisationId,
      link_id: link.linkId,
      kind: link.kind,
      digest: link.digest,
      person_id: link.personId,
      created_at: link.createdAt,
      created_by: link.createdBy,
      expires_at: link.expiresAt,
      ended_at: null,
    })
    .execute();
}

/** The link of an id, whatever became of it, or undefined. */
export async function findAccessLink(
  db: Reader,
  organisationId: string,
  linkId: string,
): Promise<KeptAccessLink | undefined> {
  const row = await db
    .selectFrom("access_links")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("link_id", "=", linkId)
    .executeTakeFirst();
  return row && toLink(row);
}

/** Ends every link that lets a person in; null ends the set-up links. */
export async function endAccessLinks(
  tx: Writer,
  organisationId: string,
  personId: string | null,
  now: string,
): Promise<void> {
  const links = tx
    .updateTable("access_links")
    .set({ ended_at: now })
    .where("organisation_id", "=", organisationId)
    .where("ended_at", "is", null);
  await (
    personId === null ? links.where("person_id", "is", null) : links.where("person_id", "=", personId)
  ).execute();
}

function toLink(row: Selectable<AccessLinksTable>): KeptAccessLink {
  return {
    linkId: row.link_id,
    kind: row.kind,
    digest: row.digest,
    personId: row.person_id,
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  };
}
