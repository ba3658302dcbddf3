import { versionsTable, type VersionOf } from "./versions-table.ts";

/** A version of what lets an initiative run in production. */
export type ProductionFacts = VersionOf<"initiativeId", "facts">;

export const {
  insert: insertProductionFacts,
  find: findProductionFacts,
  latestOf: latestProductionFacts,
  latestOfAll: currentProductionFacts,
  list: listProductionFacts,
} = versionsTable({
  table: "production_facts",
  id: ["initiative_id", "initiativeId"],
  said: ["facts", "facts"],
});
