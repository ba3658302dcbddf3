import { versionsTable, type VersionOf } from "./versions-table.ts";

/** A version of who answers for what of an initiative. */
export type Responsibility = VersionOf<"initiativeId", "facts">;

export const {
  insert: insertResponsibility,
  find: findResponsibility,
  list: listResponsibilities,
} = versionsTable({
  table: "responsibilities",
  id: ["initiative_id", "initiativeId"],
  said: ["facts", "facts"],
});
