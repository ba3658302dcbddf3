import type { Kpi, NewKpi } from "@liftledger/contracts/kpi";
import { findLatestKpi } from "@liftledger/database/kpis";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetiredKpis } from "./refuse-retired-kpis.ts";
import { writeKpiVersion } from "./write-kpi-version.ts";

/** Adds a KPI of the company's own under a key nobody has. */
export async function createKpi(ctx: Context, { key, ...definition }: NewKpi): Promise<Kpi> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const there = await findLatestKpi(tx, ctx.organisationId, key);
    if (there !== undefined) {
      await refuseRetiredKpis(ctx, tx, [{ kpiKey: key, field: "key" }], "restore it, or choose another key");
      throw new ProblemError(
        "conflict",
        `There is a KPI "${key}" already; change it to make a new version.`,
        [{ field: "key", message: "taken", seen: key }],
      );
    }
    const change = { action: "createKpi", before: null };
    return writeKpiVersion(ctx, tx, audit, { key, version: 1, definition, ...change });
  });
}
