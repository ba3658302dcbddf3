import type { FigureExplanation } from "@liftledger/contracts/evaluation";
import { getBenefit } from "@liftledger/database/benefits";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { breakEvenFigures } from "@liftledger/roi/break-even-figures";
import { costOfStopping } from "@liftledger/roi/cost-of-stopping";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import {
  evaluateOrganisation,
  type ClocksRequest,
  type EvaluatedInitiative,
} from "./evaluate-organisation.ts";
import { poolOrganisation } from "./get-portfolio.ts";

/** The figures of an initiative by the last part of their id. */
const initiativeKeys = {
  "net-roi": "netRoi",
  "cash-plus-capacity-roi": "cashPlusCapacityRoi",
  "in-phase-roi": "inPhaseRoi",
  "realised-value": "realisedValue",
  "measured-value": "measuredValue",
  cost: "cost",
  "net-benefit": "netBenefit",
  "over-floor": "overFloor",
} as const;

const portfolioKeys = {
  "net-roi": "netRoi",
  "net-roi-of-all": "netRoiOfAll",
  "realised-value": "realisedValue",
  cost: "cost",
  "net-benefit": "netBenefit",
  "cost-of-all": "costOfAll",
} as const;

const benefitKeys = {
  "incremental-units": "units",
  "measured-value": "measured",
  "realised-value": "realised",
} as const;

/**
 * How a figure came about, by its id ("initiative/…/net-roi", "benefit/…/realised-value",
 * "portfolio/cost"): the formula with the numbers in it, down to the snapshots, assumptions and sources.
 */
export async function explainFigure(
  ctx: Context,
  request: ClocksRequest & { figureId: string },
): Promise<FigureExplanation> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const explained = await findFigure(ctx, db, request);
    if (explained === undefined)
      throw new ProblemError("not-found", `There is no figure "${request.figureId}".`);
    return explained;
  });
}

async function findFigure(
  ctx: Context,
  db: Reader,
  request: ClocksRequest & { figureId: string },
): Promise<ExplainedFigure | undefined> {
  const [subject, id = "", key = ""] = request.figureId.split("/");
  if (subject === "portfolio") {
    const name = lookUp(portfolioKeys, id);
    if (name === undefined) return undefined;
    const pooled = poolOrganisation(await evaluateOrganisation(ctx, db, request));
    return name === "netRoiOfAll" || name === "costOfAll" ? pooled[name] : pooled.figures[name];
  }
  if (subject === "initiative") {
    const [found] = (await evaluateOrganisation(ctx, db, request, [id])).initiatives;
    return found && initiativeFigure(found, key);
  }
  if (subject === "benefit") {
    const name = lookUp(benefitKeys, key);
    const { initiativeId } = await getBenefit(db, ctx.organisationId, id);
    const evaluated = await evaluateOrganisation(ctx, db, request, [initiativeId]);
    const benefit = evaluated.initiatives[0]?.result.benefits.find(({ input }) => input.benefitId === id);
    return name && benefit?.figures[name];
  }
  return undefined;
}

/** What is computed with every evaluation, and what only its page and the board show. */
function initiativeFigure({ input, result }: EvaluatedInitiative, key: string): ExplainedFigure | undefined {
  if (key === "cost-of-stopping") return costOfStopping(input, result);
  if (key.startsWith("break-even-")) {
    const figures: Record<string, ExplainedFigure | null> = breakEvenFigures(input, result);
    return Object.hasOwn(figures, key) ? (figures[key] ?? undefined) : undefined;
  }
  const name = lookUp(initiativeKeys, key);
  return name && result.figures[name];
}

function lookUp<Keys extends Record<string, string>>(keys: Keys, key: string): Keys[keyof Keys] | undefined {
  return Object.hasOwn(keys, key) ? keys[key as keyof Keys] : undefined;
}
