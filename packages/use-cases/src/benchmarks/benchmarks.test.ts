import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation, type Explanation } from "@liftledger/roi/explanation";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { listBenchmarks } from "../evaluation/list-benchmarks.ts";
import { closePeriod } from "../periods/close-period.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { changeBenchmarkSet } from "./change-benchmark-set.ts";
import { chooseBenchmarks } from "./choose-benchmarks.ts";
import { createBenchmarkSet } from "./create-benchmark-set.ts";
import { getBenchmarkSet } from "./get-benchmark-set.ts";
import { listBenchmarkChoices } from "./list-benchmark-choices.ts";
import { listBenchmarkSets } from "./list-benchmark-sets.ts";
import { restoreBenchmarkSet, retireBenchmarkSet } from "./retire-benchmark-set.ts";

const facts = {
  basis: "net",
  span: "cumulative",
  source: "board paper 7",
  caveat: "Reviewed each year.",
  bands: { pilots: { floor: "50.0", ceiling: null }, scale: null, transform: null },
  validFrom: "2026-04-01",
  approvedBy: "Grace",
} as const;
const set = { name: "Board hurdles", ...facts };
const own = { judgedBy: "own", purpose: "verdict", reason: "" } as const;

/** The minutes after the ledger's noon. */
const minutes = (ctx: Context, count: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 60_000).toISOString());

function leaves(tree: Explanation): Explanation[] {
  return tree.inputs.length === 0 ? [tree] : tree.inputs.flatMap(leaves);
}

async function openValued(open: Parameters<typeof openLedger>[0]) {
  const ctx = await openLedger(open);
  const { initiativeId } = await makeValuedInitiative(ctx);
  const judged = async (now: Context, asOf?: string) => {
    const { verdict, band, figures } = await evaluateInitiative(now, {
      initiativeId,
      until: "2026-06-24",
      asOf,
    });
    return { status: verdict.status, floor: band?.floor, version: band?.set?.version, figures };
  };
  return { ctx, initiativeId, judged };
}

