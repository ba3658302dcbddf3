import type { FileAnswer } from "@liftledger/contracts/file-answer";
import { wholeOrganisation } from "@liftledger/database/benchmark-choices";
import { listCaseSignatures } from "@liftledger/database/case-signatures";
import { listBusinessCases } from "@liftledger/database/business-cases";
import { listCaseVersions, type CaseVersion } from "@liftledger/database/case-versions";
import { latestExchangeRates } from "@liftledger/database/exchange-rates";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { scenarioFigures } from "@liftledger/files/case-workbook/flow-figures";
import { planBenchmarks } from "@liftledger/files/case-workbook/plan-benchmarks";
import { poolCases, type CasePool, type PooledCase } from "@liftledger/files/case-workbook/pooled-cases";
import {
  portfolioCase,
  type PortfolioWorkbookInput,
} from "@liftledger/files/case-workbook/portfolio-workbook";
import { findExchangeRate } from "@liftledger/finance/exchange-rate";
import { caseAgainstBenchmarks } from "@liftledger/roi/business-case/case-benchmarks";
import { phaseNames } from "@liftledger/roi/phase";
import { benchmarksInForce, readBenchmarks } from "../benchmarks/known-benchmarks.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import type { Reckon } from "../reckoning/reckon.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { caseSettingsInForce, defaultRateOf } from "./case-settings-in-force.ts";
import { dayOf } from "../organisations/day-of.ts";
import { fileNameOf, versionPaper } from "./version-paper.ts";

/**
 * The approved versions of all cases that are not retired, pooled, as a live workbook. It bears the instant of the last
 * approval among them: while nothing of it changes it is the same file. Throws "conflict" where nothing can be pooled.
 */
export async function getCasePortfolioWorkbook(ctx: Context, reckon: Reckon): Promise<FileAnswer> {
  const { portfolio } = await pooledPortfolio(ctx);
  return { fileName: fileName(portfolio, "xlsx"), bytes: await reckon("portfolioWorkbook", portfolio) };
}

/** The same for the board: a page of them all, then one of each case, those that are left out of the pool too. */
export async function getCasePortfolioPaper(ctx: Context, reckon: Reckon): Promise<FileAnswer> {
  const { portfolio, cases } = await pooledPortfolio(ctx);
  const { title, organisation, asOf } = portfolio;
  const report = { title, organisation, asOf, portfolio, cases: cases.map(({ input }) => input) };
  return { fileName: fileName(portfolio, "pdf"), bytes: await reckon("boardPdf", report) };
}

function fileName({ organisation, asOf }: PortfolioWorkbookInput, ending: string): string {
  return `${fileNameOf(organisation, "portfolio")}-cases-${asOf.slice(0, 10)}.${ending}`;
}

async function pooledPortfolio(
  ctx: Context,
): Promise<{ portfolio: PortfolioWorkbookInput; cases: readonly PooledCase[] }> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const nameOf = await personNames(ctx, db);
    const cases = await approvedCases(ctx, db, nameOf);
    const found = cases.length === 0 ? null : await pooled(ctx, db, cases, nameOf);
    if (found === null) throw new ProblemError("conflict", nothingToPool(cases));
    const portfolio = { ...found.portfolio, subtitle: subtitleOf(cases, found) };
    return { portfolio: { ...portfolio, benchmarks: await benchmarksOf(ctx, db, portfolio, nameOf) }, cases };
  });
}

function nothingToPool(cases: readonly PooledCase[]): string {
  return cases.length === 0
    ? "No business case is approved yet: what is planned is added up from approved cases."
    : "None of the approved cases can be added up: they are in currencies without an exchange rate to the organisation's, or in other prices than its discount rate.";
}

