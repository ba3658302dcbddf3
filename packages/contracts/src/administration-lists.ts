import { ListedTeam, Person, ServiceKey, Session } from "./access.ts";
import { AuditEntry } from "./audit.ts";
import { Job } from "./job.ts";
import { listOf } from "./list.ts";
import { retiredFilter } from "./retirement.ts";
import { SavedView } from "./saved-view.ts";
import { IsoDate } from "./values.ts";

/** The lists of people, keys, jobs and the audit chain; a part of the table in `lists.ts`. */
export const administrationLists = {
  listSavedViews: listOf(SavedView, {
    key: ["viewId"],
    sort: ["name", "createdAt", "viewId"],
    first: "name",
    filter: ["page"],
  }),
  listSessions: listOf(Session, {
    key: ["sessionId"],
    sort: ["lastUsedAt", "createdAt", "sessionId"],
    first: "-lastUsedAt",
  }),
  listPeople: listOf(Person, {
    key: ["personId"],
    sort: ["name", "role", "state", "personId"],
    first: "name",
    filter: ["role", "state"],
  }),
  listTeams: listOf(ListedTeam, {
    key: ["teamId"],
    sort: ["name", "teamId"],
    first: "name",
    also: retiredFilter,
  }),
  listServiceKeys: listOf(ServiceKey, {
    key: ["keyId"],
    sort: ["createdAt", "name", "expiresAt", "keyId"],
    first: "-createdAt",
  }),
  listJobs: listOf(Job, {
    key: ["jobName"],
    sort: ["jobName", "nextDueAt", "begunAt", "state"],
    first: "jobName",
    filter: ["state", "outcome"],
  }),
  listAuditEntries: listOf(AuditEntry, {
    key: ["sequence"],
    sort: ["sequence"],
    first: "-sequence",
    filter: ["noun", "objectId", "actorId"],
    also: { from: IsoDate.optional(), until: IsoDate.optional() },
  }),
};
