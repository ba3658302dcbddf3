import type { BusinessCaseMetrics } from "@liftledger/finance/business-case-metrics";
import type { RateOfReturn } from "@liftledger/finance/rate-of-return";
import type { NumberFormat } from "../spreadsheet/cell-look.ts";
import type { CaseWorkbookInput } from "./case-workbook-input.ts";
import { flowRange } from "./flows-sheet.ts";
import type { ResultContext, ResultMetric } from "./result-metrics.ts";
import { periodWords } from "./sheet-shape.ts";

const format: NumberFormat = { kind: "percent" };
const tolerance = 1e-9;

/** The rates of return. Where one is not unique its cell holds words, and no formula that would find some root. */
export function rateMetrics(input: CaseWorkbookInput): readonly ResultMetric[] {
  const { one } = periodWords(input);
  const isYear = input.period === "year";
  const perPeriod: ResultMetric = {
    key: "irr",
    name: "InternalRate",
    label: `Internal rate of return a ${one}`,
    basis: "Makes the net present value 0; a number only where it is the only one",
    format,
    tolerance,
    value: ({ metrics }) => rateOrWords(metrics.internalRateOfReturn),
    formula: internalRateFormula,
  };
  const annual: ResultMetric = {
    key: "irr-annual",
    name: "InternalRateAnnual",
    label: "Internal rate of return a year",
    basis: "The same, compounded over twelve months",
    format,
    tolerance,
    // Compounding makes more of what a spreadsheet leaves inexact: it too is words where it is beyond all measure.
    value: ({ metrics }) => rateOrWords(metrics.annualInternalRateOfReturn),
    formula: ({ figures: { metrics }, cellOf }) =>
      isFound(metrics.internalRateOfReturn) && isFound(metrics.annualInternalRateOfReturn)
        ? `(1+${cellOf("irr")})^12-1`
        : undefined,
  };
  return [
    perPeriod,
    ...(isYear ? [] : [annual]),
    ...(input.dates === undefined ? [] : [datedRate()]),
    modifiedRate(one),
    signChanges(),
  ];
}

/** A rate of return, or why there is not one, in words that stand in its cell. */
function rateOrWords(rate: RateOfReturn | undefined): number | string {
  if (rate === undefined) return "no dates";
  if (rate.status === "unique") {
    if (rate.rate <= highestSearched) return rate.rate;
    return `${(rate.rate * 100).toPrecision(4)} %: beyond what a spreadsheet finds`;
  }
  if (rate.status === "multiple") {
    const roots = rate.roots.map((root) => `${(root * 100).toFixed(2)}%`).join(", ");
    return `not unique: ${rate.roots.length} rates (${roots})`;
  }
  if (rate.cause === "no-sign-change") return "none: no change of sign";
  return rate.cause === "no-real-root" ? "none: no rate makes it 0" : "none within -100 % and 1e19 %";
}

function internalRateFormula({ figures, flows, section, cellOf }: ResultContext): string | undefined {
  const answer = figures.metrics.internalRateOfReturn;
  if (!isFound(answer)) return undefined;
  const { columns } = flows.rows;
  // Programs give up after some twenty steps: from the engine's rate, from a rate near the one sought, from nearer to −100 %.
  const near = cellOf(nearestStart);
  const rateOf = (range: string, first: number, then: string): string => {
    const [fromEngine, fromNear, fromBelow] = [numeral(first), then, `(${then}-1)/2`].map((guess) =>
      above(`IRR(${range},${guess})`),
    );
    return `IFERROR(${fromEngine},IFERROR(${fromNear},${fromBelow}))`;
  };
  if (section.halves === undefined) return rateOf(flowRange(section.net, columns), answer.rate, near);
  const halves = flowRange(section.halves, Math.max(1, 2 * columns - 2));
  return `(1+${rateOf(halves, Math.sqrt(1 + answer.rate) - 1, `(SQRT(1+${near})-1)`)})^2-1`;
}

/** IRR also answers with roots below −100 %, which are no rates: LN takes none of them, and the next attempt follows. */
function above(rate: string): string {
  return `(EXP(LN(1+${rate}))-1)`;
}

type UniqueRate = Extract<RateOfReturn, { status: "unique" }>;

/** Above it, 100,000 %, spreadsheets give up where the engine does not. */
const highestSearched = 1000;

/** Whether there is one rate of return, and spreadsheets find it. */
function isFound(answer: RateOfReturn | undefined): answer is UniqueRate {
  return answer?.status === "unique" && answer.rate <= highestSearched;
}

/** Each nearer than the one before it. */
const startKeys = ["irr-start", "irr-start-2", "irr-start-3", "irr-start-4", "irr-start-5"] as const;
const nearestStart = "irr-start-5";

/**
 * Rates nearer and nearer to the internal one, for any flows with one change of sign: what comes in over what goes out at
 * the rate before it, compounded over the time between their centres, which is a step of Newton's method on the logarithm
 * of the one over the other. IRR sets off from the last after an input was changed so much that the engine's rate leads
 * nowhere.
 */
