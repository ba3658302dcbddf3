import type { gatePaths } from "@liftledger/contracts/gate-paths";
import { changeGateReview } from "@liftledger/use-cases/gates/change-gate-review";
import { getGate } from "@liftledger/use-cases/gates/get-gate";
import { getGateCounts } from "@liftledger/use-cases/gates/get-gate-counts";
import { getGateReview } from "@liftledger/use-cases/gates/get-gate-review";
import { getGateRules } from "@liftledger/use-cases/gates/get-gate-rules";
import { listGateReviews } from "@liftledger/use-cases/gates/list-gate-reviews";
import { listGateRules } from "@liftledger/use-cases/gates/list-gate-rules";
import { openGateReview } from "@liftledger/use-cases/gates/open-gate-review";
import { setGateRules } from "@liftledger/use-cases/gates/set-gate-rules";
import { signGateReview } from "@liftledger/use-cases/gates/sign-gate-review";
import { withdrawGateReview } from "@liftledger/use-cases/gates/withdraw-gate-review";
import { declareKillRule } from "@liftledger/use-cases/kill-rules/declare-kill-rule";
import { listKillRules } from "@liftledger/use-cases/kill-rules/list-kill-rules";
import { withdrawKillRule } from "@liftledger/use-cases/kill-rules/withdraw-kill-rule";
import type { Handler } from "./handlers.ts";

/** What answers each endpoint of gates and kill rules; a part of the table in `handlers.ts`. */
export const gateHandlers: { readonly [Name in keyof typeof gatePaths]: Handler<Name> } = {
  getGate: (ctx, { params }) => getGate(ctx, params),
  openGateReview: (ctx, { params, body }) => openGateReview(ctx, { ...params, ...body }),
  listGateReviews: (ctx, { query }) => listGateReviews(ctx, query),
  getGateReview: (ctx, { params }) => getGateReview(ctx, params),
  changeGateReview: (ctx, { params, body }) => changeGateReview(ctx, { ...params, ...body }),
  signGateReview: (ctx, { params, body }) => signGateReview(ctx, { ...params, ...body }),
  withdrawGateReview: (ctx, { params, body }) => withdrawGateReview(ctx, { ...params, ...body }),
  getGateCounts: (ctx, { query }) => getGateCounts(ctx, query),
  getGateRules: (ctx) => getGateRules(ctx),
  setGateRules: (ctx, { body }) => setGateRules(ctx, body),
  listGateRules: (ctx, { query }) => listGateRules(ctx, query),
  listKillRules: (ctx, { query }) => listKillRules(ctx, query),
  declareKillRule: (ctx, { params, body }) => declareKillRule(ctx, { ...params, ...body }),
  withdrawKillRule: (ctx, { params, body }) => withdrawKillRule(ctx, { ...params, ...body }),
};
