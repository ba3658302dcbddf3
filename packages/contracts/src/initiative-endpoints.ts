import { z } from "zod";
import { InitiativeEvaluation } from "./evaluation.ts";
import { Id } from "./ids.ts";
import {
  Benefit,
  ChangeBenefit,
  ChangeInitiative,
  Initiative,
  NewBenefit,
  NewInitiative,
  WithdrawBenefit,
} from "./initiative.ts";
import { lists } from "./lists.ts";
import { TwoClocks } from "./values.ts";

const initiativeParams = z.object({ initiativeId: Id });

/** What goes into the endpoints of initiatives and their benefits and what comes out; a part of the table in `endpoints.ts`. */
export const initiativeEndpoints = {
  listInitiatives: { summary: "The initiatives", ...lists.listInitiatives, status: 200 },
  createInitiative: {
    summary: "State an outcome in one sentence with a number",
    body: NewInitiative,
    output: Initiative,
    status: 201,
    idempotent: true,
  },
  getInitiative: { summary: "One initiative", params: initiativeParams, output: Initiative, status: 200 },
  changeInitiative: {
    summary: "Change an initiative, or enter a phase",
    params: initiativeParams,
    body: ChangeInitiative,
    output: Initiative,
    status: 200,
    idempotent: true,
  },
  evaluateInitiative: {
    summary: "ROI, verdict, benefits, costs and charts of one initiative",
    params: initiativeParams,
    query: TwoClocks,
    output: InitiativeEvaluation,
    status: 200,
  },
  listBenefits: {
    summary: "The benefits of an initiative",
    params: initiativeParams,
    ...lists.listBenefits,
    status: 200,
  },
  addBenefit: {
    summary: "Claim a benefit on a series",
    params: initiativeParams,
    body: NewBenefit,
    output: Benefit,
    status: 201,
    idempotent: true,
  },
  changeBenefit: {
    summary: "Set the baseline or the assumptions of a benefit",
    params: z.object({ benefitId: Id }),
    body: ChangeBenefit,
    output: Benefit,
    status: 200,
    idempotent: true,
  },
  withdrawBenefit: {
    summary: "Take a benefit back: nothing is claimed any more, and its share is free",
    params: z.object({ benefitId: Id }),
    body: WithdrawBenefit,
    output: Benefit,
    status: 200,
    idempotent: true,
  },
  listUnitValues: {
    summary: "What every benefit is assumed to be worth, who proposed it and who approved it",
    ...lists.listUnitValues,
    status: 200,
  },
  listApprovals: {
    summary: "What somebody else is to approve or sign, longest waiting first, and whether that may be you",
    ...lists.listApprovals,
    status: 200,
  },
} as const;
