import { FLAT_DESIGN } from "@liftledger/baselines/baseline-design";
import type { BaselineChoice } from "@liftledger/baselines/choose-baseline";
import { placeboSentence } from "@liftledger/baselines/placebo-sentence";
import { suspectTrigger } from "@liftledger/baselines/trigger-periods";
import type { BaselinePreview } from "@liftledger/contracts/baseline-preview";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { Baseline } from "@liftledger/database/baselines";
import { getBenefit } from "@liftledger/database/benefits";
import { NotFoundError } from "@liftledger/database/errors";
import { jsonText, parseJsonObject } from "@liftledger/database/json";
import { getSeries, type Series } from "@liftledger/database/series";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { directionSign, type Kpi } from "@liftledger/kpis/kpi";
import { periodFromIndex, periodIndex, periodOf } from "@liftledger/kpis/period";
import { evaluateInitiative, type InitiativeResult } from "@liftledger/roi/evaluate-initiative";
import { claimsBook } from "../claims/claims-book.ts";
import type { Context } from "../context.ts";
import { benefitEvaluation } from "../evaluation/benefit-evaluation.ts";
import { engineInput } from "../evaluation/engine-input.ts";
import { evaluateOrganisation, type EvaluatedOrganisation } from "../evaluation/evaluate-organisation.ts";
import type { KnownBaseline } from "../evaluation/known-baselines.ts";
import { readControls } from "../evaluation/known-controls.ts";
import { mustBe } from "../permissions.ts";
import { baselineViews } from "./baseline-view.ts";
import { chosenControls } from "./chosen-controls.ts";
import type { JudgedControl } from "./judge-controls.ts";
import { anyClaimBeganBy, chooseForPrePeriod, prePeriodOf, type PrePeriod } from "./pre-period.ts";
import { wantedRange } from "./wanted-range.ts";
import { whatWouldRaise } from "./what-would-raise.ts";

type Query = EndpointRequest<"previewBaseline">["query"];

/** What a benefit would come to on a baseline that nobody drafted yet, beside what it is now. Writes nothing. */
export async function previewBaseline(
  ctx: Context,
  { benefitId, interventionStart: asked, ...query }: { benefitId: string } & Query,
): Promise<BaselinePreview> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { seriesId, initiativeId } = await getBenefit(db, ctx.organisationId, benefitId);
    const series = await getSeries(db, ctx.organisationId, seriesId);
    const evaluated = await evaluateOrganisation(ctx, db, {}, [initiativeId]);
    const { ledger, clocks } = evaluated;
    const row = ledger.baselines.get(benefitId)?.row;
    const startedOn = evaluated.initiatives[0]?.row.startedOn ?? ctx.today;
    const interventionStart = asked ?? row?.interventionStart ?? periodOf(startedOn, series.periodType);
    const range = wantedRange(ctx, { interventionStart, ...wantedOf(query) }, series);
    const found = await prePeriodOf(ctx, db, series, range);
    const controls = await chosenControls(ctx, db, series, found, range);
    const choice = await chooseForPrePeriod(ctx, db, series, found, range, controls);
    const wanted = { choice, found, interventionStart, controls };
    const proposed = await proposedBaseline(ctx, db, series, wanted, clocks.asOf);
    const { present, future } = resultsOf(evaluated, benefitId, proposed);
    const book = await claimsBook(ctx, db, [...ledger.series.keys()], clocks);
    const [baseline = null] = row === undefined ? [] : await baselineViews(ctx, db, [row]);
    const after = benefitIn(future, benefitId);
    return {
      interventionStart,
      ...windowView(found, choice),
      toRaise: whatWouldRaise({
        grade: after.evidence?.grade ?? null,
        contaminated: proposed.contaminated,
        prePeriods: found.snapshots.length,
        periodType: series.periodType,
        placebo: after.placebo,
      }),
      placebo: after.placebo === null ? null : placeboSentence(after.placebo),
      suspicion: suspicionOf(found, after.input.kpi, series),
      present: benefitEvaluation(ledger, benefitIn(present, benefitId), { baseline, book }, clocks),
      proposed: benefitEvaluation(ledger, after, { baseline: null, book }, clocks),
    };
  });
}

