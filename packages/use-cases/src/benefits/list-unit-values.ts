import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import type { UnitValue } from "@liftledger/contracts/unit-value";
import { listBenefitAssumptions, type BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { listBenefits } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { listSeriesByIds } from "@liftledger/database/series";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import { assumptionsAuthor } from "../approvals/assumptions-author.ts";
import { decidersOf } from "../approvals/deciders.ts";
import { isSet } from "../approvals/waiting-assumptions.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { pageRows } from "../lists/page-rows.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { benefitViews } from "./benefit-view.ts";

/** What every benefit that is claimed is assumed to be worth, who set it as it stands and who approved it. */
export async function listUnitValues(
  ctx: Context,
  query: EndpointRequest<"listUnitValues">["query"],
): Promise<EndpointOutput<"listUnitValues">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) =>
    pageRows(lists.listUnitValues.list, await unitValues(ctx, db), query),
  );
}

async function unitValues(ctx: Context, db: Reader): Promise<UnitValue[]> {
  const benefits = await listBenefits(db, ctx.organisationId);
  const versions = Map.groupBy(
    await listBenefitAssumptions(
      db,
      ctx.organisationId,
      benefits.map(({ benefitId }) => benefitId),
    ),
    ({ benefitId }) => benefitId,
  );
  const ids = [...new Set(benefits.map(({ initiativeId }) => initiativeId))];
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  const nameOfInitiative = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const seriesIds = [...new Set(benefits.map(({ seriesId }) => seriesId))];
  const series = await listSeriesByIds(db, ctx.organisationId, seriesIds);
  const kpis = await kpisOfSeries(ctx, db, series);
  const heads = new Map(series.map((one) => [one.seriesId, one]));
  const { currency } = await getOrganisation(ctx, db);
  const standing = await standingOf(ctx, db);
  const rows: UnitValue[] = [];
  for (const { withdrawnAt: _withdrawnAt, ...shown } of await benefitViews(ctx, db, benefits)) {
    const kpi = entryOf(kpis, shown.seriesId);
    const { scope, currency: own } = entryOf(heads, shown.seriesId);
    rows.push({
      ...shown,
      initiative: entryOf(nameOfInitiative, shown.initiativeId),
      kpiKey: kpi.key,
      kpiName: kpi.name,
      scope,
      currency: own ?? currency,
      ...(await standing(versions.get(shown.benefitId) ?? [], kpi)),
    });
  }
  return rows;
}

type Standing = Pick<
  UnitValue,
  "state" | "proposedBy" | "proposedAt" | "approvedBy" | "decision" | "approvers"
>;

const nothing = { proposedBy: null, proposedAt: null, approvedBy: null, decision: null, approvers: [] };

/** How the versions of a benefit stand: whose proposal the last one is, and who stands for it or may. */
async function standingOf(
  ctx: Context,
  db: Reader,
): Promise<(known: readonly BenefitAssumptions[], kpi: Kpi) => Promise<Standing>> {
  const nameOf = await personNames(ctx, db);
  const deciderOf = await decidersOf(ctx, db);
  return async (known, kpi) => {
    const last = known.at(-1);
    if (unitValueRule(kpi).kind === "none") return { ...nothing, state: "no-money" };
    if (last === undefined || !isSet(last, kpi)) return { ...nothing, state: "unset" };
    const author = assumptionsAuthor(known) ?? last.recordedBy;
    const proposed = { proposedBy: nameOf(author), proposedAt: last.recordedAt };
    if (last.approvedBy !== null) {
      return { ...nothing, ...proposed, state: "approved", approvedBy: nameOf(last.approvedBy) };
    }
    return { ...nothing, ...proposed, state: "proposed", ...(await deciderOf([author])) };
  };
}