/** The approved cases that are not retired, the one approved first first. */
async function approvedCases(ctx: Context, db: Reader, nameOf: PersonNames): Promise<PooledCase[]> {
  const versions = await listCaseVersions(db, ctx.organisationId, { status: "approved" });
  const retired = await retiredViews(ctx, db, "business-case");
  const standing = versions.filter(({ caseId }) => retired(caseId) === null);
  const caseIds = standing.map(({ caseId }) => caseId);
  const cases = await listBusinessCases(db, ctx.organisationId, { caseIds });
  const kept = new Map(cases.map((one) => [one.caseId, one]));
  const ids = [...new Set(standing.map(({ caseId }) => entryOf(kept, caseId).initiativeId))];
  const stored = await listInitiativesByIds(db, ctx.organisationId, ids);
  const views = await initiativeViews(ctx, db, stored);
  const initiatives = new Map(views.map((view) => [view.initiativeId, view]));
  const { name: organisation } = await getOrganisation(ctx, db);
  const signatures = await listCaseSignatures(db, ctx.organisationId, { caseIds });
  return standing
    .map((version): PooledCase => {
      const { caseId, name, initiativeId } = entryOf(kept, version.caseId);
      const initiative = entryOf(initiatives, initiativeId);
      const about = {
        nameOf,
        initiative: initiative.name,
        organisation,
        dayOf: (instant: string) => dayOf(ctx, instant),
        signatures,
      };
      return {
        caseId,
        name,
        approvedAt: approvedAt(version),
        initiative: {
          id: initiativeId,
          name: initiative.name,
          owner: initiative.owner,
          phase: phaseNames[initiative.phase],
        },
        ...versionPaper({ name }, version, about),
      };
    })
    .toSorted((one, other) => (one.approvedAt < other.approvedAt ? -1 : 1));
}

function approvedAt({ decidedAt, changedAt }: CaseVersion): string {
  return decidedAt ?? changedAt;
}

/** Pooled in the organisation's currency at its discount rate; where it has none, at the rate of the case approved last. */
async function pooled(
  ctx: Context,
  db: Reader,
  cases: readonly PooledCase[],
  nameOf: PersonNames,
): Promise<CasePool | null> {
  const { name: organisation, currency } = await getOrganisation(ctx, db);
  const last = cases.at(-1);
  if (last === undefined) return null;
  const own = defaultRateOf(ctx, await caseSettingsInForce(ctx, db));
  const rate = own ?? last.plan.discountRate;
  const whose = own === undefined ? `that of ${last.name}, the case approved last: ` : "";
  const by = rate.setBy === null ? "" : `; set by ${own === undefined ? rate.setBy : nameOf(rate.setBy)}`;
  const known = await latestExchangeRates(db, ctx.organisationId);
  return poolCases(cases, {
    title: `Business cases of ${organisation}`,
    organisation,
    subtitle: "",
    asOf: last.approvedAt,
    currency,
    annualRate: rate.annual,
    rateSource: `${whose}${rate.source}${by}`,
    prices: rate.prices,
    rateOf: (from) => {
      const found = findExchangeRate(known, { from, to: currency, date: ctx.today });
      if (found === undefined) return undefined;
      return { rate: found.rate, source: `Exchange rate of ${found.date}` };
    },
  });
}

function subtitleOf(cases: readonly PooledCase[], { leftOut }: CasePool): string {
  const count = cases.length - leftOut.length;
  const approved = `${count} approved business ${count === 1 ? "case" : "cases"}`;
  if (leftOut.length === 0) return approved;
  return `${approved}. Left out: ${leftOut.map(({ name, reason }) => `${name} (${reason})`).join("; ")}`;
}

/** What the benchmarks in force for the whole organisation say to the pooled return, after risk. */
async function benchmarksOf(
  ctx: Context,
  db: Reader,
  portfolio: PortfolioWorkbookInput,
  nameOf: PersonNames,
) {
  const known = await readBenchmarks(ctx, db, ctx.now);
  const asked = { until: ctx.today, nameOf };
  const { benchmarks } = benchmarksInForce(known, wholeOrganisation, asked);
  const { netRoi } = scenarioFigures(portfolioCase(portfolio).input)[0]?.after.metrics ?? {};
  const against = netRoi?.kind === "value" ? caseAgainstBenchmarks(netRoi.ratio, benchmarks) : null;
  return planBenchmarks(against);
}
