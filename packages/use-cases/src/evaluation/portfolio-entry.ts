import type { PortfolioRow } from "@liftledger/contracts/portfolio";
import type { Reader } from "@liftledger/database/transaction";
import { contributionOf, type Contribution } from "@liftledger/roi/contribution";
import type { Journey } from "@liftledger/roi/portfolio-funnel";
import { phaseOn } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { dayOf } from "../organisations/day-of.ts";
import { bandView } from "./band-view.ts";
import {
  checkedBaselines,
  type EvaluatedInitiative,
  type EvaluatedOrganisation,
} from "./evaluate-organisation.ts";
import { lastLoggedOn } from "./last-logged.ts";
import type { CheckedBaseline } from "./remembered-placebos.ts";

/**
 * The shape in which entries are kept, of their fields and types: what was left behind in another is not taken up. A
 * test tells its value.
 */
export const entryShape = "7dfa4e44f856";

/** One initiative in a portfolio: what is shown of it, and what it brings to the sums. Plain values, kept as text. */
export interface PortfolioEntry {
  row: PortfolioRow;
  /** How far it has come, for the funnel. */
  journey: Journey;
  contribution: Contribution;
  /** What a later process need not check again once a week was logged. */
  checks: readonly CheckedBaseline[];
}

/** The entries of evaluated initiatives, in their order. */
export async function portfolioEntries(
  ctx: Context,
  db: Reader,
  { clocks, ledger, initiatives }: EvaluatedOrganisation,
): Promise<PortfolioEntry[]> {
  const rows = initiatives.map(({ row }) => row);
  const views = await initiativeViews(ctx, db, rows, { asOf: clocks.asOf });
  return initiatives.map(({ row, input, result }, place) => {
    const { initiativeId } = row;
    const view = views[place];
    if (view === undefined) throw new Error(`initiative ${initiativeId} has no view`);
    const { name, sentence, owner, team, status, useCasePattern } = view;
    const { netRoi, realisedValue, cost } = result.figures;
    return {
      row: {
        initiativeId,
        name,
        sentence,
        owner,
        team,
        phase: phaseOn(input.phaseHistory, clocks.until).current.phase,
        status,
        useCasePattern,
        verdict: result.verdict,
        band: bandView(result.band),
        netRoi: netRoi.figure,
        realisedValue: realisedValue.figure,
        cost: cost.figure,
        grade: netRoi.figure.grade,
        lastLoggedOn: lastLoggedOn(ctx, ledger, initiativeId),
      },
      journey: journeyOf(ctx, row, { input, result }),
      contribution: contributionOf(input, result),
      checks: checkedBaselines(ledger, result),
    };
  });
}

/** Whoever retired it changed it last; one that graduated did not end. */
export function journeyOf(
  ctx: Pick<Context, "timeZone">,
  { status, updatedAt }: Pick<EvaluatedInitiative["row"], "status" | "updatedAt">,
  {
    input,
    result,
  }: {
    input: Pick<EvaluatedInitiative["input"], "phaseHistory">;
    result: { verdict: Pick<EvaluatedInitiative["result"]["verdict"], "probabilities"> };
  },
): Journey {
  const { probabilities } = result.verdict;
  return {
    phaseHistory: input.phaseHistory.map(({ phase, enteredOn }) => ({ phase, enteredOn })),
    endedOn: status === "retired" ? dayOf(ctx, updatedAt) : null,
    hasMeasuredReturn: probabilities !== null && probabilities.netBenefitPositive > 0.5,
  };
}
