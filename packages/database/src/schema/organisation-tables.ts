import type { OfOrganisation } from "./of-organisation.ts";

export interface OrganisationsTable extends OfOrganisation {
  name: string;
  kind: "default" | "demo";
  currency: string;
  time_zone: string;
  created_at: string;
  version: number;
}

interface TeamsTable extends OfOrganisation {
  team_id: string;
  name: string;
  version: number;
}

interface PeopleTable extends OfOrganisation {
  person_id: string;
  display_name: string;
  /** Goes into the digest of the name in the audit chain, and is erased with it. */
  salt: string | null;
}

interface MembersTable extends OfOrganisation {
  person_id: string;
  role: "viewer" | "contributor" | "finance" | "admin";
  created_at: string;
  /** When an invitation was accepted. */
  joined_at: string | null;
  removed_at: string | null;
  version: number;
  /** How they read the product; null is as the browser says. */
  language: string | null;
  locale: string | null;
}

interface TeamMembersTable extends OfOrganisation {
  team_id: string;
  person_id: string;
}

export interface AccessLinksTable extends OfOrganisation {
  link_id: string;
  kind: "set-up" | "invitation" | "password-reset";
  digest: string;
  person_id: string | null;
  created_at: string;
  created_by: string;
  expires_at: string;
  /** When it was used, or another took its place. */
  ended_at: string | null;
}

export interface ServiceKeysTable extends OfOrganisation {
  key_id: string;
  name: string;
  digest: string;
  scopes: string;
  team_ids: string | null;
  created_at: string;
  created_by: string;
  expires_at: string;
  revoked_at: string | null;
  last_used_on: string | null;
}

interface SavedViewsTable extends OfOrganisation {
  view_id: string;
  person_id: string;
  page: string;
  name: string;
  search: string;
  is_shared: number;
  is_default: number;
  version: number;
  created_at: string;
  changed_at: string;
  removed_at: string | null;
}

/** What an organisation is, who is in it, and what programmes may come in. */
export interface OrganisationTables {
  organisations: OrganisationsTable;
  teams: TeamsTable;
  people: PeopleTable;
  members: MembersTable;
  team_members: TeamMembersTable;
  access_links: AccessLinksTable;
  service_keys: ServiceKeysTable;
  saved_views: SavedViewsTable;
}