export function startRates(): readonly ResultMetric[] {
  return startKeys.map((key, step) => ({
    key,
    name: step === 0 ? "InternalRateStart" : `InternalRateStart${step + 1}`,
    label: step === 0 ? "Rate to set off from" : `Rate to set off from, step ${step + 1}`,
    basis:
      step === 0
        ? "In what comes in / what goes out, over the time between them"
        : "The same at the rate of the step before; IRR falls back on the last",
    format,
    tolerance,
    value: ({ net, times }) =>
      startKeys
        .slice(1, step + 1)
        .reduce((rate) => nearerTo(rate, net.map(Number), times), nearerTo(null, net.map(Number), times)),
    formula: ({ flows: { rows }, section, cellOf }) => {
      const [net, time] = [flowRange(section.net, rows.columns), flowRange(rows.time, rows.columns)];
      const before = startKeys[step - 1];
      const from = before === undefined ? "0" : cellOf(before);
      const worth = before === undefined ? "" : `*(1+${from})^(-${time})`;
      const sum = (sign: ">" | "<"): string => `SUMPRODUCT((${net}${sign}0)*${net}${worth})`;
      const centre = (sign: ">" | "<"): string =>
        `SUMPRODUCT((${net}${sign}0)*${net}*${time}${worth})/${sum(sign)}`;
      const apart = `(${centre(">")}-${centre("<")})`;
      const otherwise = before === undefined ? "0.1" : from;
      const rate = `MAX(${lowestStart},MIN(${highestStart},(1+${from})*(-${sum(">")}/${sum("<")})^(1/${apart})-1))`;
      return `IFERROR(IF(ABS${apart}<0.01,${otherwise},${rate}),${otherwise})`;
    },
  }));
}

const lowestStart = -0.999;
const highestStart = 1000;

/** The next step from a rate; from nothing where it is the first. */
function nearerTo(before: number | null, net: readonly number[], times: readonly number[]): number {
  const from = before ?? 0;
  const side = (isIn: boolean): { sum: number; centre: number } => {
    let [sum, weighed] = [0, 0];
    net.forEach((flow, column) => {
      if (flow === 0 || flow > 0 !== isIn) return;
      const time = times[column] ?? 0;
      const worth = flow * (1 + from) ** -time;
      sum += worth;
      weighed += worth * time;
    });
    return { sum, centre: weighed / sum };
  };
  const [earned, paid] = [side(true), side(false)];
  const apart = earned.centre - paid.centre;
  const rate = (1 + from) * (-earned.sum / paid.sum) ** (1 / apart) - 1;
  // Where a side is empty or beyond all measure a spreadsheet has an error, which IFERROR takes.
  const isKnown = earned.sum !== 0 && paid.sum !== 0 && Math.abs(apart) >= 0.01 && Number.isFinite(rate);
  return isKnown ? Math.max(lowestStart, Math.min(highestStart, rate)) : (before ?? 0.1);
}

function datedRate(): ResultMetric {
  return {
    key: "xirr",
    name: "DatedInternalRate",
    label: "Internal rate of return by dates",
    basis: "A year, actual days / 365",
    format,
    tolerance,
    value: ({ metrics }) => rateOrWords(metrics.dated?.internalRateOfReturn),
    formula: ({ input, figures, flows: { rows }, section, cellOf }) => {
      const answer = figures.metrics.dated?.internalRateOfReturn;
      if (!isFound(answer)) return undefined;
      // XIRR goes astray where its first value is 0: it begins with the first that is not.
      const from = figures.net.findIndex((flow) => Number(flow) !== 0);
      const ranges = [section.net, rows.date ?? 0].map((row) => flowRange(row, rows.columns, from));
      const near = cellOf(nearestStart);
      const start = input.period === "month" ? `((1+${near})^12-1)` : near;
      // From the engine's rate, from one near it, then from nearer and nearer to −100 %, where steps are short.
      const nearer = [8, 64].map((part) => `(1+${start})/${part}-1`);
      const [last = "", ...guesses] = [numeral(answer.rate), start, ...nearer].toReversed();
      const rateFrom = (guess: string): string => `XIRR(${ranges.join(",")},${guess})`;
      return guesses.reduce((then, guess) => `IFERROR(${rateFrom(guess)},${then})`, rateFrom(last));
    },
  };
}

function modifiedRate(one: string): ResultMetric {
  return {
    key: "mirr",
    name: "ModifiedRate",
    label: `Modified rate of return a ${one}`,
    basis: "At the finance and reinvestment rates; never more than one",
    format,
    tolerance,
    value: ({ metrics }) => modifiedOrWords(metrics),
    formula: ({ figures, flows: { rows }, section }) =>
      figures.metrics.modifiedInternalRateOfReturn.kind === "rate"
        ? `MIRR(${flowRange(section.net, rows.columns)},FinanceRate,ReinvestRate)`
        : undefined,
  };
}

function modifiedOrWords({ modifiedInternalRateOfReturn: answer }: BusinessCaseMetrics): number | string {
  return answer.kind === "rate" ? Number(answer.rate) : "none: needs both signs";
}

function signChanges(): ResultMetric {
  return {
    key: "sign-changes",
    name: "SignChanges",
    label: "Changes of sign of the net flow",
    basis: "With more than 1, look for other rates of return before trusting the one",
    format: { kind: "whole" },
    tolerance,
    value: ({ metrics }) => metrics.internalRateOfReturn.signChanges,
    formula: ({ flows: { rows }, section }) => {
      if (rows.columns === 1) return "0";
      const earlier = flowRange(section.sign, rows.columns - 1);
      const later = flowRange(section.sign, rows.columns, 1);
      return `SUMPRODUCT((${earlier}<>${later})*(${earlier}<>0))`;
    },
  };
}

/** A number as formulas write it. */
function numeral(value: number): string {
  return String(value).toUpperCase();
}
