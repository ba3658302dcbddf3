import { AuditLine, AuditVerification, AuditVerificationQuery } from "./audit.ts";
import { lists } from "./lists.ts";

/** What goes into the endpoints of the audit chain and what comes out; a part of the table in `endpoints.ts`. */
export const auditEndpoints = {
  listAuditEntries: { summary: "The audit entries, newest first", ...lists.listAuditEntries, status: 200 },
  verifyAudit: {
    summary: "Whether the audit chain is whole, or its first broken link",
    query: AuditVerificationQuery,
    output: AuditVerification,
    status: 200,
  },
  exportAudit: {
    summary: "The whole audit chain in its order, as JSON lines",
    output: AuditLine,
    status: 200,
  },
} as const;
