import { z } from "zod";
import {
  BusinessCase,
  CaseComment,
  CaseDifference,
  CaseNumber,
  CaseSettings,
  CaseVersionHead,
} from "./business-case.ts";
import { CaseActualsQuery, CaseVariance } from "./case-actuals.ts";
import { CaseFlow, CaseResult } from "./case-evaluation.ts";
import { CaseTemplate } from "./case-template.ts";
import { listOf } from "./list.ts";
import { retiredFilter } from "./retirement.ts";
import { Instant } from "./values.ts";

const asOf = Instant.optional();

/** The lists of business cases; a part of the table in `lists.ts`. */
export const caseLists = {
  listCases: listOf(BusinessCase, {
    key: ["caseId"],
    sort: ["caseId", "name", "initiative", "createdAt", "changedAt", "latestStatus"],
    first: "-changedAt",
    filter: ["initiativeId", "latestStatus"],
    also: retiredFilter,
  }),
  listCaseVersions: listOf(CaseVersionHead, {
    key: ["number"],
    sort: ["number", "changedAt"],
    first: "-number",
    filter: ["status"],
  }),
  listCaseDifferences: listOf(CaseDifference, {
    key: ["position"],
    sort: ["position"],
    first: "position",
    filter: ["kind", "lineId"],
    // The version it began as a copy of, where left out.
    also: { against: CaseNumber.optional() },
  }),
  listCaseFlows: listOf(CaseFlow, {
    key: ["position"],
    sort: ["position"],
    first: "position",
    filter: ["kind", "lineId", "column"],
    also: {
      scenario: z.string().max(200).optional(),
      step: z.enum(["month", "quarter", "year"]).optional(),
      // What counts, before the risk of lines or after it.
      amounts: z.enum(["credited", "adjusted"]).optional(),
      // How estimates count that nobody has accepted.
      unsignedEstimates: z.enum(["nothing", "credited"]).optional(),
      asOf,
    },
  }),
  listCaseResults: listOf(CaseResult, {
    key: ["position"],
    sort: ["position"],
    first: "position",
    filter: ["scenario", "basis", "metric"],
    also: { unsignedEstimates: z.enum(["nothing", "credited"]).optional(), asOf },
  }),
  listCaseVariances: listOf(CaseVariance, {
    key: ["position"],
    sort: ["position"],
    first: "position",
    filter: ["kind"],
    also: CaseActualsQuery.shape,
  }),
  listCaseComments: listOf(CaseComment, {
    key: ["commentId"],
    sort: ["commentId", "createdAt", "lineId"],
    first: "commentId",
    filter: ["lineId"],
    // Dealt with, or not.
    also: { resolved: z.enum(["true", "false"]).optional() },
  }),
  listCaseTemplates: listOf(CaseTemplate, { key: ["key"], sort: ["key", "name"], first: "key" }),
  listCaseSettings: listOf(CaseSettings, { key: ["version"], sort: ["version"], first: "-version" }),
};
