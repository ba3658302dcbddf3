import type { ExplanationSource } from "@liftledger/contracts/explanation";

/** Of what the audit log tells: the kind of thing and its id. */
export interface AuditedThing {
  noun: string;
  objectId: string;
}

/** The thing whose changes an input comes from; undefined where it is none of the ledger's, as a published figure. */
export function auditedSource(source: ExplanationSource): AuditedThing | undefined {
  const { holdOutId, benefitId, costLineId, importId, seriesId } = source;
  if (holdOutId !== undefined) return { noun: "hold-out", objectId: holdOutId };
  if (benefitId !== undefined) return { noun: "benefit", objectId: benefitId };
  if (costLineId !== undefined) return { noun: "cost-line", objectId: costLineId };
  if (importId !== undefined && importId !== null) return { noun: "import", objectId: importId };
  return seriesId === undefined ? undefined : { noun: "snapshots", objectId: seriesId };
}

/** The thing a figure is of, by its id ("initiative/…/net-roi"); undefined for one of the whole portfolio. */
export function auditedSubject(figureId: string): AuditedThing | undefined {
  const [noun, objectId] = figureId.split("/");
  if (objectId === undefined || (noun !== "initiative" && noun !== "benefit")) return undefined;
  return { noun, objectId };
}
