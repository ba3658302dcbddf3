import { capitalised } from "@liftledger/kpis/within-sentence";
import { numberToDecimal } from "@liftledger/numerics/decimal";
import type { SnapshotValue } from "./benefit-input.ts";
import { curveOutcomes, leaf, type Explanation } from "./explanation.ts";
import { snapshotPoint, type HistoryRequest } from "./history-measure.ts";
import type { CountedUnit, Measured } from "./incremental-units.ts";
import { liftMeasure, liftOfPoints, type MeasuredPoint } from "./lift-measure.ts";
import type { ControlPeriod, FromControlOutcomes, FromResponseCurve } from "./measurement.ts";
import { percentText } from "./percent-text.ts";
import { expectedOutcomes, type ResponseCurve } from "./response-curve.ts";

/** Which side of a KPI is spend, and which are the outcomes it brings. */
interface Sides {
  spend: "numerator" | "denominator";
  outcomes: "numerator" | "denominator";
}

/**
 * Outcomes against those expected at the actual spend: U = D − D₀, with D₀ = c · Σ yardstick. The yardstick of a period
 * is what the response curve expects at its spend, or the outcomes of a control series whose spend moved alike; c is
 * its level in the periods before the start, with their noise, by the same baseline as any ratio. The spend is the
 * actual one on both sides, so N − N₀ = 0: changing the spend earns nothing by itself.
 */
export function outcomeMeasure(
  history: HistoryRequest,
  from: FromResponseCurve | FromControlOutcomes,
): Measured {
  const { input, mature, wideningFactor } = history;
  const sides = sidesOf(history);
  const counted = countedOutcomes(history, sides);
  const request = {
    before: outcomeHistory(history, from),
    after: mature.map((snapshot) => yardstickPoint(snapshot, input, from)),
    direction: sides.outcomes === "numerator" ? input.kpi.direction : ("higher" as const),
    design: { kind: "flat" } as const,
    wideningFactor,
  };
  return liftMeasure(
    request,
    liftOfPoints(request),
    {
      counted,
      expectedLabel: `${capitalised(counted.counts)} expected without AI at the actual spend`,
      formula:
        from.kind === "response-curve"
          ? `level before the start × ${counted.counts} that the response curve expects of the actual spend`
          : `${counted.counts} per one of ${from.name} before the start × those of ${from.name} since the start`,
    },
    { outOfRange: (periods) => outOfRange(history, sides, from, periods), volumeOver: () => null },
  );
}

/** The periods before the start as outcomes over their yardstick; those without a yardstick are left out. */
export function outcomeHistory(
  { input, baseline }: Pick<HistoryRequest, "input" | "baseline">,
  from: FromResponseCurve | FromControlOutcomes,
): MeasuredPoint[] {
  const sides = sidesOf({ input });
  return baseline.before
    .filter((snapshot) => whyNoYardstick(snapshot, sides, from) === null)
    .map((snapshot) => yardstickPoint(snapshot, input, from));
}

function sidesOf({ input }: Pick<HistoryRequest, "input">): Sides {
  return input.kpi.numerator.measure === "spend"
    ? { spend: "numerator", outcomes: "denominator" }
    : { spend: "denominator", outcomes: "numerator" };
}

function countedOutcomes({ input: { kpi } }: HistoryRequest, { outcomes }: Sides): CountedUnit {
  return outcomes === "numerator" ? kpi.numerator : { ...kpi.denominator, measure: "count" };
}

/** A period as outcomes over their yardstick. Without a yardstick it is 0, and the period is out of range. */
function yardstickPoint(
  snapshot: SnapshotValue,
  input: HistoryRequest["input"],
  from: FromResponseCurve | FromControlOutcomes,
): MeasuredPoint {
  const { kpi } = input;
  const sides = sidesOf({ input });
  const explain = (currency: string) => {
    const logged = snapshotPoint(snapshot, kpi).explain(currency);
    return {
      numerator: logged[sides.outcomes],
      denominator:
        from.kind === "response-curve"
          ? curveOutcomes(
              `${capitalised(kpi[sides.outcomes].counts)} that the response curve expects, ${snapshot.period}`,
              from.curve,
              curveText(from.curve, snapshot[sides.spend]),
              logged[sides.spend],
              from.source,
            )
          : controlLeaf(from, snapshot.period),
    };
  };
  return {
    period: snapshot.period,
    numerator: snapshot[sides.outcomes],
    denominator:
      from.kind === "response-curve"
        ? curveText(from.curve, snapshot[sides.spend])
        : (controlPeriod(from, snapshot.period)?.outcomes ?? "0"),
    explain,
  };
}

function curveText(curve: ResponseCurve, spend: string): string {
  const answer = expectedOutcomes(curve, Number(spend));
  return answer.kind === "value" ? numberToDecimal(answer.outcomes, 15) : "0";
}

function controlPeriod({ periods }: FromControlOutcomes, period: string): ControlPeriod | undefined {
  return periods.find((one) => one.period === period);
}

function controlLeaf(from: FromControlOutcomes, period: string): Explanation {
  const found = controlPeriod(from, period);
  const source = found?.source ?? { kind: "measured" as const, text: "not logged" };
  return leaf(`Outcomes of ${from.name}, ${period}`, found?.outcomes ?? "0", "count", source);
}

function whyNoYardstick(
  snapshot: SnapshotValue,
  sides: Sides,
  from: FromResponseCurve | FromControlOutcomes,
): string | null {
  if (from.kind === "control-outcomes") {
    const found = controlPeriod(from, snapshot.period);
    return found === undefined ? `${from.name} has nothing logged for ${snapshot.period}` : null;
  }
  const answer = expectedOutcomes(from.curve, Number(snapshot[sides.spend]));
  return answer.kind === "value" ? null : answer.reason;
}

/** How far the spend may move away from that of the control, either way. */
const allowedShift = 0.25;

function outOfRange(
  { baseline, mature }: HistoryRequest,
  sides: Sides,
  from: FromResponseCurve | FromControlOutcomes,
  periods: number,
): string | null {
  const after = mature.slice(0, periods);
  const missing = after
    .map((snapshot) => whyNoYardstick(snapshot, sides, from))
    .find((reason) => reason !== null);
  if (missing !== undefined) return `No outcomes are expected at the actual spend: ${missing}.`;
  if (from.kind === "response-curve" || after.length === 0) return null;
  const perControl = (snapshots: readonly SnapshotValue[]) => {
    const logged = snapshots.filter((snapshot) => whyNoYardstick(snapshot, sides, from) === null);
    const total = (of: (snapshot: SnapshotValue) => string | undefined) =>
      logged.reduce((sum, snapshot) => sum + Number(of(snapshot) ?? 0), 0);
    return (
      total((snapshot) => snapshot[sides.spend]) / total(({ period }) => controlPeriod(from, period)?.spend)
    );
  };
  const shift = perControl(after) / perControl(baseline.before) - 1;
  if (Number.isFinite(shift) && Math.abs(shift) <= allowedShift) return null;
  const how = Number.isFinite(shift)
    ? `${shift > 0 ? "rose" : "fell"} by ${percentText(Math.abs(shift), [allowedShift])} against`
    : "cannot be compared with";
  return `The spend ${how} that of ${from.name}, whose outcomes say nothing of this spend then: they count within ${percentText(allowedShift)}.`;
}
