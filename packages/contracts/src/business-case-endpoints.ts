import { z } from "zod";
import {
  ApproveCaseVersion,
  BusinessCase,
  CaseComment,
  CaseNumber,
  CaseSettings,
  CaseVersion,
  ChangeCaseVersion,
  NewBusinessCase,
  NewCaseComment,
  NewCaseVersion,
  RenameBusinessCase,
  ResolveCaseComment,
  ReturnCaseVersion,
  SetCaseSettings,
  SubmitCaseVersion,
  WithdrawCaseVersion,
} from "./business-case.ts";
import { CaseActuals, CaseActualsQuery } from "./case-actuals.ts";
import { CaseEvaluation, CaseEvaluationQuery } from "./case-evaluation.ts";
import { CaseSheet, CaseSheetUpload } from "./case-sheet.ts";
import { CaseSimulation, CaseSimulationQuery } from "./case-simulation.ts";
import { CaseTemplatePlan, CaseTemplatePlanQuery } from "./case-template.ts";
import { FileBytes } from "./file-answer.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";

const caseParams = z.object({ caseId: Id });
const versionParams = z.object({ caseId: Id, number: CaseNumber });

/** What goes into the endpoints of business cases and what comes out; a part of the table in `endpoints.ts`. */
export const businessCaseEndpoints = {
  listCases: {
    summary: "The business cases, with how far the latest version of each is",
    ...lists.listCases,
    status: 200,
  },
  createCase: {
    summary: "Begin a business case of an initiative, as a draft of version 1",
    body: NewBusinessCase,
    output: CaseVersion,
    status: 201,
    idempotent: true,
  },
  readCaseSheet: {
    summary: "Read a case from a spreadsheet of the documented layout, for `createCase`; writes nothing",
    body: CaseSheetUpload,
    bodyKind: "multipart",
    output: CaseSheet,
    status: 200,
  },
  getCase: { summary: "One business case", params: caseParams, output: BusinessCase, status: 200 },
  renameCase: {
    summary: "Give a business case another name",
    params: caseParams,
    body: RenameBusinessCase,
    output: BusinessCase,
    status: 200,
    idempotent: true,
  },
  listCaseVersions: {
    summary: "The versions of a business case, latest first, without their plans",
    params: caseParams,
    ...lists.listCaseVersions,
    status: 200,
  },
  addCaseVersion: {
    summary: "Begin the next version with the plan of an earlier one; one version at a time is open",
    params: caseParams,
    body: NewCaseVersion,
    output: CaseVersion,
    status: 201,
    idempotent: true,
  },
  getCaseVersion: {
    summary: "A version: its plan, what is missing, its terms, signatures and who may decide",
    params: versionParams,
    output: CaseVersion,
    status: 200,
  },
  changeCaseVersion: {
    summary: "Write the plan of a draft, or of what was returned, anew",
    params: versionParams,
    body: ChangeCaseVersion,
    output: CaseVersion,
    status: 200,
    idempotent: true,
  },
  listCaseDifferences: {
    summary: "What a version says otherwise than another, line by line",
    params: versionParams,
    ...lists.listCaseDifferences,
    status: 200,
  },
  evaluateCaseVersion: {
    summary: "What a version comes to: every metric per scenario, what is missing, and which line decides",
    params: versionParams,
    query: CaseEvaluationQuery,
    output: CaseEvaluation,
    status: 200,
  },
  simulateCaseVersion: {
    summary:
      "How a version may turn out over many runs: percentiles, chance of a loss and of each phase's band",
    params: versionParams,
    query: CaseSimulationQuery,
    output: CaseSimulation,
    status: 200,
  },
  listCaseFlows: {
    summary: "The cash flows of a version by month, quarter or year, line by line",
    params: versionParams,
    ...lists.listCaseFlows,
    status: 200,
  },
  getCaseActuals: {
    summary: "A version against what was measured and booked: by line, by month, as a bridge, to completion",
    params: versionParams,
    query: CaseActualsQuery,
    output: CaseActuals,
    status: 200,
  },
  getCaseWorkbook: {
    summary: "A version as a workbook with live formulas",
    params: versionParams,
    output: FileBytes,
    status: 200,
  },
  getCasePaper: {
    summary: "A version as a page for the board",
    params: versionParams,
    output: FileBytes,
    status: 200,
  },
  getCasePortfolioWorkbook: {
    summary: "All approved cases pooled, as a workbook with live formulas",
    output: FileBytes,
    status: 200,
  },
  getCasePortfolioPaper: {
    summary: "All approved cases for the board: a page of them together, then one of each",
    output: FileBytes,
    status: 200,
  },
  listCaseResults: {
    summary: "Every result of a version as rows, per scenario and basis, before risk and after it",
    params: versionParams,
    ...lists.listCaseResults,
    status: 200,
  },
  listCaseVariances: {
    summary: "A version against what came of it as rows, by benefit and cost category with their owners",
    params: versionParams,
    ...lists.listCaseVariances,
    status: 200,
  },
  submitCaseVersion: {
    summary: "Ask for approval: from now on the plan does not change unless it is returned",
    params: versionParams,
    body: SubmitCaseVersion,
    output: CaseVersion,
    status: 200,
    idempotent: true,
  },
  returnCaseVersion: {
    summary: "Give a version back to its authors, with comments on single lines",
    params: versionParams,
    body: ReturnCaseVersion,
    output: CaseVersion,
    status: 200,
    idempotent: true,
  },
  approveCaseVersion: {
    summary: "Sign a version; approved with the last signature it wants, never by who wrote any of it",
    params: versionParams,
    body: ApproveCaseVersion,
    output: CaseVersion,
    status: 200,
    idempotent: true,
  },
  withdrawCaseVersion: {
    summary: "Take a version back, with a reason; one that stands approved is for finance to withdraw",
    params: versionParams,
    body: WithdrawCaseVersion,
    output: CaseVersion,
    status: 200,
    idempotent: true,
  },
  listCaseComments: {
    summary: "What was said of a version and of its lines",
    params: versionParams,
    ...lists.listCaseComments,
    status: 200,
  },
  addCaseComment: {
    summary: "Say something of a version, of a line of it or of a field",
    params: versionParams,
    body: NewCaseComment,
    output: CaseComment,
    status: 201,
    idempotent: true,
  },
  resolveCaseComment: {
    summary: "Say that a comment is dealt with, or is not",
    params: z.object({ commentId: Id }),
    body: ResolveCaseComment,
    output: CaseComment,
    status: 200,
    idempotent: true,
  },
  listCaseTemplates: {
    summary: "What a case may begin from: published patterns, with what they ask for",
    ...lists.listCaseTemplates,
    status: 200,
  },
  getCaseTemplatePlan: {
    summary: "The plan that a template begins with, to be written on and sent to createCase",
    query: CaseTemplatePlanQuery,
    output: CaseTemplatePlan,
    status: 200,
  },
  listCaseSettings: {
    summary: "By which rules cases are planned and approved, latest version first",
    ...lists.listCaseSettings,
    status: 200,
  },
  setCaseSettings: {
    summary: "Set the discount rate, and from and below which spend a case wants more or less",
    body: SetCaseSettings,
    output: CaseSettings,
    status: 201,
    idempotent: true,
  },
} as const;