describeOnEveryDatabase("own benchmarks", (open) => {
  it("are what a new initiative of the phase is told, from the day they count, read as net", async () => {
    const ctx = await openLedger(open);
    const pilots = async (now: Context) =>
      (await listBenchmarks(now)).rows.find(({ phase }) => phase === "pilots")?.inForce;
    const published = { floor: 0.3, ceiling: 0.7, set: null, notComparable: null };
    expect(await pilots(ctx)).toEqual(published);
    const bands = { ...set.bands, pilots: { floor: "1.45", ceiling: null } };
    const { setId } = await createBenchmarkSet(ctx, { ...set, basis: "gross", bands });
    expect(await pilots(minutes(ctx, 1))).toEqual(published);
    const from = { validFrom: "2026-06-26", version: 0 };
    await chooseBenchmarks(minutes(ctx, 1), { ...own, setId, ...from });
    expect(await pilots(minutes(ctx, 2))).toEqual(published);
    const later = at(ctx, "2026-06-26T00:00:00.000Z");
    const chosen = { floor: 0.45, ceiling: null, set: { setId, name: "Board hurdles", version: 1 } };
    expect(await pilots(later)).toEqual({ ...chosen, notComparable: null });
    const scale = (await listBenchmarks(later)).rows.find(({ phase }) => phase === "scale");
    expect(scale?.inForce).toMatchObject({ floor: scale?.floor, set: null });
  });

  it("judge once they are chosen, and name set, version and source down to the leaf", async () => {
    const { ctx, initiativeId, judged } = await openValued(open);
    const published = await judged(ctx);
    expect(published).toMatchObject({ status: "above", floor: 0.3, version: undefined });
    const portfolio = async (now: Context) => (await getPortfolio(now, {})).rows[0];
    await portfolio(ctx);
    const { setId } = await createBenchmarkSet(ctx, set);
    expect(await judged(minutes(ctx, 1))).toMatchObject({ status: "above" });
    await chooseBenchmarks(minutes(ctx, 1), { ...own, setId, validFrom: "2026-04-01", version: 0 });
    const now = minutes(ctx, 2);
    expect(await judged(now)).toMatchObject({ status: "below", floor: 50, version: 1 });
    expect(await portfolio(now)).toMatchObject({ verdict: { status: "below" }, band: { set: { setId } } });
    expect(await judged(now, secondAfter(ctx))).toMatchObject({ status: "above", floor: 0.3 });
    const figureId = `initiative/${initiativeId}/over-floor`;
    const { figure, tree } = await explainFigure(now, { figureId, until: "2026-06-24" });
    expect(evaluateExplanation(tree)).toBe(figure.value);
    expect(leaves(tree).at(-1)).toMatchObject({
      value: "50",
      source: {
        kind: "benchmark",
        text: "Board hurdles, version 1, in force from 2026-04-01, approved by Grace: board paper 7: Reviewed each year.",
        version: 1,
      },
    });
    expect(Number(figure.value)).toBeCloseTo(Number(published.figures.netRoi.value) - 50, 8);
  });

  it("count in their last version in force, and from the day they were chosen from", async () => {
    const { ctx, judged } = await openValued(open);
    const { setId } = await createBenchmarkSet(ctx, set);
    await chooseBenchmarks(ctx, { ...own, setId, validFrom: "2026-04-01", version: 0 });
    const bands = { ...facts.bands, pilots: { floor: "0.1", ceiling: null } };
    await changeBenchmarkSet(minutes(ctx, 1), { setId, version: 1, ...facts, bands });
    expect(await judged(minutes(ctx, 2))).toMatchObject({ status: "on-track", floor: 0.1, version: 2 });
    expect(await judged(minutes(ctx, 2), secondAfter(ctx))).toMatchObject({ status: "below", version: 1 });
    const later = { ...facts, validFrom: "2026-07-01" };
    await changeBenchmarkSet(minutes(ctx, 3), { setId, version: 2, ...later });
    expect(await judged(minutes(ctx, 4))).toMatchObject({ version: 2 });
    await chooseBenchmarks(minutes(ctx, 4), {
      ...own,
      judgedBy: "published",
      validFrom: "2026-06-25",
      version: 1,
    });
    expect(await judged(minutes(ctx, 5))).toMatchObject({ version: 2 });
    const { rows } = await getBenchmarkSet(ctx, { setId });
    expect(rows.map((row) => [row.version, row.validFrom, row.bands.pilots?.floor])).toEqual([
      [3, "2026-07-01", "50"],
      [2, "2026-04-01", "0.1"],
      [1, "2026-04-01", "50"],
    ]);
  });

  it("are chosen for one initiative before what the organisation has chosen, or only told beside", async () => {
    const { ctx, initiativeId, judged } = await openValued(open);
    const { setId } = await createBenchmarkSet(ctx, set);
    const from = { validFrom: "2026-04-01", version: 0 };
    await chooseBenchmarks(ctx, { ...own, setId, ...from });
    await chooseBenchmarks(ctx, { ...own, purpose: "beside", setId, initiativeId, ...from });
    await chooseBenchmarks(ctx, { ...own, judgedBy: "published", initiativeId, ...from });
    expect(await judged(minutes(ctx, 1))).toMatchObject({ status: "above", floor: 0.3 });
    const { verdict } = await evaluateInitiative(ctx, { initiativeId, until: "2026-06-24" });
    expect(verdict.qualifiers.find(({ key }) => key === "own-hurdle")?.text).toContain(
      "set by board paper 7, it would read “Paying, under the benchmark”",
    );
    await chooseBenchmarks(minutes(ctx, 1), {
      ...own,
      judgedBy: "organisation",
      initiativeId,
      ...from,
      version: 1,
    });
    expect(await judged(minutes(ctx, 2))).toMatchObject({ status: "below" });
    const { rows, nextCursor } = await listBenchmarkChoices(ctx, { initiativeId, limit: 2 });
    expect(rows.map(({ judgedBy, version, initiative }) => [judgedBy, version, initiative])).toEqual([
      ["organisation", 2, "Lead scoring"],
      ["published", 1, "Lead scoring"],
    ]);
    const rest = await listBenchmarkChoices(ctx, { initiativeId, limit: 2, cursor: nextCursor ?? "" });
    expect(rest.rows.map(({ purpose, set: name }) => [purpose, name])).toEqual([["beside", "Board hurdles"]]);
  });

  it("take effect in no closed month", async () => {
    const { ctx } = await openValued(open);
    await closePeriod(ctx, { month: "2026-05" });
    const now = minutes(ctx, 1);
    const closed = { kind: "period-closed", details: [{ field: "validFrom", seen: "2026-05" }] };
    await expect(createBenchmarkSet(now, set)).rejects.toMatchObject(closed);
    const { setId } = await createBenchmarkSet(now, { ...set, validFrom: "2026-06-01" });
    const choice = { ...own, setId, version: 0 };
    await expect(chooseBenchmarks(now, { ...choice, validFrom: "2026-05-31" })).rejects.toMatchObject(closed);
    expect(await chooseBenchmarks(now, choice)).toMatchObject({ validFrom: "2026-06-24", version: 1 });
  });

  it("refuse a change from an older state, a set in use that is to be retired, and a retired one", async () => {
    const { ctx } = await openValued(open);
    const { setId } = await createBenchmarkSet(ctx, set);
    const choice = { ...own, setId, version: 0 };
    await chooseBenchmarks(ctx, choice);
    await expect(chooseBenchmarks(ctx, choice)).rejects.toMatchObject({ name: "LostUpdateError" });
    await changeBenchmarkSet(ctx, { setId, version: 1, ...facts });
    await expect(changeBenchmarkSet(ctx, { setId, version: 1, ...facts })).rejects.toMatchObject({
      foundVersion: 2,
    });
    const retiring = { setId, version: 2, reason: "the board has new ones" };
    await expect(retireBenchmarkSet(ctx, retiring)).rejects.toMatchObject({
      kind: "in-use",
      message: expect.stringContaining("in use by the organisation"),
    });
    await chooseBenchmarks(ctx, { ...own, judgedBy: "published", version: 1 });
    await retireBenchmarkSet(ctx, retiring);
    await expect(chooseBenchmarks(ctx, { ...choice, version: 2 })).rejects.toMatchObject({
      kind: "retired",
    });
    expect((await listBenchmarkSets(ctx, { limit: 5 })).rows).toMatchObject([
      { setId, retired: { retiredAt: expect.stringMatching(/^2026-06-24T12:00:00/) } },
    ]);
    await restoreBenchmarkSet(ctx, { setId, version: 2 });
    expect(await chooseBenchmarks(ctx, { ...choice, version: 2 })).toMatchObject({ setId });
  });

  it.each([
    ["no band", { bands: { pilots: null, scale: null, transform: null } }, "bands"],
    [
      "a ceiling at its floor",
      { bands: { ...facts.bands, scale: { floor: "1", ceiling: "1.0" } } },
      "bands.scale.ceiling",
    ],
    [
      "a floor under the loss of everything",
      { bands: { ...facts.bands, scale: { floor: "-1.01", ceiling: null } } },
      "bands.scale.floor",
    ],
    ["an approver who enters it", { approvedBy: "Local administrator" }, "approvedBy"],
  ])("refuse %s", async (_case, wrong, field) => {
    const ctx = await openLedger(open);
    await expect(createBenchmarkSet(ctx, { ...set, ...wrong })).rejects.toMatchObject({
      details: [{ field }],
    });
  });

  it("are for finance", async () => {
    const ctx = await openLedger(open);
    const contributor = { ...ctx, actor: { ...ctx.actor, role: "contributor" as const } };
    await expect(createBenchmarkSet(contributor, set)).rejects.toMatchObject({ kind: "forbidden" });
    const choice = { ...own, judgedBy: "published" as const, version: 0 };
    await expect(chooseBenchmarks(contributor, choice)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
