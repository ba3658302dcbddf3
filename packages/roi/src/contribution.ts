import { monthOf, type Month } from "@liftledger/kpis/iso-date";
import { lastDay, listPeriods } from "@liftledger/kpis/period";
import { accruedCost, firstSpendOrStart } from "./cost-tree.ts";
import type { InitiativeResult } from "./evaluate-initiative.ts";
import { absent, leaf, type Explanation } from "./explanation.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { createColumns, createMixturePacker, type PackedMixture } from "./packed-mixture.ts";
import { isJudged, type PooledResult } from "./portfolio.ts";
import { realisedValueOn, valueParts } from "./realised-value.ts";
import type { UncertainPart } from "./simulation.ts";
import { valuedOn } from "./standing.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";

/** An uncertain part without its functions, so that it can be kept. */
export type KeptPart = Omit<UncertainPart, "units" | "mixture"> & { mixture: PackedMixture };

/** The money of one initiative at the end of a month, or on the last day that its money is counted to. */
export interface ContributionPoint {
  month: Month;
  /** Nothing due yet, valued, or something due that cannot be valued. */
  standing: "not-due" | "valued" | "blocked";
  /** Decimal text in the major unit; null where nothing is valued. */
  value: string | null;
  /** In minor units, as text. */
  costMinor: string;
  /** Null where something valued is known as a point only, or nothing is valued. */
  parts: KeptPart[] | null;
}

/** What one initiative brings to its portfolio: plain values that can be kept and added up at another time. */
export interface Contribution {
  netRoi: string | null;
  grade: InitiativeResult["figures"]["netRoi"]["figure"]["grade"];
  value: string | null;
  cost: string | null;
  /** The day its money is counted to. */
  countedUntil: string;
  /** Each month from the first spend or the start; none of what cannot be judged, which stays out of the sums. */
  months: ContributionPoint[];
}

/** What an evaluated initiative brings to its portfolio, each month counted by what had matured by its end. */
export function contributionOf(
  input: Pick<InitiativeInput, "costs" | "startedOn" | "places">,
  result: InitiativeResult,
): Contribution {
  const { figures, countedUntil } = result;
  const from = firstSpendOrStart(input.costs, input.startedOn);
  const months =
    isJudged(result) && from <= countedUntil ? listPeriods(monthOf(from), monthOf(countedUntil)) : [];
  const carriers = result.benefits.filter((benefit) => benefit.value.kind !== "no-money");
  const keep = createPartKeeper();
  return {
    netRoi: figures.netRoi.figure.value,
    grade: figures.netRoi.figure.grade,
    value: figures.realisedValue.figure.value,
    cost: figures.cost.figure.value,
    countedUntil,
    months: months.map((month) => {
      const end = lastDay(month);
      const day = end < countedUntil ? end : countedUntil;
      return {
        month,
        ...valueOn(carriers, day, input.places, keep),
        costMinor: String(accruedCost(input.costs, day)),
      };
    }),
  };
}

/** Keeps parts as they come, month after month; a source's months share the weights of its mixture. */
function createPartKeeper(): (part: UncertainPart) => KeptPart {
  const columns = createColumns();
  const packers = new Map<string, ReturnType<typeof createMixturePacker>>();
  return ({ units: _units, mixture, ...part }) => {
    const pack = packers.get(part.source) ?? createMixturePacker(columns);
    packers.set(part.source, pack);
    return { ...part, mixture: pack(mixture) };
  };
}

function valueOn(
  carriers: readonly BenefitResult[],
  day: string,
  places: number,
  keep: (part: UncertainPart) => KeptPart,
) {
  const valued = valuedOn(carriers, day);
  if (valued === null) return { standing: "blocked" as const, value: null, parts: null };
  if (valued.length === 0) return { standing: "not-due" as const, value: null, parts: null };
  const parts = valueParts(carriers, day);
  return {
    standing: "valued" as const,
    value: realisedValueOn(carriers, day, places),
    parts: parts === null ? null : parts.map(keep),
  };
}

/** A kept contribution as a part of a portfolio: its trees end at what was kept. */
export function pooledResultOf(
  verdict: PooledResult["verdict"],
  { netRoi, grade, value, cost }: Contribution,
  currency: string,
): PooledResult {
  return {
    verdict,
    figures: {
      netRoi: { figure: { value: netRoi, grade } },
      realisedValue: keptFigure("Value turned into money", value, currency),
      cost: keptFigure("Cost to date", cost, currency),
    },
    valueParts: null,
  };
}

function keptFigure(label: string, value: string | null, currency: string) {
  const tree: Explanation =
    value === null
      ? absent(label, currency, "no value")
      : leaf(label, value, currency, { kind: "measured", text: "kept evaluation" });
  return { tree, figure: { value } };
}
