import type { NewBenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { insertBenchmarkSetVersion, type BenchmarkSetVersion } from "@liftledger/database/benchmark-sets";
import type { Writer } from "@liftledger/database/transaction";
import { refuseOwnApproval } from "../approvals/refuse-own-approval.ts";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { refuseClosedFrom } from "../periods/closed-months.ts";
import { checkedBands } from "./checked-benchmarks.ts";

/** Writes one version of a set. Refused from a day in or before a closed month, and where author and approver are one. */
export async function writeSetVersion(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  place: { setId: string; version: number },
  wanted: Omit<NewBenchmarkSet, "name">,
): Promise<BenchmarkSetVersion> {
  const { basis, span, source, caveat, validFrom, approvedBy } = wanted;
  const bands = checkedBands(wanted);
  await refuseClosedFrom(ctx, tx, { day: validFrom, field: "validFrom" });
  const approver = await personIdByName(ctx, tx, audit, approvedBy);
  await refuseOwnApproval(ctx, tx, {
    authorId: ctx.actor.personId,
    approverId: approver,
    deed: "enters these",
    rule: "Who enters benchmarks does not approve them",
    named: { field: "approvedBy", seen: approvedBy },
  });
  const version = {
    ...place,
    basis,
    span,
    source,
    caveat,
    bands,
    validFrom,
    approvedBy: approver,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  };
  await insertBenchmarkSetVersion(tx, ctx.organisationId, version);
  return version;
}
