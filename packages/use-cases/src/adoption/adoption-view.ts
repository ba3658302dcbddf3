import { Adoption as WireAdoption } from "@liftledger/contracts/adoption";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { lastDay } from "@liftledger/kpis/period";
import { assumedAdoption } from "@liftledger/roi/business-case/assumed-adoption";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import { adoptionFigure, adoptionOn, type AdoptionLook } from "@liftledger/roi/governance/adoption";
import { approvedCaseOf } from "../business-cases/approved-case-of.ts";
import { evaluatedVersion } from "../business-cases/evaluated-version.ts";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { ProblemError } from "../problem.ts";
import { writableCopy } from "../writable-copy.ts";
import { readAdoption, type KnownAdoption } from "./read-adoption.ts";

/** The day and the instant of a look at adoption. */
export interface AdoptionClocks {
  until: string;
  asOf: string;
}

/** How far an initiative is used, as it crosses the wire. */
export async function adoptionView(
  ctx: Context,
  db: Reader,
  { initiativeId }: Pick<NamedInitiative, "initiativeId">,
  clocks: AdoptionClocks,
): Promise<WireAdoption> {
  const nameOf = await personNames(ctx, db);
  const known = (await readAdoption(ctx, db, [initiativeId], { asOf: clocks.asOf, nameOf })).get(
    initiativeId,
  );
  const { named, series = null, weeks = [] } = known ?? {};
  const found = known === undefined || series === null ? null : adoptionOn(weeks, clocks.until);
  const explained = known && (await figureOf(ctx, db, initiativeId, known, clocks));
  return WireAdoption.parse({
    initiativeId,
    ...clocks,
    series:
      series === null
        ? null
        : { seriesId: series.row.seriesId, kpiKey: series.row.kpiKey, name: series.name },
    version: named?.version ?? 0,
    recordedAt: named?.recordedAt ?? null,
    recordedBy: named === undefined ? null : nameOf(named.recordedBy),
    sameAsCase: named?.sameAsCase ?? false,
    figure: explained?.figure ?? null,
    now: found?.kind === "known" ? lookView(found.now) : null,
    before: found?.kind === "known" && found.before !== null ? lookView(found.before) : null,
    weeks: weeks
      .filter(({ period }) => lastDay(period) <= clocks.until)
      .map(({ period, users, of }) => ({ period, users, of })),
    assumed: await assumedView(ctx, db, initiativeId, clocks),
  });
}

/** The figure of adoption with its tree; undefined where no series is named. */
export async function adoptionFigureOf(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  clocks: AdoptionClocks,
): Promise<ExplainedFigure | undefined> {
  const nameOf = await personNames(ctx, db);
  const known = (await readAdoption(ctx, db, [initiativeId], { asOf: clocks.asOf, nameOf })).get(
    initiativeId,
  );
  return known && figureOf(ctx, db, initiativeId, known, clocks);
}

async function figureOf(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  { series, weeks }: KnownAdoption,
  clocks: AdoptionClocks,
): Promise<ExplainedFigure | undefined> {
  if (series === null) return undefined;
  const { currency } = await getOrganisation(ctx, db);
  const context = { ...clocks, grade: null, currency, places: currencyExponent(currency) };
  const subject = { initiativeId, series: series.name, kpi: series.kpi };
  return adoptionFigure(context, subject, adoptionOn(weeks, clocks.until));
}

const lookView = ({ from, to, weeks, share }: AdoptionLook) => ({ from, to, weeks: weeks.length, share });

/** What the case that was approved last by the instant assumes; null where there is none. */
async function assumedView(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  { until, asOf }: AdoptionClocks,
): Promise<WireAdoption["assumed"]> {
  const found = await approvedCaseOf(ctx, db, initiativeId, { asOf });
  if (found === undefined) return null;
  const { caseId, name, number: caseNumber } = found;
  try {
    const { plan } = await evaluatedVersion(ctx, db, { caseId, number: caseNumber });
    return { caseId, caseNumber, name, lines: writableCopy(assumedAdoption(plan, until)) };
  } catch (error) {
    // A version that cannot be evaluated any more assumes nothing that could be said.
    if (error instanceof ProblemError) return { caseId, caseNumber, name, lines: [] };
    throw error;
  }
}
