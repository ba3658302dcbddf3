import type { ChangeKpi, Kpi } from "@liftledger/contracts/kpi";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { findLatestKpi } from "@liftledger/database/kpis";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { kpiOf } from "./kpi-view.ts";
import { writeKpiVersion } from "./write-kpi-version.ts";

/**
 * Makes the next version of a KPI. Series keep the version they were made with: a change never gives old
 * data a new meaning. The caller says which version it read: "conflict" when somebody was faster.
 */
export async function changeKpi(
  ctx: Context,
  { kpiKey, version, ...definition }: ChangeKpi & { kpiKey: string },
): Promise<Kpi> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const latest = await findLatestKpi(tx, ctx.organisationId, kpiKey);
    if (latest === undefined) throw new NotFoundError("KPI", kpiKey);
    if (latest.version !== version) throw new LostUpdateError("KPI", kpiKey, version, latest.version);
    await refuseRetired(
      ctx,
      tx,
      "kpi",
      [{ objectId: kpiKey, name: kpiOf(latest).name, field: "kpiKey" }],
      "restore it to change it",
    );
    const next = { key: kpiKey, version: latest.version + 1, definition };
    return writeKpiVersion(ctx, tx, audit, { ...next, action: "changeKpi", before: latest });
  });
}
