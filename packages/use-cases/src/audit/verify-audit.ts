import type { AuditVerification } from "@liftledger/contracts/audit";
import { auditChain, type AuditEntry } from "@liftledger/database/audit-entries";
import { auditHash, genesisHash } from "@liftledger/database/audit-hash";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

type Broken = Extract<AuditVerification, { kind: "broken" }>;

/**
 * Computes the organisation's audit chain again from its first entry and names the first broken link. A tail that
 * was cut off leaves a chain that is whole in itself: only a head that was noted elsewhere shows it, so the answer
 * gives the head to note, and takes one noted earlier.
 */
export async function verifyAudit(
  ctx: Context,
  { head: noted }: { head?: string | undefined } = {},
): Promise<AuditVerification> {
  mustBe(ctx, "finance");
  return verifyChain(ctx.db.read, ctx.organisationId, noted);
}

/** The same for whoever has a handle of their own, such as a check that reads everything in one state. */
export async function verifyChain(
  db: Reader,
  organisationId: string,
  noted?: string,
): Promise<AuditVerification> {
  let last = { sequence: 0, hash: genesisHash };
  let isNotedSeen = noted === undefined;
  for await (const entry of auditChain(db, organisationId)) {
    const fault = faultOf(entry, last);
    if (fault !== undefined) return fault;
    last = entry;
    if (headText(entry) === noted) isNotedSeen = true;
  }
  if (noted !== undefined && !isNotedSeen) return headMissing(noted, last.sequence);
  return { kind: "whole", entries: last.sequence, head: last.sequence === 0 ? null : headText(last) };
}

function faultOf(entry: AuditEntry, last: { sequence: number; hash: string }): Broken | undefined {
  const expected = last.sequence + 1;
  if (entry.sequence !== expected) {
    const message = `Entry ${expected} is missing: after ${last.sequence} comes ${entry.sequence}.`;
    return { kind: "broken", sequence: expected, rule: "missing", message };
  }
  const broken = { kind: "broken" as const, sequence: expected };
  const what = `${entry.action} of ${entry.noun} ${entry.objectId}, ${entry.recordedAt}`;
  if (entry.hash !== auditHash(entry)) {
    const message = `Entry ${expected} (${what}) is not what was recorded: its hash does not match it.`;
    return { ...broken, rule: "changed", message };
  }
  if (entry.previousHash === last.hash) return undefined;
  const message = `Entry ${expected} (${what}) does not follow entry ${last.sequence}: it was recorded after another.`;
  return { ...broken, rule: "not-linked", message };
}

function headMissing(noted: string, entries: number): Broken {
  const sequence = Number(noted.split(":")[0]);
  const message =
    sequence > entries
      ? `The chain ends at entry ${entries}, and the noted head is entry ${sequence}: its tail was cut off.`
      : `Entry ${sequence} is not the one that was noted: the chain was written anew.`;
  return { kind: "broken", sequence, rule: "head-missing", message };
}

function headText({ sequence, hash }: { sequence: number; hash: string }): string {
  return `${sequence}:${hash}`;
}
