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
    startRate(),
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
  // Programs give up after some twenty steps: from the engine's rate, from the start rate, from nearer to −100 %.
  const start = cellOf("irr-start");
  const rateOf = (range: string, first: number, then: string): string =>
    `IFERROR(IRR(${range},${numeral(first)}),IFERROR(IRR(${range},${then}),IRR(${range},(${then}-1)/2)))`;
  if (section.halves === undefined) return rateOf(flowRange(section.net, columns), answer.rate, start);
  const halves = flowRange(section.halves, Math.max(1, 2 * columns - 2));
  return `(1+${rateOf(halves, Math.sqrt(1 + answer.rate) - 1, `(SQRT(1+${start})-1)`)})^2-1`;
}

type UniqueRate = Extract<RateOfReturn, { status: "unique" }>;

/** Above it, 100,000 %, spreadsheets give up where the engine does not. */
const highestSearched = 1000;

/** Whether there is one rate of return, and spreadsheets find it. */
function isFound(answer: RateOfReturn | undefined): answer is UniqueRate {
  return answer?.status === "unique" && answer.rate <= highestSearched;
}

/**
 * A rate near the internal one for any flows with one change of sign: what comes in over what goes out, compounded over
 * the time between their centres. IRR sets off from it after an input was changed so much that the engine's rate leads
 * nowhere.
 */
function startRate(): ResultMetric {
  return {
    key: "irr-start",
    name: "InternalRateStart",
    label: "Rate to set off from",
    basis: "In what comes in / what goes out, over the time between; IRR falls back on it",
    format,
    tolerance,
    value: ({ net, times }) => startOf(net.map(Number), times),
    formula: ({ flows: { rows }, section }) => {
      const [net, time] = [flowRange(section.net, rows.columns), flowRange(rows.time, rows.columns)];
      const sum = (sign: ">" | "<"): string => `SUMIF(${net},"${sign}0")`;
      const centre = (sign: ">" | "<"): string => `SUMPRODUCT((${net}${sign}0)*${net}*${time})/${sum(sign)}`;
      const apart = `(${centre(">")}-${centre("<")})`;
      const rate = `MAX(-0.99,MIN(10,(-${sum(">")}/${sum("<")})^(1/${apart})-1))`;
      return `IFERROR(IF(ABS${apart}<0.01,0.1,${rate}),0.1)`;
    },
  };
}

function startOf(net: readonly number[], times: readonly number[]): number {
  const side = (isIn: boolean): { sum: number; centre: number } => {
    let [sum, weighed] = [0, 0];
    net.forEach((flow, column) => {
      if (flow === 0 || flow > 0 !== isIn) return;
      sum += flow;
      weighed += flow * (times[column] ?? 0);
    });
    return { sum, centre: weighed / sum };
  };
  const [earned, paid] = [side(true), side(false)];
  const apart = earned.centre - paid.centre;
  const rate = (-earned.sum / paid.sum) ** (1 / apart) - 1;
  // Where a side is empty a spreadsheet has an error, which IFERROR takes.
  const isKnown = earned.sum !== 0 && paid.sum !== 0 && Math.abs(apart) >= 0.01 && Number.isFinite(rate);
  return isKnown ? Math.max(-0.99, Math.min(10, rate)) : 0.1;
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
      const start = input.period === "month" ? `(1+${cellOf("irr-start")})^12-1` : cellOf("irr-start");
      // From the engine's rate, from the start rate, then from nearer and nearer to −100 %, where steps are short.
      const nearer = [8, 64].map((part) => numeral((1 + answer.rate) / part - 1));
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
