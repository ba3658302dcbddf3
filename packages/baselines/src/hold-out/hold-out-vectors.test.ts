import { expectAllClose } from "@liftledger/numerics/testing/expect-close";
import { describe, it } from "vitest";
import { answerOf } from "../testing/answer-of.ts";
import { cuped } from "./cuped.ts";
import { ratioMetric } from "./ratio-metric.ts";
import { sampleRatioMismatch } from "./sample-ratio-mismatch.ts";
import { twoProportions } from "./two-proportions.ts";
import { welchFromSums } from "./welch.ts";

// cookie_cats_two_proportion and hillstrom_mens_ab of the reference vectors: public A/B tests, R 4.2.

/** name, counts control, counts treatment, and every expected key in the order it is checked in. */
const PROPORTIONS: [string, [number, number], [number, number], number[]][] = [
  [
    "cookie_cats retention_1",
    [20034, 44700],
    [20119, 45489],
    [
      0.4481879194630872, 0.44228274967574577, -0.005905169787341458, -1.7840862247974725,
      0.07440965529691913, 0.003309892280304391, -0.012392439449445217, 0.0005820998747623016,
      -0.012391904992707363, 0.000582095069752187, 0.44358236514774474, 0.45280237833639625,
      0.437723747270496, 0.44685149948006997, -0.01317565585974656, -0.027449855941144796,
      0.0013080478541465101,
    ],
  ],
  [
    "cookie_cats retention_7",
    [8502, 44700],
    [8279, 45489],
    [
      0.19020134228187918, 0.18200004396667327, -0.008201298315205913, -3.164358912748191,
      0.001554249975614329, 0.0025920140082940444, -0.013281552418885545, -0.0031210442115262808,
      -0.013281940871914845, -0.003121302688761319, 0.18658979684366292, 0.19386613051747012,
      0.17848120097823003, 0.1855725913928659, -0.043119034896460184, -0.06889115043161775,
      -0.01663357425727363,
    ],
  ],
  [
    "hillstrom visit",
    [2262, 21306],
    [3894, 21307],
    [
      0.10616727682343002, 0.18275684047496127, 0.07658956365153125, 22.48604082719282,
      5.685165482802317e-112, 0.0033858083545245127, 0.06995350121810838, 0.08322562608495411,
      0.06995330808373157, 0.08322674127411141, 0.10210165383004596, 0.1103748898162468, 0.177624990821685,
      0.18800306163588706, 0.721404616781399, 0.6403848884800003, 0.806425964714953,
    ],
  ],
  [
    "hillstrom conversion",
    [122, 21306],
    [267, 21307],
    [
      0.005726086548390125, 0.01253109306800582, 0.006805006519615695, 7.385114410925771,
      1.5232235005955427e-13, 0.000920851175531638, 0.005000171380452313, 0.008609841658779076,
      0.005014344671481533, 0.008640723396917826, 0.004798205845961411, 0.006832169692008917,
      0.011122885010307802, 0.014115041885257276, 1.188421876286328, 0.7679840780104203, 1.708842442743053,
    ],
  ],
];

const CONTROL = {
  count: 21306,
  spend: 13908.33,
  spendSquares: 2870050.3620999996,
  history: 5132245.81,
  historySquares: 2597172414.5563,
  spendHistory: 4267933.8399,
  visits: 2262,
  spendVisits: 13908.33,
};
const TREATMENT = {
  count: 21307,
  spend: 30311.690000000002,
  spendSquares: 6759024.4973,
  history: 5174105.18,
  historySquares: 2700687619.2752,
  spendHistory: 9857526.2586,
  visits: 3894,
  spendVisits: 30311.690000000002,
};

