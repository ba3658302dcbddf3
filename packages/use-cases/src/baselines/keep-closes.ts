import type { Baseline } from "@liftledger/database/baselines";
import { listBenefits } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Reader, Writer } from "@liftledger/database/transaction";
import { daysByMonth } from "@liftledger/kpis/period";
import type { BenefitInput } from "@liftledger/roi/benefit-input";
import { bringsComparison } from "@liftledger/roi/measurement";
import type { Context } from "../context.ts";
import { engineInput } from "../evaluation/engine-input.ts";
import { readLedger } from "../evaluation/read-ledger.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { closedMonths, type ClosedMonths } from "../periods/closed-months.ts";
import { countsInCloses } from "../periods/counts-in-closes.ts";
import { inputDigest } from "../periods/input-digest.ts";
import { ProblemError } from "../problem.ts";

/** What a benefit is valued against, and from which month on that moves figures. */
interface Standing {
  readonly initiative: string;
  /** Of the frozen baseline as the engine reads it; null where none counts. */
  readonly digest: string | null;
  readonly firstMonth: string;
}

/**
 * Runs a write that changes what benefits stand on, and throws "period-closed" where a closed month would come out
 * otherwise after it than before (decision 38): a baseline counts for all periods of a claim, so what one values moves from
 * the first logged of them on. Nothing is written then. What moves no figure is allowed: a draft counts nothing, nor does
 * what stands on a hold-out or only leads to money; and a baseline of the same numbers and design is the same one.
 */
export async function keepingCloses<Answer>(
  ctx: Context,
  tx: Writer,
  benefitIds: readonly string[],
  write: () => Promise<Answer>,
): Promise<Answer> {
  const closed = await closedMonths(ctx, tx);
  if (closed.months.length === 0 || benefitIds.length === 0) return write();
  const before = await standings(ctx, tx, benefitIds);
  const answer = await write();
  const after = await standings(ctx, tx, benefitIds);
  const changed = benefitIds.flatMap((benefitId) => {
    const [was, is] = [before.get(benefitId), after.get(benefitId)];
    return was?.digest === is?.digest ? [] : [was, is].filter((one) => one !== undefined);
  });
  refuseMoved(closed, changed);
  return answer;
}

/** The same of a write of baselines: of every benefit that stands on one of them. */
export async function keepingClosesOf<Answer>(
  ctx: Context,
  tx: Writer,
  baselines: readonly Baseline[],
  write: () => Promise<Answer>,
): Promise<Answer> {
  const baselineIds = baselines.map(({ baselineId }) => baselineId);
  const standing = await listBenefits(tx, ctx.organisationId, { baselineIds });
  const benefitIds = standing.map(({ benefitId }) => benefitId);
  return keepingCloses(ctx, tx, benefitIds, write);
}

/** What benefits stand on as it is known now; without those that no close counts or that have nothing logged to value. */
async function standings(
  ctx: Context,
  tx: Reader,
  benefitIds: readonly string[],
): Promise<Map<string, Standing>> {
  const { currency } = await getOrganisation(ctx, tx);
  const claims = await listBenefits(tx, ctx.organisationId, { benefitIds });
  const ids = [...new Set(claims.map(({ initiativeId }) => initiativeId))];
  const ledger = await readLedger(ctx, tx, ids, ctx.now);
  const clocks = { until: ctx.today, asOf: ctx.now, currency, seed: ctx.seed };
  const found = new Map<string, Standing>();
  for (const initiative of await listInitiativesByIds(tx, ctx.organisationId, ids)) {
    for (const benefit of engineInput(ledger, initiative, clocks).benefits) {
      const standing = standingOf(initiative.name, benefit);
      if (standing !== null) found.set(benefit.benefitId, standing);
    }
  }
  return found;
}

function standingOf(initiative: string, benefit: BenefitInput): Standing | null {
  const { baseline, after, kpi } = benefit;
  const [first] = after;
  const firstMonth = first === undefined ? undefined : daysByMonth(first.period)[0]?.month;
  if (firstMonth === undefined || bringsComparison(benefit)) return null;
  if (!countsInCloses(kpi)) return null;
  return { initiative, digest: baseline?.status === "frozen" ? inputDigest(baseline) : null, firstMonth };
}

function refuseMoved({ months, say }: ClosedMonths, changed: readonly Standing[]): void {
  const moved = months.filter((month) => changed.some(({ firstMonth }) => month >= firstMonth));
  const [first] = moved;
  const last = moved.at(-1);
  if (first === undefined || last === undefined) return;
  const of = new Intl.ListFormat("en-GB").format([...new Set(changed.map(({ initiative }) => initiative))]);
  const which = first === last ? first : `the closed months ${first} to ${last} (${moved.length})`;
  const todo =
    first === last
      ? "Reopen it, do this again, and close it again"
      : `Reopen all from ${first} on at once, do this again, and close them again`;
  const message =
    `This would change the figures of ${which}, in which ${of} is judged by this baseline. ${say(first) ?? ""} ` +
    `${todo}: the figures before and after stay on record.`;
  throw new ProblemError("period-closed", message, [{ field: "baselineId", message, seen: first }]);
}
