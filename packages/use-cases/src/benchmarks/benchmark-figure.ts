import type { Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { publishedFigure, setEdgeFigure } from "@liftledger/roi/benchmark-figure";
import type { BandEdge } from "@liftledger/roi/benchmark-figure-id";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import { phases } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import type { FigureAsked } from "../evaluation/figure-asked.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { knownSet } from "./known-benchmarks.ts";

/**
 * Where a number of a benchmark comes from, by its id: of what is published ("benchmark/published/pilots-roi/floor") its
 * publisher, basis, span and caveat; of an organisation's own ("benchmark/set/…/2/pilots/floor") its version with who
 * entered and approved it. Undefined where there is none.
 */
export async function benchmarkFigure(
  ctx: Context,
  db: Reader,
  { figureId, until = ctx.today, asOf = ctx.now }: FigureAsked,
): Promise<ExplainedFigure | undefined> {
  const [, library, ...place] = figureId.split("/");
  const edge = place.pop();
  if (!isEdge(edge)) return undefined;
  const { currency } = await getOrganisation(ctx, db);
  const context = { until, asOf, grade: null, currency, places: currencyExponent(currency) };
  if (library === "published") return publishedFigure(place.join("/"), edge, context);
  const [setId = "", version = "", phaseKey, ...rest] = place;
  const phase = phases.find((one) => one === phaseKey);
  if (library !== "set" || phase === undefined || rest.length > 0) return undefined;
  const nameOf = await personNames(ctx, db);
  const set = await knownSet(ctx, db, { setId, version: Number(version), asOf, nameOf });
  return set && setEdgeFigure(set, phase, edge, context);
}

function isEdge(text: string | undefined): text is BandEdge {
  return text === "floor" || text === "ceiling";
}
