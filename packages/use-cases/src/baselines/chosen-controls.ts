import { designParts, type BaselineDesign } from "@liftledger/baselines/baseline-design";
import { chooseBaseline } from "@liftledger/baselines/choose-baseline";
import { getSeries, type Series } from "@liftledger/database/series";
import type { Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { judgeControls, type JudgedControl } from "./judge-controls.ts";
import type { PrePeriod, PrePeriodRange } from "./pre-period.ts";

/** Whether a control series over so many periods is subtracted as it is, by what was asked and by the ladder. */
export function isSubtracted(
  { periodType }: Series,
  { snapshots }: Pick<PrePeriod, "snapshots">,
  { controlMethod }: Pick<PrePeriodRange, "controlMethod">,
): boolean {
  const asked = controlMethod === undefined || controlMethod === null ? {} : { method: controlMethod };
  const { design } = chooseBaseline({
    periodType,
    prePeriods: snapshots.length,
    controls: ["one"],
    ...asked,
  });
  return design !== null && designParts(design).difference !== null;
}

/**
 * The control series that a baseline asks for, in its order, each with what it shows in the window. Throws
 * "invalid-request" for those that do not fit, each with why; where `isLenient`, these are left out instead.
 */
export async function chosenControls(
  ctx: Context,
  db: Reader,
  own: Series,
  found: PrePeriod,
  range: PrePeriodRange & { isLenient?: boolean },
): Promise<JudgedControl[]> {
  const ids = [...new Set(range.controlSeriesIds ?? [])];
  if (ids.length === 0) return [];
  const series: Series[] = [];
  for (const id of ids) series.push(await getSeries(db, ctx.organisationId, id));
  const question = { own, pre: found.snapshots, subtracts: isSubtracted(own, found, range) };
  const judged = await judgeControls(ctx, db, question, series);
  const wrong = judged.filter(({ fault }) => fault !== null);
  if (range.isLenient !== true && wrong.length > 0) {
    const message = wrong.map(({ name, fault }) => `${name}: ${fault}`).join(" ");
    throw new ProblemError(
      "invalid-request",
      `It cannot be compared with ${wrong.length === 1 ? "this series" : "these series"}. ${message}`,
      wrong.map(({ name, fault, series: { seriesId } }) => {
        return { field: "controlSeriesIds", message: `${name}: ${fault}`, seen: seriesId };
      }),
    );
  }
  return judged.filter(({ fault }) => fault === null);
}

/** The controls that a design weighs or subtracts. */
export function controlsInDesign<Control extends { readonly name: string }>(
  design: BaselineDesign,
  controls: readonly Control[],
): Control[] {
  return controls.filter(({ name }) => useOf(design, name) !== "left-out");
}

/** What a design does with a control. */
export function useOf(design: BaselineDesign, name: string): "weighed" | "subtracted" | "left-out" {
  const { controls, difference } = designParts(design);
  if (name === difference) return "subtracted";
  return controls.includes(name) ? "weighed" : "left-out";
}

/** The snapshots of the controls that a design names, as freezing keeps them and its digest takes them. */
export function snapshotsOfControls(
  design: BaselineDesign,
  controls: readonly JudgedControl[],
): { seriesId: string; snapshots: readonly Snapshot[] }[] {
  return controlsInDesign(design, controls).map(({ series: { seriesId }, before }) => {
    return { seriesId, snapshots: before };
  });
}
