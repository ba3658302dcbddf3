import { evaluateAhead } from "../evaluation/kept-portfolio.ts";
import type { JobWork } from "./job-plan.ts";

/** Evaluates today's portfolio, so that who reads it first finds it done. */
export function evaluatePortfolio({
  ctx,
  signal,
}: JobWork): Promise<{ initiatives: number; evaluated: number }> {
  return evaluateAhead(ctx, signal);
}
