import type { OfOrganisation } from "./of-organisation.ts";

/** A version of what is said of a thing: never changed, the next is another row. */
export interface VersionRow extends OfOrganisation {
  version: number;
  recorded_at: string;
  recorded_by: string;
}
