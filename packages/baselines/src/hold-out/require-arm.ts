import type { ArmStatistic, PlainStatistic } from "./arm-statistic.ts";

/** Throws RangeError for counts that are no whole numbers, sums that are not finite, proportions above 1. */
export function requireArm(statistic: ArmStatistic): void {
  const { count } = statistic;
  if (!(Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError(`an arm has a whole number of units, got ${count}`);
  }
  for (const part of plainParts(statistic)) requirePlain(part, count);
  if (!productSums(statistic).every(Number.isFinite)) throw new RangeError("sums of products are finite");
}

function plainParts(statistic: ArmStatistic): readonly PlainStatistic[] {
  switch (statistic.kind) {
    case "ratio":
      return [statistic.numerator, statistic.denominator];
    case "adjusted":
      return [statistic.post, statistic.pre];
    case "adjusted-ratio":
      return [statistic.post, statistic.pre].flatMap(({ numerator, denominator }) => [
        numerator,
        denominator,
      ]);
    default:
      return [statistic];
  }
}

function productSums(statistic: ArmStatistic): readonly number[] {
  switch (statistic.kind) {
    case "ratio":
    case "adjusted":
      return [statistic.sumOfProducts];
    case "adjusted-ratio":
      return [
        statistic.post.sumOfProducts,
        statistic.pre.sumOfProducts,
        ...Object.values(statistic.sumsOfProducts),
      ];
    default:
      return [];
  }
}

function requirePlain(part: PlainStatistic, count: number): void {
  if (part.count !== count) throw new RangeError(`a part of ${part.count} units in an arm of ${count}`);
  if (!Number.isFinite(part.sum)) throw new RangeError(`sums of an arm are finite, got ${part.sum}`);
  if (part.kind === "mean") {
    if (!(part.sumOfSquares >= 0 && part.sumOfSquares < Infinity)) {
      throw new RangeError(`a sum of squares is finite and not negative, got ${part.sumOfSquares}`);
    }
  } else if (!(part.sum >= 0 && part.sum <= count)) {
    throw new RangeError(`${part.sum} of ${count} units is no proportion`);
  }
}
