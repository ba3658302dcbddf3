import { insertBusinessCase } from "../../business-cases.ts";
import { insertCaseComments } from "../../case-comments.ts";
import { insertCaseSettings } from "../../case-settings.ts";
import { insertCaseSignature } from "../../case-signatures.ts";
import { insertCaseVersion, updateCaseVersion } from "../../case-versions.ts";
import type { Writer } from "../../transaction.ts";
import { at, by, recordedAt } from "./recorded.ts";

/** A business case that was approved. */
export async function insertCaseRows(tx: Writer, organisationId: string): Promise<void> {
  const [caseId, createdBy] = ["case-1", "person-1"];
  const made = { createdBy, ...at };
  await insertBusinessCase(tx, organisationId, {
    caseId,
    initiativeId: "initiative-1",
    name: "Case",
    ...made,
  });
  const draft = { caseId, number: 1, plan: "{}", basedOn: null, authors: ["person-1"], ...made };
  await insertCaseVersion(tx, organisationId, draft);
  const decided = { decidedAt: recordedAt, decidedBy: "person-2", comment: "as discussed", digest: "d1" };
  const submitted = { round: 1, submittedAt: recordedAt, submittedBy: "person-1", terms: "{}" };
  const change = { status: "approved" as const, ...submitted, ...decided };
  await updateCaseVersion(tx, organisationId, { caseId, number: 1, version: 1 }, change);
  await insertCaseSignature(tx, organisationId, {
    caseId,
    number: 1,
    round: 1,
    position: 1,
    signedAt: recordedAt,
    signedBy: "person-2",
    digest: "d1",
    comment: "as discussed",
  });
  const comment = {
    commentId: "comment-1",
    caseId,
    number: 1,
    round: 1,
    lineId: "licences",
    field: "amount",
  };
  await insertCaseComments(tx, organisationId, [{ ...comment, text: "which seats?", ...made }]);
  await insertCaseSettings(tx, organisationId, {
    version: 1,
    discountRate: "0.1",
    prices: "nominal",
    twoSignaturesFrom: "100000",
    onePageBelow: "10000",
    currency: "EUR",
    source: "board paper",
    approvedBy: "person-2",
    ...by,
  });
}
