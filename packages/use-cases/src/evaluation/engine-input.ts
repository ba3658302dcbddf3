import type { CostLine } from "@liftledger/database/cost-lines";
import type { ExchangeRate } from "@liftledger/database/exchange-rates";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import type { Benefit } from "@liftledger/database/benefits";
import type { Snapshot } from "@liftledger/database/snapshots";
import { currencyExponent } from "@liftledger/finance/currency";
import type { CostCategory } from "@liftledger/finance/cost-category";
import { lastDay } from "@liftledger/kpis/period";
import type { CostInput } from "@liftledger/roi/cost-tree";
import type { BaselineInput, BenefitInput, SnapshotValue } from "@liftledger/roi/benefit-input";
import type { InitiativeInput } from "@liftledger/roi/initiative-input";
import type { ExplanationSource } from "@liftledger/roi/explanation";
import type { Phase } from "@liftledger/roi/phase";
import { designOf } from "../baselines/baseline-view.ts";
import { claimFromOf } from "../baselines/claim-starts.ts";
import type { AssumptionStretch } from "../benefits/assumption-stretches.ts";
import { benchmarksInForce } from "../benchmarks/known-benchmarks.ts";
import { convertCost } from "../exchange-rates/convert-cost.ts";
import { controlInputs } from "./control-inputs.ts";
import { holdOutMeasurement } from "./hold-out-measurement.ts";
import { sharedCostInputs } from "./shared-cost-inputs.ts";
import type { KnownBaseline } from "./known-baselines.ts";
import { kpiOfSeries, type LedgerView } from "./read-ledger.ts";
import { snapshotSource } from "./snapshot-source.ts";
import { rememberedPlacebo } from "./remembered-placebos.ts";

/** The two clocks and what an evaluation shares. */
export interface EvaluationClocks {
  until: string;
  asOf: string;
  currency: string;
  seed: number;
}

/** An initiative as the pure engine reads it, made of what the ledger knew. */
export function engineInput(
  ledger: LedgerView,
  initiative: NamedInitiative,
  clocks: EvaluationClocks,
): InitiativeInput {
  const history = ledger.phases.get(initiative.initiativeId) ?? [];
  return {
    initiativeId: initiative.initiativeId,
    name: initiative.name,
    currency: clocks.currency,
    places: currencyExponent(clocks.currency),
    startedOn: initiative.startedOn,
    phaseHistory: history.map(({ phase, enteredOn }) => ({ phase: phase as Phase, enteredOn })),
    benefits: ledger.benefits
      .filter((benefit) => benefit.initiativeId === initiative.initiativeId)
      .map((benefit) => benefitInput(ledger, benefit, initiative.startedOn, clocks.until)),
    costs: [
      ...ledger.costLines
        .filter((line) => line.initiativeId === initiative.initiativeId)
        .map((line) => costInput(ledger, line, clocks.currency)),
      ...sharedCostInputs(ledger, initiative.initiativeId, clocks.currency),
    ],
    ...benchmarksInForce(ledger.benchmarks, initiative.initiativeId, {
      until: clocks.until,
      nameOf: ledger.nameOf,
    }),
    closedMonths: ledger.closedMonths,
    until: clocks.until,
    asOf: clocks.asOf,
    seed: clocks.seed,
  };
}

function benefitInput(ledger: LedgerView, benefit: Benefit, startedOn: string, until: string): BenefitInput {
  const series = ledger.series.get(benefit.seriesId);
  if (series === undefined) throw new Error(`the series of benefit ${benefit.benefitId} was not read`);
  const baseline = ledger.baselines.get(benefit.benefitId);
  const started = claimFromOf(startedOn, series.periodType, baseline?.row.interventionStart);
  const stretches = ledger.assumptions.get(benefit.benefitId) ?? [];
  // What lies before the first stretch is not claimed.
  const begins = stretches[0]?.from ?? started;
  const claimFrom = begins > started ? begins : started;
  const present = stretches.at(-1);
  const claimUntil = present?.version.claimUntil ?? undefined;
  const kpi = kpiOfSeries(ledger, series);
  const holdOut = ledger.holdOuts.get(benefit.benefitId);
  return {
    benefitId: benefit.benefitId,
    seriesId: benefit.seriesId,
    kpi,
    scope: series.scope,
    periodType: series.periodType,
    claimFrom,
    claimUntil,
    baseline: baseline === undefined ? null : baselineInput(ledger, baseline, until),
    pendingBaseline: pendingInput(ledger, benefit),
    after: (ledger.snapshots.get(benefit.seriesId) ?? [])
      .filter(({ period }) => period >= claimFrom && lastDay(period) <= until)
      .filter(({ period }) => claimUntil === undefined || period <= claimUntil)
      .map((snapshot) => snapshotValue(ledger, snapshot)),
    factors: present === undefined ? {} : factorsOf(present.version),
    factorsSource: assumptionSource(ledger, present),
    ...earlierFactors(ledger, stretches),
    measurement:
      holdOut === undefined ? undefined : holdOutMeasurement(holdOut, { kpi, nameOf: ledger.nameOf }),
  };
}

