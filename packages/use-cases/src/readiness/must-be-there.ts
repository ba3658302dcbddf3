import type { EvidenceNoun, ReadinessAnswer } from "@liftledger/contracts/readiness";
import { getBaseline } from "@liftledger/database/baselines";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { latestDataAssetVersions } from "@liftledger/database/data-asset-versions";
import { NotFoundError } from "@liftledger/database/errors";
import { getInitiative } from "@liftledger/database/initiatives";
import { listPeople } from "@liftledger/database/people";
import { findProductionFacts } from "@liftledger/database/production-facts";
import { getSeries } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { findWorkflowVersion } from "@liftledger/database/workflow-versions";
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
  // What is recorded once for an initiative goes by the initiative's id.
  workflow: async (db, organisationId, id) => {
    if ((await findWorkflowVersion(db, organisationId, id)) === undefined)
      throw new NotFoundError("workflow", id);
  },
  production: async (db, organisationId, id) => {
    if ((await findProductionFacts(db, organisationId, id)) === undefined)
      throw new NotFoundError("production facts", id);
  },
  "data-asset": async (db, organisationId, id) => {
    const kept = await latestDataAssetVersions(db, organisationId);
    if (kept.every(({ dataAssetId }) => dataAssetId !== id)) throw new NotFoundError("data", id);
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
