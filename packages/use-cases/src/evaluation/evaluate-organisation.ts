import { latestRecordedAt } from "@liftledger/database/audit-entries";
import { listInitiativesByIds, type NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { evaluateInitiative, type InitiativeResult } from "@liftledger/roi/evaluate-initiative";
import type { InitiativeInput } from "@liftledger/roi/initiative-input";
import type { Context } from "../context.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { engineInput, type EvaluationClocks } from "./engine-input.ts";
import { readLedger, type LedgerView } from "./read-ledger.ts";
import { checkedBaseline, rememberPlacebo, type CheckedBaseline } from "./remembered-placebos.ts";

/**
 * The clocks of a request. Left out, the valuation date is today and the knowledge instant the last at which anything
 * was recorded: what is committed later is known later, so a figure as of that instant comes out again for ever, which
 * it would not as of a clock that runs while somebody writes.
 */
export interface ClocksRequest {
  until?: string | undefined;
  asOf?: string | undefined;
}

/** One initiative with what the engine was given and what it found. */
export interface EvaluatedInitiative {
  row: NamedInitiative;
  input: InitiativeInput;
  result: InitiativeResult;
}

/** An evaluation of some initiatives of one organisation. */
export interface EvaluatedOrganisation {
  organisation: { name: string; kind: "default" | "demo"; currency: string };
  clocks: EvaluationClocks;
  ledger: LedgerView;
  initiatives: EvaluatedInitiative[];
}

/** The instant of the last change: everything there is was known by then. */
export async function knownUntil(ctx: Context, db: Reader): Promise<string> {
  return (await latestRecordedAt(db, ctx.organisationId)) ?? ctx.now;
}

/**
 * Evaluates the initiatives named, or all of the organisation, as they were known at `asOf` and valued at
 * `until`. Throws not-found for an id that was not there by then.
 */
export async function evaluateOrganisation(
  ctx: Context,
  db: Reader,
  request: ClocksRequest,
  initiativeIds?: readonly string[],
): Promise<EvaluatedOrganisation> {
  const organisation = await getOrganisation(ctx, db);
  const clocks: EvaluationClocks = {
    until: request.until ?? ctx.today,
    asOf: request.asOf ?? (await knownUntil(ctx, db)),
    currency: organisation.currency,
    seed: ctx.seed,
  };
  const rows = (
    initiativeIds === undefined
      ? await allInitiatives(ctx, db)
      : await listInitiativesByIds(db, ctx.organisationId, initiativeIds)
  ).filter((row) => row.createdAt <= clocks.asOf);
  const ledger = await readLedger(
    ctx,
    db,
    rows.map((row) => row.initiativeId),
    clocks.asOf,
  );
  const initiatives = rows.map((row) => {
    const input = engineInput(ledger, row, clocks);
    const result = evaluateInitiative(input);
    for (const checked of checkedBaselines(ledger, result)) rememberPlacebo(checked);
    return { row, input, result };
  });
  return { organisation, clocks, ledger, initiatives };
}

/** The placebo checks that stand as long as the frozen baselines do which an evaluation used. */
export function checkedBaselines(
  ledger: LedgerView,
  { benefits }: Pick<InitiativeResult, "benefits">,
): CheckedBaseline[] {
  return benefits.flatMap(
    (benefit) => checkedBaseline(ledger.baselines.get(benefit.input.benefitId), benefit) ?? [],
  );
}
