import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { wholeOrganisation } from "@liftledger/database/benchmark-choices";
import { phaseBenchmarks, phaseCaveats } from "@liftledger/roi/benchmark-library/phase-figures";
import { bandsOf } from "@liftledger/roi/benchmark-set";
import type { Phase } from "@liftledger/roi/phase";
import { lists } from "@liftledger/contracts/lists";
import { benchmarksInForce, readBenchmarks } from "../benchmarks/known-benchmarks.ts";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";

/**
 * The phase benchmarks of the default library, each with its source, basis and caveat, and with what a new initiative
 * is judged by today: the organisation's own where one is chosen and in force.
 */
export async function listBenchmarks(
  ctx: Context,
  query: ListQuery = {},
): Promise<EndpointOutput<"listBenchmarks">> {
  mustBe(ctx, "viewer");
  const nameOf = await personNames(ctx, ctx.db.read);
  const known = await readBenchmarks(ctx, ctx.db.read, ctx.now);
  const { benchmarks } = benchmarksInForce(known, wholeOrganisation, { until: ctx.today, nameOf });
  const bandIn = bandsOf(benchmarks);
  const inForce = (phase: Phase) => {
    const band = bandIn(phase);
    const isOwn = benchmarks?.bands.some((own) => own.phase === phase) === true;
    return {
      floor: band?.floor ?? null,
      ceiling: band?.ceiling ?? null,
      set: isOwn ? { setId: benchmarks.setId, name: benchmarks.name, version: benchmarks.version } : null,
      notComparable: band?.notComparable ?? null,
    };
  };
  const rows = phaseBenchmarks.map((benchmark) => ({
    phase: benchmark.phase,
    floor: benchmark.floor,
    ceiling: benchmark.ceiling,
    durationMonths: [...benchmark.durationMonths],
    expectation: benchmark.expectation,
    basis: benchmark.basis,
    publisher: benchmark.publisher,
    caveat: `It is read as cumulative net. ${phaseCaveats.join(" ")}`,
    inForce: inForce(benchmark.phase),
  }));
  return pageRows(lists.listBenchmarks.list, rows, query);
}