/** What a query asks for, as a body would. */
function wantedOf({ leftOut, declareTrend, controlSeriesIds, ...rest }: Omit<Query, "interventionStart">) {
  return {
    ...rest,
    leftOut: leftOut?.split(","),
    declareTrend: declareTrend === "true",
    controlSeriesIds: controlSeriesIds?.split(","),
  };
}

/** The baseline as the engine would know it once it is frozen: a draft's figures do not count. */
async function proposedBaseline(
  ctx: Context,
  db: Reader,
  { seriesId, ...series }: Series,
  {
    choice,
    found: { snapshots },
    interventionStart,
    controls,
  }: {
    choice: BaselineChoice;
    found: PrePeriod;
    interventionStart: string;
    controls: readonly JudgedControl[];
  },
  asOf: string,
): Promise<KnownBaseline> {
  const last = snapshots.at(-1)?.period;
  const design = choice.design ?? FLAT_DESIGN;
  const nobody = { frozenAt: null, frozenBy: null, supersededAt: null, supersededBy: null };
  const row: Baseline = {
    ...nobody,
    baselineId: "",
    seriesId,
    preFrom: snapshots[0]?.period ?? null,
    preTo: last ?? null,
    interventionStart,
    windowTo: null,
    leftOut: [],
    trendDeclaredOn: null,
    controls: controls.map(({ name, series: { seriesId: id } }) => ({ seriesId: id, name })),
    controlMethod: null,
    design: parseJsonObject(jsonText(design)),
    rung: choice.rung,
    status: "frozen",
    reasons: [...choice.reasons],
    // Without a digest its placebo check is remembered for nobody.
    digest: null,
    unfreezeReason: null,
    redraftOf: null,
    version: 1,
    createdAt: ctx.now,
    createdBy: ctx.actor.personId,
  };
  const compared = await readControls(ctx, db, [{ row, before: snapshots }], asOf);
  return {
    row,
    controls: compared.get(row.baselineId) ?? [],
    status: "frozen",
    before: snapshots,
    contaminated: last !== undefined && (await anyClaimBeganBy(ctx, db, { seriesId, ...series }, last)),
  };
}

/** What the engine finds of the initiative as it is, and with the proposed baseline in place. */
function resultsOf(
  { ledger, clocks, initiatives }: EvaluatedOrganisation,
  benefitId: string,
  proposed: KnownBaseline,
): { present: InitiativeResult; future: InitiativeResult } {
  const [own] = initiatives;
  if (own === undefined) throw new NotFoundError("benefit", benefitId);
  const baselines = new Map([...ledger.baselines, [benefitId, proposed] as const]);
  // With it in place nobody has to freeze another.
  const pendingBaselines = new Map([...ledger.pendingBaselines].filter(([id]) => id !== benefitId));
  const input = engineInput({ ...ledger, baselines, pendingBaselines }, own.row, clocks);
  return { present: own.result, future: evaluateInitiative(input) };
}

function benefitIn({ benefits }: InitiativeResult, benefitId: string) {
  const found = benefits.find(({ input }) => input.benefitId === benefitId);
  if (found === undefined) throw new NotFoundError("benefit", benefitId);
  return found;
}

function windowView({ snapshots, leftOut }: PrePeriod, choice: BaselineChoice) {
  return {
    preFrom: snapshots[0]?.period ?? null,
    preTo: snapshots.at(-1)?.period ?? null,
    prePeriods: snapshots.length,
    leftOut: leftOut.map(({ period }) => period),
    design: (choice.design ?? FLAT_DESIGN).kind,
    rung: choice.rung,
    reasons: [...choice.reasons],
  };
}

function suspicionOf(
  { snapshots }: PrePeriod,
  { direction }: Kpi,
  { periodType }: Series,
): BaselinePreview["suspicion"] {
  const pre = snapshots.map(({ period, numerator, denominator }) => {
    return { index: periodIndex(period), numerator: Number(numerator), denominator: Number(denominator) };
  });
  const suspicion = suspectTrigger({ pre, direction: directionSign(direction), periodType });
  if (suspicion.kind !== "suspected") return null;
  const { trigger, reason } = suspicion;
  const periodAt = (index: number) => periodFromIndex(index, periodType);
  return { from: periodAt(trigger.from), to: periodAt(trigger.to), reason };
}
