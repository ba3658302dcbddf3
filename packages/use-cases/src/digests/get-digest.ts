import type { Digest } from "@liftledger/contracts/alert";
import { addPeriods, isPeriod, periodOf, periodType } from "@liftledger/kpis/period";
import { digest } from "@liftledger/roi/governance/digest";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { digestFacts } from "./digest-facts.ts";

/** What a week was for growth, or a month for finance, as it is known now; the last that has ended unless another is asked for. */
export async function getDigest(
  ctx: Context,
  { kind, period = lastEnded(ctx.today, kind) }: { kind: "weekly" | "monthly"; period?: string | undefined },
): Promise<Digest> {
  mustBe(ctx, "viewer");
  const type = kind === "weekly" ? "week" : "month";
  if (!isPeriod(period) || periodType(period) !== type) {
    const message = `The ${kind} digest is of a ${type}.`;
    const example = type === "week" ? "2026-W05" : "2026-03";
    throw new ProblemError("invalid-request", message, [
      { field: "period", message: `a ${type} such as ${example}`, seen: period },
    ]);
  }
  return { kind, period, ...digest(kind, await digestFacts(ctx, kind, period)) };
}

/** The last week or month that has ended by a day. */
export function lastEnded(today: string, kind: "weekly" | "monthly"): string {
  return addPeriods(periodOf(today, kind === "weekly" ? "week" : "month"), -1);
}
