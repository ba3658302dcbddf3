import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant } from "./values.ts";

/** SHA-256 in hexadecimal. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One change of one object: who, when, under which request, what was before and what is after. */
export const AuditEntry = z.object({
  sequence: z.number().int(),
  recordedAt: Instant,
  actorId: z.string(),
  /** The actor's name, or the id where the name was erased. */
  actor: z.string(),
  action: z.string(),
  noun: z.string(),
  objectId: z.string(),
  before: z.looseObject({}).nullable(),
  after: z.looseObject({}).nullable(),
  /** Names of the people, teams, initiatives and series whose ids stand in it, as they are called today, by id. */
  names: z.record(z.string(), z.string()),
  reason: z.string().nullable(),
  requestId: z.string(),
  previousHash: Hash,
  hash: Hash,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A line of the export: `before` and `after` are texts, exactly as the hash was taken over them. */
export const AuditLine = AuditEntry.omit({ actor: true, names: true }).extend({
  organisationId: Id,
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** A head that was noted elsewhere, "132:9f86d0…"; with it a tail that was cut off is seen. */
export const AuditVerificationQuery = z.object({
  head: z
    .string()
    .regex(/^[1-9]\d{0,8}:[0-9a-f]{64}$/, 'a head as it was printed, "132:" and 64 hexadecimal digits')
    .optional(),
});

/** Whether the chain is whole; where it is not, its first broken link. */
export const AuditVerification = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("whole"),
    entries: z.number().int(),
    /** "132:9f86d0…", to be kept elsewhere; null where nothing was recorded yet. */
    head: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("broken"),
    sequence: z.number().int(),
    rule: z.enum(["missing", "changed", "not-linked", "head-missing"]),
    message: z.string(),
  }),
]);
export type AuditVerification = z.infer<typeof AuditVerification>;
