import { createHash } from "node:crypto";
import type { JsonValue } from "./json.ts";

/** What stands before the first entry of a chain. */
export const genesisHash = "0".repeat(64);

/** An entry of a chain without its own hash. `before` and `after` are canonical JSON as it is kept. */
export interface ChainedEntry {
  organisationId: string;
  /** From 1, without a gap. */
  sequence: number;
  recordedAt: string;
  actorId: string;
  action: string;
  noun: string;
  objectId: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  requestId: string;
  previousHash: string;
}

/**
 * The hash of an audit entry: SHA-256, in hexadecimal, over the UTF-8 of a JSON array without spaces that holds,
 * in this order, organisation, sequence, recordedAt, actorId, action, noun, objectId, before, after, reason,
 * requestId and previousHash. `before` and `after` are texts in it (or null), exactly as they are exported, so that
 * anybody can compute it again without knowing what they mean.
 *
 * @example
 * auditHash({ organisationId: "default", sequence: 1, …, previousHash: genesisHash })
 */
export function auditHash(entry: ChainedEntry): string {
  const { organisationId, sequence, recordedAt, actorId, action, noun, objectId } = entry;
  const { before, after, reason, requestId, previousHash } = entry;
  const who = [organisationId, sequence, recordedAt, actorId, action, noun, objectId];
  const what = [before, after, reason, requestId, previousHash];
  return createHash("sha256")
    .update(JSON.stringify([...who, ...what]))
    .digest("hex");
}

/**
 * A value as canonical JSON: names sorted by their code units, no spaces, what is undefined left out, and a bigint
 * as text. Two values that mean the same give the same text.
 *
 * @example
 * canonicalJson({ b: 1n, a: [true] }) // '{"a":[true],"b":"1"}'
 */
export function canonicalJson(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === "bigint") return inner.toString();
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    const names = Object.keys(inner).toSorted();
    return Object.fromEntries(names.map((name) => [name, (inner as Record<string, JsonValue>)[name]]));
  });
}
