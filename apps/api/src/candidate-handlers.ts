import type { candidatePaths } from "@liftledger/contracts/candidate-paths";
import type { learningPaths } from "@liftledger/contracts/learning-paths";
import type { adoptionPaths } from "@liftledger/contracts/adoption-paths";
import type { responsibilityPaths } from "@liftledger/contracts/responsibility-paths";
import type { workSplitPaths } from "@liftledger/contracts/work-split-paths";
import { getCandidateEstimate } from "@liftledger/use-cases/candidates/get-candidate-estimate";
import { getFocusWarnings } from "@liftledger/use-cases/candidates/get-focus-warnings";
import { listCandidateEstimateVersions } from "@liftledger/use-cases/candidates/list-candidate-estimate-versions";
import { listCandidates } from "@liftledger/use-cases/candidates/list-candidates";
import { setCandidateEstimate } from "@liftledger/use-cases/candidates/set-candidate-estimate";
import { addLearning } from "@liftledger/use-cases/learnings/add-learning";
import { changeLearning } from "@liftledger/use-cases/learnings/change-learning";
import { listLearningPrompts } from "@liftledger/use-cases/learnings/list-learning-prompts";
import { listLearnings } from "@liftledger/use-cases/learnings/list-learnings";
import { getAdoption } from "@liftledger/use-cases/adoption/get-adoption";
import { listAdoptionVersions } from "@liftledger/use-cases/adoption/list-adoption-versions";
import { setAdoption } from "@liftledger/use-cases/adoption/set-adoption";
import { getResponsibility } from "@liftledger/use-cases/responsibility/get-responsibility";
import { listResponsibilityVersions } from "@liftledger/use-cases/responsibility/list-responsibility-versions";
import { setResponsibility } from "@liftledger/use-cases/responsibility/set-responsibility";
import { answerWorkSplit } from "@liftledger/use-cases/work-split/answer-work-split";
import { closeWorkSplitRound } from "@liftledger/use-cases/work-split/close-work-split-round";
import { listWorkSplitRounds } from "@liftledger/use-cases/work-split/list-work-split-rounds";
import { openWorkSplitRound } from "@liftledger/use-cases/work-split/open-work-split-round";
import type { Handler } from "./handlers.ts";

type Names =
  | keyof typeof candidatePaths
  | keyof typeof learningPaths
  | keyof typeof adoptionPaths
  | keyof typeof responsibilityPaths
  | keyof typeof workSplitPaths;

/** What answers each endpoint of adoption, candidates, learnings, responsibility and the survey; a part of the table in `handlers.ts`. */
export const candidateHandlers: { readonly [Name in Names]: Handler<Name> } = {
  listCandidates: (ctx, { query }) => listCandidates(ctx, query),
  getFocusWarnings: (ctx, { query }) => getFocusWarnings(ctx, query),
  getCandidateEstimate: (ctx, { params }) => getCandidateEstimate(ctx, params),
  listCandidateEstimateVersions: (ctx, { params, query }) =>
    listCandidateEstimateVersions(ctx, { ...params, ...query }),
  setCandidateEstimate: (ctx, { params, body }) => setCandidateEstimate(ctx, { ...params, ...body }),
  listLearnings: (ctx, { query }) => listLearnings(ctx, query),
  listLearningPrompts: (ctx, { query }) => listLearningPrompts(ctx, query),
  addLearning: (ctx, { body }) => addLearning(ctx, body),
  changeLearning: (ctx, { params, body }) => changeLearning(ctx, { ...params, ...body }),
  getAdoption: (ctx, { params, query }) => getAdoption(ctx, { ...params, ...query }),
  listAdoptionVersions: (ctx, { params, query }) => listAdoptionVersions(ctx, { ...params, ...query }),
  setAdoption: (ctx, { params, body }) => setAdoption(ctx, { ...params, ...body }),
  getResponsibility: (ctx, { params, query }) => getResponsibility(ctx, { ...params, ...query }),
  setResponsibility: (ctx, { params, body }) => setResponsibility(ctx, { ...params, ...body }),
  listResponsibilityVersions: (ctx, { params, query }) =>
    listResponsibilityVersions(ctx, { ...params, ...query }),
  listWorkSplitRounds: (ctx, { query }) => listWorkSplitRounds(ctx, query),
  openWorkSplitRound: (ctx, { body }) => openWorkSplitRound(ctx, body),
  closeWorkSplitRound: (ctx, { params, body }) => closeWorkSplitRound(ctx, { ...params, ...body }),
  answerWorkSplit: (ctx, { params, body }) => answerWorkSplit(ctx, { ...params, ...body }),
};