describe("twoProportions", () => {
  it.each(PROPORTIONS)("meets %s, every key", (_, [xc, nc], [xt, nt], expected) => {
    const found = answerOf(
      twoProportions({ successesControl: xc, countControl: nc, successesTreatment: xt, countTreatment: nt }),
    );
    const { pooled, wald, relative } = found;
    if (pooled.kind === "no-value" || "kind" in wald || relative.kind === "no-value")
      throw new Error("no value");
    expectAllClose(
      [
        found.shareControl,
        found.shareTreatment,
        found.difference,
        pooled.z,
        pooled.pValue,
        found.unpooledError,
        ...[wald, found.newcombe, found.wilsonControl, found.wilsonTreatment].flatMap(({ low, high }) => [
          low,
          high,
        ]),
        relative.value,
        relative.interval.low,
        relative.interval.high,
      ],
      expected,
    );
  });
});

describe("sampleRatioMismatch", () => {
  it("meets cookie_cats srm_chi2", () => {
    const check = answerOf(sampleRatioMismatch({ counts: [44700, 45489] }));
    expectAllClose([check.chiSquared, check.pValue], [6.9024049496058275, 0.008607987810836262]);
  });
});

describe("welchFromSums", () => {
  it("meets hillstrom spend_welch", () => {
    const test = answerOf(
      welchFromSums({
        control: { count: CONTROL.count, sum: CONTROL.spend, sumOfSquares: CONTROL.spendSquares },
        treatment: { count: TREATMENT.count, sum: TREATMENT.spend, sumOfSquares: TREATMENT.spendSquares },
      }),
    );
    expectAllClose(
      [
        test.meanControl,
        test.meanTreatment,
        test.difference,
        test.standardError,
        test.degreesOfFreedom,
        test.tStatistic,
        test.pValue,
        test.interval.low,
        test.interval.high,
      ],
      [
        0.6527893551112363, 1.422616511005773, 0.7698271558945367, 0.14524656024868673, 36671.157977360504,
        5.300140358411669, 1.1638149682254773e-7, 0.48513973256840753, 1.0545145792206658,
      ],
    );
  });
});

describe("cuped", () => {
  it("meets hillstrom spend_cuped_history", () => {
    const [control, treatment] = [CONTROL, TREATMENT].map((arm) => ({
      count: arm.count,
      sum: arm.spend,
      sumOfSquares: arm.spendSquares,
      preSum: arm.history,
      preSumOfSquares: arm.historySquares,
      products: arm.spendHistory,
    })) as [Parameters<typeof cuped>[0]["control"], Parameters<typeof cuped>[0]["treatment"]];
    const adjusted = answerOf(cuped({ control, treatment }));
    expectAllClose(
      [
        adjusted.theta,
        adjusted.difference,
        adjusted.standardError,
        adjusted.interval.low,
        adjusted.interval.high,
      ],
      [
        0.0012228965198244435, 0.7674384994278023, 0.14521504219411455, 0.48282224671387347,
        1.0520547521417312,
      ],
    );
    // A share of the variance as small as this keeps eight digits fewer than the variances.
    expectAllClose([adjusted.varianceReduction], [0.0004339467297265198]);
  });
});

describe("ratioMetric", () => {
  it("meets hillstrom spend_per_visit_delta", () => {
    const [control, treatment] = [CONTROL, TREATMENT].map((arm) => ({
      count: arm.count,
      numerator: arm.spend,
      numeratorSquares: arm.spendSquares,
      denominator: arm.visits,
      denominatorSquares: arm.visits,
      products: arm.spendVisits,
    })) as [Parameters<typeof ratioMetric>[0]["control"], Parameters<typeof ratioMetric>[0]["treatment"]];
    const metric = answerOf(ratioMetric({ control, treatment }));
    const { delta, fieller } = metric.relative;
    if (delta.kind !== "value" || fieller.kind !== "bounded") throw new Error("no relative difference");
    expectAllClose(
      [
        metric.ratioControl,
        metric.ratioTreatment,
        metric.difference,
        metric.standardError,
        metric.interval.low,
        metric.interval.high,
        delta.value,
        delta.standardError,
        fieller.low,
        fieller.high,
      ],
      [
        6.14868700265252, 7.784203903441193, 1.635516900788673, 0.9871405201714457, -0.29924296642749537,
        3.5702767680048413, 0.26599449607422154, 0.18561079287840757, -0.04145130071247083,
        0.7216533273417887,
      ],
    );
  });
});
