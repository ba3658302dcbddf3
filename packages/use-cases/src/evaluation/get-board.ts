import type { Board } from "@liftledger/contracts/portfolio";
import { inSnapshot } from "@liftledger/database/transaction";
import { costOfStopping } from "@liftledger/roi/cost-of-stopping";
import { decisionAsked } from "@liftledger/roi/decision-asked";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { evaluateOrganisation, type ClocksRequest } from "./evaluate-organisation.ts";
import { getPortfolio } from "./get-portfolio.ts";

/** As many decisions as one screen and one printed page have room for. */
const decisionsOnABoard = 8;

/**
 * The portfolio on one screen: what was spent, what came back, and for each initiative that needs a decision which one
 * and what stopping it would cost. Its figures are those of the portfolio.
 */
export async function getBoard(ctx: Context, request: ClocksRequest): Promise<Board> {
  mustBe(ctx, "viewer");
  const portfolio = await getPortfolio(ctx, request);
  const { needsDecision, until, asOf } = portfolio;
  const ids = needsDecision.slice(0, decisionsOnABoard);
  const decisions = await inSnapshot(ctx.db, async (db) => {
    // As the portfolio knew it, so that both say the same whatever is written in between.
    const { initiatives } = await evaluateOrganisation(ctx, db, { until, asOf }, ids);
    return ids.flatMap((id) => {
      const row = portfolio.rows.find(({ initiativeId }) => initiativeId === id);
      const found = initiatives.find((one) => one.row.initiativeId === id);
      const asked = row && decisionAsked(row.verdict.status, row.phase);
      if (row === undefined || found === undefined || !asked) return [];
      const { initiativeId, name, owner, team, phase, verdict, band, netRoi, realisedValue, cost } = row;
      return {
        initiativeId,
        name,
        owner,
        team,
        phase,
        verdict,
        band,
        netRoi,
        realisedValue,
        cost,
        decisionAsked: asked.words,
        costOfStopping: costOfStopping(found.input, found.result).figure,
      };
    });
  });
  const { organisationName, currency, engineVersion, figures, counts } = portfolio;
  const { headline, headlineParts, subline, sublineParts } = portfolio;
  return {
    organisationName,
    currency,
    until,
    asOf,
    engineVersion,
    headline,
    headlineParts,
    subline,
    sublineParts,
    figures,
    counts,
    decisions,
    more: needsDecision.length - decisions.length,
  };
}
