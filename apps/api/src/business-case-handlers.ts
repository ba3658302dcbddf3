import type { businessCasePaths } from "@liftledger/contracts/business-case-paths";
import { addCaseComment } from "@liftledger/use-cases/business-cases/add-case-comment";
import { addCaseVersion } from "@liftledger/use-cases/business-cases/add-case-version";
import { approveCaseVersion } from "@liftledger/use-cases/business-cases/approve-case-version";
import { changeCaseVersion } from "@liftledger/use-cases/business-cases/change-case-version";
import { createCase } from "@liftledger/use-cases/business-cases/create-case";
import { evaluateCaseVersion } from "@liftledger/use-cases/business-cases/evaluate-case-version";
import { getCase } from "@liftledger/use-cases/business-cases/get-case";
import { getCaseActuals } from "@liftledger/use-cases/business-cases/get-case-actuals";
import { getCasePaper, getCaseWorkbook } from "@liftledger/use-cases/business-cases/get-case-paper";
import {
  getCasePortfolioPaper,
  getCasePortfolioWorkbook,
} from "@liftledger/use-cases/business-cases/get-case-portfolio";
import { getCaseTemplatePlan } from "@liftledger/use-cases/business-cases/get-case-template-plan";
import { getCaseVersion } from "@liftledger/use-cases/business-cases/get-case-version";
import { listCaseComments } from "@liftledger/use-cases/business-cases/list-case-comments";
import { listCaseDifferences } from "@liftledger/use-cases/business-cases/list-case-differences";
import { listCaseFlows } from "@liftledger/use-cases/business-cases/list-case-flows";
import { listCaseResults } from "@liftledger/use-cases/business-cases/list-case-results";
import { listCaseSettings } from "@liftledger/use-cases/business-cases/list-case-settings";
import { listCaseVersions } from "@liftledger/use-cases/business-cases/list-case-versions";
import { listCaseTemplates } from "@liftledger/use-cases/business-cases/list-case-templates";
import { listCaseVariances } from "@liftledger/use-cases/business-cases/list-case-variances";
import { listCases } from "@liftledger/use-cases/business-cases/list-cases";
import { renameCase } from "@liftledger/use-cases/business-cases/rename-case";
import { resolveCaseComment } from "@liftledger/use-cases/business-cases/resolve-case-comment";
import { returnCaseVersion } from "@liftledger/use-cases/business-cases/return-case-version";
import { setCaseSettings } from "@liftledger/use-cases/business-cases/set-case-settings";
import { simulateCaseVersion } from "@liftledger/use-cases/business-cases/simulate-case-version";
import { submitCaseVersion } from "@liftledger/use-cases/business-cases/submit-case-version";
import { withdrawCaseVersion } from "@liftledger/use-cases/business-cases/withdraw-case-version";
import type { Handler } from "./handlers.ts";
import { storedFile } from "./uploaded-file.ts";

/** What answers each endpoint of business cases; a part of the table in `handlers.ts`. */
export const businessCaseHandlers: { readonly [Name in keyof typeof businessCasePaths]: Handler<Name> } = {
  listCases: (ctx, { query }) => listCases(ctx, query),
  createCase: (ctx, { body }) => createCase(ctx, body),
  readCaseSheet: (ctx, { body: { file, ...setting } }, { imports }) =>
    imports.run("readCaseSheet", ctx, { file: storedFile(file), recipe: "", ...setting }),
  getCase: (ctx, { params }) => getCase(ctx, params),
  renameCase: (ctx, { params, body }) => renameCase(ctx, { ...params, ...body }),
  listCaseVersions: (ctx, { params, query }) => listCaseVersions(ctx, { ...params, ...query }),
  addCaseVersion: (ctx, { params, body }) => addCaseVersion(ctx, { ...params, ...body }),
  getCaseVersion: (ctx, { params }) => getCaseVersion(ctx, params),
  changeCaseVersion: (ctx, { params, body }) => changeCaseVersion(ctx, { ...params, ...body }),
  listCaseDifferences: (ctx, { params, query }) => listCaseDifferences(ctx, { ...params, ...query }),
  evaluateCaseVersion: (ctx, { params, query }) => evaluateCaseVersion(ctx, { ...params, ...query }),
  simulateCaseVersion: (ctx, { params, query }, { reckon }) =>
    simulateCaseVersion(ctx, { ...params, ...query }, reckon),
  listCaseFlows: (ctx, { params, query }) => listCaseFlows(ctx, { ...params, ...query }),
  getCaseActuals: (ctx, { params, query }) => getCaseActuals(ctx, { ...params, ...query }),
  getCaseWorkbook: (ctx, { params }, { reckon }) => getCaseWorkbook(ctx, params, reckon),
  getCasePaper: (ctx, { params }, { reckon }) => getCasePaper(ctx, params, reckon),
  getCasePortfolioWorkbook: (ctx, _request, { reckon }) => getCasePortfolioWorkbook(ctx, reckon),
  getCasePortfolioPaper: (ctx, _request, { reckon }) => getCasePortfolioPaper(ctx, reckon),
  listCaseResults: (ctx, { params, query }) => listCaseResults(ctx, { ...params, ...query }),
  listCaseVariances: (ctx, { params, query }) => listCaseVariances(ctx, { ...params, ...query }),
  submitCaseVersion: (ctx, { params, body }) => submitCaseVersion(ctx, { ...params, ...body }),
  returnCaseVersion: (ctx, { params, body }) => returnCaseVersion(ctx, { ...params, ...body }),
  approveCaseVersion: (ctx, { params, body }) => approveCaseVersion(ctx, { ...params, ...body }),
  withdrawCaseVersion: (ctx, { params, body }) => withdrawCaseVersion(ctx, { ...params, ...body }),
  listCaseComments: (ctx, { params, query }) => listCaseComments(ctx, { ...params, ...query }),
  addCaseComment: (ctx, { params, body }) => addCaseComment(ctx, { ...params, ...body }),
  resolveCaseComment: (ctx, { params, body }) => resolveCaseComment(ctx, { ...params, ...body }),
  listCaseTemplates: (ctx, { query }) => listCaseTemplates(ctx, query),
  getCaseTemplatePlan: (ctx, { query }) => getCaseTemplatePlan(ctx, query),
  listCaseSettings: (ctx, { query }) => listCaseSettings(ctx, query),
  setCaseSettings: (ctx, { body }) => setCaseSettings(ctx, body),
};
