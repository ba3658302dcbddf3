import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import type { CaseSimulation } from "@liftledger/contracts/case-simulation";
import type { Comparison } from "./bridge-bars.ts";
import type { Simulated } from "./chance-words.ts";

/* What the results show, as files: columns by the names of the API, numbers with every digit it told. */

type Rows = readonly (readonly string[])[];
type Sensitivity = NonNullable<CaseEvaluation["sensitivity"]>;

/** A row a line, then one for each of its fields; only lines with a range have a low and a high. */
export function sensitivityRows({ bars, breakEvens }: Sensitivity, currency: string): Rows {
  const head = ["line", "field", "planned", "breakEven", "multiple", "atLow", "atHigh", "distance"];
  const rows = breakEvens.flatMap(({ lineId, name, multiple, reason, fields }) => {
    const bar = bars.find((one) => one.lineId === lineId);
    const ends = [bar?.atLow, bar?.atHigh, bar?.distance].map((end) => end ?? "");
    return [
      [name, "", "", "", multiple ?? "", ...ends, currency, reason ?? ""],
      ...fields.map(({ field, base, value, reason: why }) => {
        return [name, field, base, value ?? "", "", "", "", "", currency, why ?? ""];
      }),
    ];
  });
  return [[...head, "currency", "reason"], ...rows];
}

const summaries = ["mean", "standardError", "p10", "p50", "p90", "chanceOfLoss"] as const;

/** A row a number: the percentiles and chances of each figure, the chances of each band, and every bin of the pictures. */
export function simulationRows({ seed, runs, scenario, currency }: CaseSimulation, outcome: Simulated): Rows {
  const { netPresentValue, netBenefit, roi } = outcome;
  const returns = roi.kind === "value" ? [["netRoi", roi, "ratio"] as const] : [];
  const figures = [
    ["netPresentValue", netPresentValue, currency] as const,
    ["netBenefit", netBenefit, currency] as const,
    ...returns,
  ];
  const told = figures.flatMap(([figure, found, unit]) =>
    summaries.map((key) => [figure, key, String(found[key]), key === "chanceOfLoss" ? "ratio" : unit]),
  );
  const bands = (roi.kind === "value" ? roi.bands : []).flatMap((band) =>
    (["below", "within", "above"] as const).map((key) => {
      return ["netRoi", `${key} ${band.phase}`, String(band[key]), "ratio"];
    }),
  );
  const pictures = [["netPresentValue", netPresentValue] as const, ...returns].flatMap(
    ([figure, { histogram }]) =>
      histogram.map(({ from, to, runs: found }) => [
        figure,
        /* no text: a statistic of a file */ `runs from ${from ?? ""} to ${to ?? ""}`,
        String(found),
        "count",
      ]),
  );
  return [
    ["figure", "statistic", "value", "unit", "scenario", "seed", "runs"],
    ...[...told, ...bands, ...pictures].map((row) => [...row, scenario, String(seed), String(runs)]),
  ];
}

/** A row a month. */
export function periodRows({ byPeriod, currency }: Pick<Comparison, "byPeriod" | "currency">): Rows {
  return [
    ["period", "plan", "actual", "currency", "missing"],
    ...byPeriod.map(({ period, plan, actual, missing }) => {
      return [period, plan, actual ?? "", currency, missing.join("; ")];
    }),
  ];
}
