import type { InitiativeEvaluation } from "@liftledger/contracts/evaluation";
import { inSnapshot } from "@liftledger/database/transaction";
import { NotFoundError } from "@liftledger/database/errors";
import { moneyFromDecimal, moneyToDecimal } from "@liftledger/finance/money";
import { toldOfBand } from "@liftledger/roi/benchmark-figure";
import { chanceFigures } from "@liftledger/roi/chance-figures";
import { costFigures } from "@liftledger/roi/cost-figures";
import { costOfStopping } from "@liftledger/roi/cost-of-stopping";
import { coverageFigures } from "@liftledger/roi/coverage-figures";
import { decisionAsked } from "@liftledger/roi/decision-asked";
import { engineVersion } from "@liftledger/roi/engine-version";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import { initiativeHeadline } from "@liftledger/roi/findings";
import { phaseOn } from "@liftledger/roi/phase";
import { toDateSeries } from "@liftledger/roi/to-date";
import { sentenceText } from "@liftledger/roi/told-sentence";
import { claimsBook } from "../claims/claims-book.ts";
import type { Context } from "../context.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { mustBe } from "../permissions.ts";
import { baselineViews } from "../baselines/baseline-view.ts";
import { bandView } from "./band-view.ts";
import { breakEvenView } from "./break-even-view.ts";
import { benefitEvaluation } from "./benefit-evaluation.ts";
import {
  evaluateOrganisation,
  type ClocksRequest,
  type EvaluatedInitiative,
} from "./evaluate-organisation.ts";
import { lastLoggedOn } from "./last-logged.ts";

/** ROI, verdict, benefits, costs and charts of one initiative, valued at `until` as known at `asOf`. */
export async function evaluateInitiative(
  ctx: Context,
  request: ClocksRequest & { initiativeId: string },
): Promise<InitiativeEvaluation> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const evaluated = await evaluateOrganisation(ctx, db, request, [request.initiativeId]);
    const { clocks, ledger } = evaluated;
    const [found] = evaluated.initiatives;
    if (found === undefined) throw new NotFoundError("initiative", request.initiativeId);
    const [initiative] = await initiativeViews(ctx, db, [found.row], { asOf: clocks.asOf });
    if (initiative === undefined) throw new NotFoundError("initiative", request.initiativeId);
    const rows = [...new Set([...ledger.baselines.values()].map((baseline) => baseline.row))];
    const baselines = await baselineViews(ctx, db, rows, clocks.asOf);
    const { result, input } = found;
    const book = await claimsBook(ctx, db, [...ledger.series.keys()], { asOf: clocks.asOf });
    const { phase, enteredOn } = phaseOn(input.phaseHistory, clocks.until).current;
    const { netRoi } = result.figures;
    const headline = initiativeHeadline(found.row.name, result.verdict, netRoi.figure, result.band);
    return {
      initiative: { ...initiative, phase, phaseEnteredOn: enteredOn },
      currency: clocks.currency,
      until: clocks.until,
      asOf: clocks.asOf,
      engineVersion,
      headline: sentenceText(headline),
      headlineParts: headline,
      verdict: result.verdict,
      reasonParts: toldOfBand(result.verdict.reason, result.band),
      band: bandView(result.band),
      figures: {
        netRoi: netRoi.figure,
        cashPlusCapacityRoi: result.figures.cashPlusCapacityRoi.figure,
        inPhaseRoi: result.figures.inPhaseRoi.figure,
        realisedValue: result.figures.realisedValue.figure,
        measuredValue: result.figures.measuredValue.figure,
        cost: result.figures.cost.figure,
        netBenefit: result.figures.netBenefit.figure,
        overFloor: result.figures.overFloor.figure,
        ...ownFigures(found),
      },
      decisionAsked: decisionAsked(result.verdict.status, phase)?.words ?? null,
      dependentInterval: result.dependentInterval,
      coverage: result.coverage,
      breakEven: breakEvenView(found),
      benefits: result.benefits.map((benefit) => {
        const known = ledger.baselines.get(benefit.input.benefitId);
        const baseline = baselines.find(({ baselineId }) => baselineId === known?.row.baselineId) ?? null;
        return benefitEvaluation(ledger, benefit, { baseline, book }, clocks);
      }),
      toDate: toDateSeries({
        benefits: result.benefits.filter((benefit) => benefit.value.kind !== "no-money"),
        costs: input.costs,
        currency: input.currency,
        places: input.places,
        startedOn: input.startedOn,
        // Beyond that day neither cost nor value is counted, so that the last point is the headline.
        until: result.countedUntil,
        seed: clocks.seed,
      }),
      costs: costsByCategory(found),
      lastLoggedOn: lastLoggedOn(ctx, ledger, found.row.initiativeId),
    };
  });
}

/** Figures that only its own page shows. */
function ownFigures({ input, result }: EvaluatedInitiative) {
  const chances = chanceFigures(input, result);
  const coverage = coverageFigures(input, result);
  return {
    costOfStopping: costOfStopping(input, result).figure,
    chanceOfReturn: chances.chanceOfReturn?.figure ?? null,
    chanceOfFloor: chances.chanceOfFloor?.figure ?? null,
    chanceOfCeiling: chances.chanceOfCeiling?.figure ?? null,
    costCoverage: coverage.costCoverage.figure,
    benefitCoverage: coverage.benefitCoverage.figure,
  };
}

function costsByCategory({ input, result }: EvaluatedInitiative): InitiativeEvaluation["costs"] {
  const text = ({ figure }: ExplainedFigure) =>
    moneyToDecimal(moneyFromDecimal(figure.value ?? "0", input.currency));
  return costFigures(input, result).map(({ category, name, actual, planned, shared }) => ({
    category,
    name,
    actual: text(actual),
    planned: text(planned),
    shared: text(shared),
    figures: { actual: actual.figure, planned: planned.figure, shared: shared.figure },
  }));
}
