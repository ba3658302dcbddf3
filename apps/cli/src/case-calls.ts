import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { createCase } from "@liftledger/use-cases/business-cases/create-case";
import { getCase } from "@liftledger/use-cases/business-cases/get-case";
import { getCasePaper, getCaseWorkbook } from "@liftledger/use-cases/business-cases/get-case-paper";
import {
  getCasePortfolioPaper,
  getCasePortfolioWorkbook,
} from "@liftledger/use-cases/business-cases/get-case-portfolio";
import { listCaseResults } from "@liftledger/use-cases/business-cases/list-case-results";
import { listCaseSettings } from "@liftledger/use-cases/business-cases/list-case-settings";
import { listCaseVersions } from "@liftledger/use-cases/business-cases/list-case-versions";
import { listCases } from "@liftledger/use-cases/business-cases/list-cases";
import { readCaseSheet } from "@liftledger/use-cases/business-cases/read-case-sheet";
import type { Context } from "@liftledger/use-cases/context";
import { reckonHere } from "@liftledger/use-cases/reckoning/reckon-here";

type UseCase<Name extends EndpointName> = (
  ctx: Context,
  request: EndpointRequest<Name>,
) => Promise<EndpointOutput<Name>>;

/** What answers about business cases on the data folder; a part of the table in `ledger-calls.ts`. */
export const caseCalls = {
  listCases: (ctx, { query }) => listCases(ctx, query),
  getCase: (ctx, { params }) => getCase(ctx, params),
  createCase: (ctx, { body }) => createCase(ctx, body),
  readCaseSheet: (ctx, { body: { file, ...setting } }) =>
    readCaseSheet(ctx, { file: { name: file.name, open: () => file.stream() }, ...setting }),
  listCaseVersions: (ctx, { params, query }) => listCaseVersions(ctx, { ...params, ...query }),
  listCaseSettings: (ctx, { query }) => listCaseSettings(ctx, query),
  listCaseResults: (ctx, { params, query }) => listCaseResults(ctx, { ...params, ...query }),
  getCaseWorkbook: (ctx, { params }) => getCaseWorkbook(ctx, params, reckonHere),
  getCasePaper: (ctx, { params }) => getCasePaper(ctx, params, reckonHere),
  getCasePortfolioWorkbook: (ctx) => getCasePortfolioWorkbook(ctx, reckonHere),
  getCasePortfolioPaper: (ctx) => getCasePortfolioPaper(ctx, reckonHere),
} satisfies { [Name in EndpointName]?: UseCase<Name> };
