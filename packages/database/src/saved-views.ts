import { LostUpdateError, NotFoundError } from "./errors.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** What a person saved of a page's address under a name. */
export interface SavedView {
  viewId: string;
  personId: string;
  page: string;
  name: string;
  search: string;
  isShared: boolean;
  /** Whether the page opens with it, for the person who saved it. */
  isDefault: boolean;
  version: number;
  createdAt: string;
  changedAt: string;
}

/** Adds a view at version 1. */
export async function insertSavedView(
  tx: Writer,
  organisationId: string,
  view: Omit<SavedView, "version">,
): Promise<void> {
  await tx
    .insertInto("saved_views")
    .values({
      organisation_id: organisationId,
      view_id: view.viewId,
      person_id: view.personId,
      page: view.page,
      name: view.name,
      search: view.search,
      is_shared: Number(view.isShared),
      is_default: Number(view.isDefault),
      version: 1,
      created_at: view.createdAt,
      changed_at: view.changedAt,
      removed_at: null,
    })
    .execute();
}

/** A person's own view that stands; throws `NotFoundError`, for another's too. */
export async function getSavedView(
  db: Reader,
  organisationId: string,
  { viewId, personId }: Pick<SavedView, "viewId" | "personId">,
): Promise<SavedView> {
  const row = await viewsOf(db, organisationId)
    .where("view_id", "=", viewId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError("saved view", viewId);
  return asView(row);
}

const sorting: Sorting = {
  columns: { name: "name", createdAt: "created_at", viewId: "view_id" },
  key: ["viewId"],
  first: "name",
};

/** A page of the views a person may use: their own, and what others share. */
export async function listSavedViews(
  db: Reader,
  organisationId: string,
  { page, personId, ...request }: PageRequest & { page?: string | undefined; personId: string },
): Promise<Page<SavedView>> {
  let query = viewsOf(db, organisationId).where(({ or, eb }) =>
    or([eb("person_id", "=", personId), eb("is_shared", "=", 1)]),
  );
  if (page !== undefined) query = query.where("page", "=", page);
  const { rows, nextCursor } = pageFrom(
    await sortedPage(query, sorting, request).execute(),
    sorting,
    request,
  );
  return { rows: rows.map(asView), nextCursor };
}

/** Saves a view anew that is still at the version its owner read. Throws `LostUpdateError`. */
export async function updateSavedView(
  tx: Writer,
  organisationId: string,
  expectedVersion: number,
  view: Omit<SavedView, "version" | "createdAt" | "page">,
): Promise<void> {
  const result = await tx
    .updateTable("saved_views")
    .set({
      name: view.name,
      search: view.search,
      is_shared: Number(view.isShared),
      is_default: Number(view.isDefault),
      version: expectedVersion + 1,
      changed_at: view.changedAt,
    })
    .where("organisation_id", "=", organisationId)
    .where("view_id", "=", view.viewId)
    .where("version", "=", expectedVersion)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getSavedView(tx, organisationId, view);
  throw new LostUpdateError("saved view", view.viewId, expectedVersion, found.version);
}

/** A page opens with one view only: the person's others of that page do so no more. */
export async function clearDefaultViews(
  tx: Writer,
  organisationId: string,
  { personId, page }: Pick<SavedView, "personId" | "page">,
): Promise<void> {
  await tx
    .updateTable("saved_views")
    .set({ is_default: 0 })
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .where("page", "=", page)
    .where("is_default", "=", 1)
    .execute();
}

/** Removes a view: it is listed no more. */
export async function removeSavedView(
  tx: Writer,
  organisationId: string,
  viewId: string,
  removedAt: string,
): Promise<void> {
  await tx
    .updateTable("saved_views")
    .set({ removed_at: removedAt, is_default: 0 })
    .where("organisation_id", "=", organisationId)
    .where("view_id", "=", viewId)
    .execute();
}

function viewsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("saved_views")
    .select([
      "view_id as viewId",
      "person_id as personId",
      "page",
      "name",
      "search",
      "is_shared as isShared",
      "is_default as isDefault",
      "version",
      "created_at as createdAt",
      "changed_at as changedAt",
    ])
    .where("organisation_id", "=", organisationId)
    .where("removed_at", "is", null);
}

type StoredView = Omit<SavedView, "isShared" | "isDefault"> & { isShared: number; isDefault: number };

const asView = (row: StoredView): SavedView => ({
  ...row,
  isShared: row.isShared === 1,
  isDefault: row.isDefault === 1,
});