function pendingInput(ledger: LedgerView, { benefitId }: Benefit): BenefitInput["pendingBaseline"] {
  const pending = ledger.pendingBaselines.get(benefitId);
  if (pending === undefined) return undefined;
  const { status, by, on } = pending;
  return { status, by, on };
}

function baselineInput(ledger: LedgerView, baseline: KnownBaseline, until: string): BaselineInput {
  // Claims on one series stand on one baseline: one input, so that the engine checks its placebo once.
  const known = ledger.baselineInputs.get(baseline);
  if (known?.until === until) return known.input;
  const made: BaselineInput = {
    status: baseline.status,
    design: designOf(baseline.row),
    contaminated: baseline.contaminated,
    before: baseline.before.map((snapshot) => snapshotValue(ledger, snapshot)),
    placebo: rememberedPlacebo(baseline),
    ...controlInputs(baseline, until, (snapshot) => snapshotValue(ledger, snapshot)),
  };
  ledger.baselineInputs.set(baseline, { until, input: made });
  return made;
}

function factorsOf(assumptions: BenefitAssumptions): BenefitInput["factors"] {
  const { unitValue, attribution, confidence, realisedAccepted, realisedRedeployed, realisedCashed } =
    assumptions;
  return {
    unitValue: unitValue ?? undefined,
    attribution: attribution ?? undefined,
    confidence: confidence ?? undefined,
    realisation:
      realisedAccepted === null || realisedRedeployed === null || realisedCashed === null
        ? undefined
        : { accepted: realisedAccepted, redeployed: realisedRedeployed, cashed: realisedCashed },
  };
}

/** The versions that count for the periods before the latest; nothing where that counts for all. */
function earlierFactors(
  ledger: LedgerView,
  stretches: readonly AssumptionStretch[],
): Pick<BenefitInput, "earlier"> {
  const earlier = stretches.flatMap((stretch, place) => {
    const before = stretches[place + 1]?.from ?? null;
    if (before === null) return [];
    return [{ before, factors: factorsOf(stretch.version), source: assumptionSource(ledger, stretch) }];
  });
  return earlier.length === 0 ? {} : { earlier };
}

function assumptionSource(ledger: LedgerView, stretch: AssumptionStretch | undefined): ExplanationSource {
  if (stretch === undefined) return { kind: "assumption", text: "not set" };
  const { from, until, version: assumptions } = stretch;
  const { benefitId, version, approvedBy, recordedAt, recordedBy, basis, attributionReason } = assumptions;
  const approver = approvedBy === null ? null : ledger.nameOf(approvedBy);
  const approval = approver === null ? "not approved" : `approved by ${approver}`;
  return {
    kind: "assumption",
    text: [`version ${version}${countsFor(from, until)}, ${approval}`, basis, attributionReason ?? ""]
      .filter((part) => part !== "")
      .join(": "),
    benefitId,
    version,
    approvedBy: approver,
    recordedAt,
    recordedBy: ledger.nameOf(recordedBy),
  };
}

/** ", counts from 2026-W23", ", counts up to 2026-W22"; nothing of what counts for all periods of a claim. */
function countsFor(from: string | null, until: string | null): string {
  if (from === null) return until === null ? "" : `, counts up to ${until}`;
  return until === null ? `, counts from ${from}` : `, counts from ${from} to ${until}`;
}

/** A snapshot as the engine reads it, with where it comes from. */
export function snapshotValue(
  ledger: Pick<LedgerView, "imports" | "nameOf">,
  snapshot: Snapshot,
): SnapshotValue {
  const { period, numerator, denominator } = snapshot;
  return { period, numerator, denominator, source: snapshotSource(ledger, snapshot) };
}

/** A cost line as the engine adds it up, converted where it is in another currency. */
export function costInput(
  ledger: Pick<LedgerView, "exchangeRates" | "nameOf">,
  line: CostLine,
  currency: string,
): CostInput {
  const { costLineId, month, kind, recordedAt } = line;
  const converted = convertCost(line, currency, ledger.exchangeRates);
  const recordedBy = ledger.nameOf(line.recordedBy);
  return {
    category: line.category as CostCategory,
    month,
    amountMinor: converted?.amountMinor ?? line.amountMinor,
    currency,
    kind,
    source: { kind: "measured", text: line.source, costLineId, recordedAt, recordedBy },
    ...(converted === null ? {} : { exchange: exchangeInput(ledger, line, converted.rate) }),
  };
}

function exchangeInput(
  ledger: Pick<LedgerView, "nameOf">,
  line: CostLine,
  rate: ExchangeRate,
): NonNullable<CostInput["exchange"]> {
  const { amountMinor, currency } = line;
  return {
    amountMinor,
    currency,
    date: rate.date,
    rate: rate.rate,
    source: {
      kind: "assumption",
      text: `exchange rate of ${rate.date}, ${rate.source}`,
      version: rate.revision,
      recordedAt: rate.recordedAt,
      recordedBy: ledger.nameOf(rate.recordedBy),
    },
  };
}
