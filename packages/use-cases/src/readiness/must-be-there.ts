import type { EvidenceNoun, ReadinessAnswer } from "@liftledger/contracts/readiness";
import { getBaseline } from "@liftledger/database/baselines";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { NotFoundError } from "@liftledger/database/errors";
import { getInitiative } from "@liftledger/database/initiatives";
import { listPeople } from "@liftledger/database/people";
import { getSeries } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { z } from "zod";
import type { Context } from "../context.ts";

type Find = (db: Reader, organisationId: string, id: string) => Promise<unknown>;

const findOf: Record<z.infer<typeof EvidenceNoun>, Find> = {
  initiative: getInitiative,
  "business-case": getBusinessCase,
  baseline: getBaseline,
  series: getSeries,
  person: async (db, organisationId, id) => {
    const people = await listPeople(db, organisationId);
    if (people.every(({ personId }) => personId !== id)) throw new NotFoundError("person", id);
  },
};

/** Throws `NotFoundError` where something of the product is named as evidence and is not there. */
export async function mustBeThere(
  ctx: Context,
  db: Reader,
  evidence: ReadinessAnswer["evidence"],
): Promise<void> {
  for (const shown of evidence)
    if (shown.kind === "object") await findOf[shown.noun](db, ctx.organisationId, shown.id);
}
