import { describe, expect, it } from "vitest";
import type { NoValue } from "../no-value.ts";
import type {
  AdjustedRatioStatistic,
  ArmStatistic,
  MeanStatistic,
  ProportionStatistic,
} from "./arm-statistic.ts";
import { bayesianTest } from "./bayesian-test.ts";
import { sequentialTTest } from "./sequential-t-test.ts";
import { tTest, type Alternative, type OpenInterval } from "./t-test.ts";

const mean = (count: number, sum: number, sumOfSquares: number): MeanStatistic => ({
  kind: "mean",
  count,
  sum,
  sumOfSquares,
});
const proportion = (count: number, sum: number): ProportionStatistic => ({ kind: "proportion", count, sum });

function sure<T>(answer: T | NoValue): T {
  expect((answer as NoValue).reason).toBeUndefined();
  return answer as T;
}

function expectNear(actual: readonly (number | null)[], expected: readonly number[], relative = 1e-8): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) => {
    const wanted = expected[i] as number;
    // The engine forms 1 − cdf, which leaves 1e-15 of rounding where ours has the tail itself.
    const allowed = Math.max(relative * Math.abs(wanted), 1e-13);
    expect(Math.abs((value as number) - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(allowed);
  });
}

const bound = ({ low, high }: OpenInterval): number => (low ?? high) as number;

/** What was put in: control and treatment. */
const ARMS: Readonly<Record<string, readonly [ArmStatistic, ArmStatistic]>> = {
  mean: [mean(3000, 1396.87, 52377.9767), mean(3461, 2422.7, 134698.29)],
  "negative mean": [mean(300, -1396.87, 52377.9767), mean(346, -2422.7, 134698.29)],
  proportion: [proportion(3000, 1396), proportion(3461, 2422)],
  ratio: [
    {
      kind: "ratio",
      count: 1000,
      numerator: mean(1000, 5012.5, 31040.25),
      denominator: mean(1000, 2110, 5950),
      sumOfProducts: 13120.5,
    },
    {
      kind: "ratio",
      count: 1040,
      numerator: mean(1040, 5480.1, 35111.7),
      denominator: mean(1040, 2190, 6210),
      sumOfProducts: 14410.25,
    },
  ],
  "binomial ratio": [
    {
      kind: "ratio",
      count: 1000,
      numerator: proportion(1000, 212),
      denominator: mean(1000, 2110, 5950),
      sumOfProducts: 590,
    },
    {
      kind: "ratio",
      count: 1040,
      numerator: proportion(1040, 260),
      denominator: mean(1040, 2190, 6210),
      sumOfProducts: 715,
    },
  ],
  adjusted: [
    {
      kind: "adjusted",
      count: 3000,
      post: mean(3000, 1396.87, 52377.9767),
      pre: mean(3000, 1290.5, 48210.25),
      sumOfProducts: 31200.75,
    },
    {
      kind: "adjusted",
      count: 3461,
      post: mean(3461, 2422.7, 134698.29),
      pre: mean(3461, 1510.4, 52010.5),
      sumOfProducts: 52210.125,
    },
  ],
  "adjusted proportion": [
    {
      kind: "adjusted",
      count: 1000,
      post: proportion(1000, 212),
      pre: proportion(1000, 190),
      sumOfProducts: 95,
    },
    {
      kind: "adjusted",
      count: 1040,
      post: proportion(1040, 260),
      pre: proportion(1040, 205),
      sumOfProducts: 110,
    },
  ],
};

type Expected = {
  /** expected, standard error, interval, p, degrees of freedom; level 95%. */
  twoSided: number[];
  /** lower bound and p at 90%. */
  greater: number[];
  /** upper bound and p at 95%. */
  lesser: number[];
  /** interval and p at 90%, tuning 2000. */
  sequential: number[];
  /** lower bound and p at 95%, tuning 2000. */
  sequentialGreater: number[];
  /** upper bound and p at 95%, tuning 5000. */
  sequentialLesser: number[];
  /** expected, deviation, interval, chance to win, both risks. */
  flat: number[];
  /** The same under a normal relative prior of mean 0.02 and variance 0.01, lower being better. */
  normal: number[];
};

// Returned by gbstats 0.8.0 (growthbook/growthbook @8f1db44, MIT) with scipy 1.10.1 on these inputs.
const ENGINE: [string, "relative" | "absolute", Expected][] = [
  [
    "mean",
    "relative",
    {
      twoSided: [
        0.5033610858562358, 0.3334122146400735, -0.1502448039828309, 1.1569669756953025, 0.13116525736935492,
        6087.38254915977,
      ],
      greater: [0.07602976675559103, 0.06558262868467746],
      lesser: [1.0518588475628676, 0.9344173713153225],
      sequential: [-0.442370084423824, 1.4490922561362956, 1.0],
      sequentialGreater: [-0.44500044947749917, 0.4999],
      sequentialLesser: [1.4302867177403806, 0.4999],
      flat: [
        0.5033610858562358, 0.3334122146400735, -0.1501148468440464, 1.156837018556518, 0.9344433216857406,
        0.5129177214096885, 0.009556635553452646,
      ],
      normal: [
        0.059893224325722534, 0.09578449944850032, -0.1278409448705348, 0.24762739352197982,
        0.26588990970810755, 0.015502004486935098, 0.07539522881265764,
      ],
    },
  ],
  [
    "mean",
    "absolute",
    {
      twoSided: [
        0.23437666666666668, 0.12983081254184736, -0.02013765534624956, 0.4888909886795829,
        0.07108544979746045, 6087.38254915977,
      ],
      greater: [0.06797372776021718, 0.03554272489873023],
      lesser: [0.44796185327007765, 0.9644572751012698],
      sequential: [-0.13389132380321395, 0.6026446571365474, 0.9794915225163379],
      sequentialGreater: [-0.1349155887137512, 0.4999],
      sequentialLesser: [0.5953217750613832, 0.4999],
      flat: [
        0.23437666666666668, 0.12983081254184736, -0.020087049998925355, 0.48884038333225865,
        0.9644819694521594, 0.23620574209091158, 0.0018290754242448824,
      ],
      normal: [
        0.03496155780971522, 0.04382889847800677, -0.05094150468924046, 0.12086462030867087,
        0.21252729812078863, 0.005290100999904451, 0.04025165880961967,
      ],
    },
  ],
  [
    "negative mean",
    "relative",
    {
      twoSided: [
        -0.5037955832798937, 0.31438163610556247, -1.1212029882646446, 0.11361182170485729,
        0.10956585137589303, 607.1743569191544,
      ],
      greater: [-0.9071306915328964, 0.9452170743120535],
      lesser: [0.014106378021554011, 0.05478292568794648],
      sequential: [-1.4212176136127916, 0.4136264470530042, 0.7366860972748573],
      sequentialGreater: [-1.4301156889577658, 0.4999],
      sequentialLesser: [0.5799585263900955, 0.4999],
      flat: [
        -0.5037955832798937, 0.31438163610556247, -1.1199722674475734, 0.11238110088778586,
        0.05452289116645314, 0.007263940914347846, 0.5110595241942415,
      ],
      normal: [
        -0.02812713465009844, 0.09529525063969099, -0.2149023938016104, 0.15864812450141344,
        0.6160633237978974, 0.05372495153033741, 0.02559781688023899,
      ],
    },
  ],
  [
    "negative mean",
    "absolute",
    {
      twoSided: [
        -2.34578978805395, 1.2238107189725316, -4.749205615878075, 0.057626039770174664, 0.05573350570769886,
        607.1743569191544,
      ],
      greater: [-3.915874589865431, 0.9721332471461505],
      lesser: [-0.3297242841363226, 0.0278667528538495],
      sequential: [-5.917089080376318, 1.2255095042684179, 0.5081549037703793],
      sequentialGreater: [-5.951727108603094, 0.4999],
      sequentialLesser: [1.872999555288355, 0.4999],
      flat: [
        -2.34578978805395, 1.2238107189725316, -4.7444147211341825, 0.05283514502628117, 0.027632222783275706,
        0.012949525441679223, 2.3587393134956294,
      ],
      normal: [
        -0.2152822074306579, 0.43518908439078763, -1.0682371393015642, 0.637672724440248, 0.6895893182090103,
        0.30207671693189303, 0.08679450950123517,
      ],
    },
  ],
  [
    "proportion",
    "relative",
    {
      twoSided: [
        0.5038633516821496, 0.033860214798231224, 0.43748547201990234, 0.5702412313443967, 0.0,
        6143.160884860505,
      ],
      greater: [0.4604650736326776, 0.0],
      lesser: [0.559566848872054, 1.0],
      sequential: [0.40781809850618345, 0.5999086048581157, 6.665667530734285e-46],
      sequentialGreater: [0.4075509675439559, 1e-5],
      sequentialLesser: [0.5979987780985608, 0.4999],
      flat: [
        0.5038633516821496, 0.033860214798231224, 0.4374985501688262, 0.5702281531954729, 1.0,
        0.5038633516821496, 4.961083739416864e-53,
      ],
      normal: [
        0.4540938748531272, 0.03207156649723302, 0.39123475959076903, 0.5169529901154853, 0.0,
        1.8489586553843797e-48, 0.4540938748531272,
      ],
    },
  ],
  [
    "proportion",
    "absolute",
    {
      twoSided: [
        0.23446441298276027, 0.011984665588422325, 0.21097027111269367, 0.25795855485282687, 0.0,
        6143.160884860505,
      ],
      greater: [0.21910379425557308, 0.0],
      lesser: [0.254180406809282, 1.0],
      sequential: [0.20046964220152352, 0.268459183763997, 2.6948511162923556e-79],
      sequentialGreater: [0.20037509243951854, 1e-5],
      sequentialLesser: [0.26778320946254985, 0.4999],
      flat: [
        0.23446441298276027, 0.011984665588422325, 0.21097490006269598, 0.25795392590282457, 1.0,
        0.23446441298276027, 9.6089163339554e-89,
      ],
      normal: [
        0.2204582899192474, 0.011605923030267109, 0.1977110987725799, 0.2432054810659149, 0.0,
        5.664089829887359e-84, 0.2204582899192474,
      ],
    },
  ],
  [
    "ratio",
    "relative",
    {
      twoSided: [
        0.05334936631025195, 0.013049146867381279, 0.027757953178084466, 0.07894077944241944,
        4.517365480971591e-5, 1991.2655965737672,
      ],
      greater: [0.03662066200114096, 2.2586827404857956e-5],
      lesser: [0.07482329309177672, 0.9999774131725951],
      sequential: [0.01728388953719088, 0.08941484308331302, 0.0019658456075279805],
      sequentialGreater: [0.017088287504499484, 0.0009839639949798585],
      sequentialLesser: [0.09094718373008395, 0.4999],
      flat: [
        0.05334936631025195, 0.013049146867381279, 0.02777350842121097, 0.07892522419929293,
        0.9999782765708152, 0.05334942911426022, 6.280400827018947e-8,
      ],
      normal: [
        0.05279100038843811, 0.012939445307570104, 0.0274301536056749, 0.07815184717120131,
        2.2532352029425162e-5, 6.470692894025106e-8, 0.05279106509536705,
      ],
    },
  ],
  [
    "ratio",
    "absolute",
    {
      twoSided: [
        0.12673635006167672, 0.030079736983671262, 0.06774529234124585, 0.18572740778210758,
        2.6284997377112873e-5, 1991.2655965737672,
      ],
      greater: [0.08817482333432458, 1.3142498688556437e-5],
      lesser: [0.17623614312550526, 0.9999868575013114],
      sequential: [0.04360140901536684, 0.20987129110798658, 0.0012543821789464146],
      sequentialGreater: [0.04315052454325348, 0.0006274278604984283],
      sequentialLesser: [0.2134035069756365, 0.4999],
      flat: [
        0.12673635006167672, 0.030079736983671262, 0.06778114890924355, 0.18569155121410988,
        0.9999874192613274, 0.12673643181712804, 8.175545133019353e-8,
      ],
      normal: [
        0.1254862174690422, 0.029841469883833797, 0.06699801125099128, 0.1839744236870931,
        1.304862256146233e-5, 8.426288677087083e-8, 0.12548630173192896,
      ],
    },
  ],
  [
    "binomial ratio",
    "relative",
    {
      twoSided: [
        0.18161454294822088, 0.09186617714030774, 0.0014531188154682517, 0.3617759670809735,
        0.04818227293940347, 2037.446465443876,
      ],
      greater: [0.06384511561866688, 0.024091136469701735],
      lesser: [0.33278969409423753, 0.9759088635302983],
      sequential: [-0.072286919848985, 0.43551600574542676, 0.5027935974896153],
      sequentialGreater: [-0.07366396090514393, 0.3081239627075195],
      sequentialLesser: [0.44630370541086867, 0.4999],
      flat: [
        0.18161454294822088, 0.09186617714030774, 0.0015601443558408423, 0.36166894154060086,
        0.9759761767906479, 0.18244407024118073, 0.0008295272929598743,
      ],
      normal: [
        0.10764633943235508, 0.06765226109898645, -0.02494965579435854, 0.24024233465906866,
        0.05578550965511475, 0.001605395945932315, 0.10925173537828739,
      ],
    },
  ],
  [
    "binomial ratio",
    "absolute",
    {
      twoSided: [
        0.01824752753792551, 0.008457882483227, 0.001660528919289684, 0.03483452615656134,
        0.031086556747962124, 2037.446465443876,
      ],
      greater: [0.007404799479817778, 0.015543278373981062],
      lesser: [0.032165834607830485, 0.9844567216260189],
      sequential: [-0.005128526647701019, 0.04162358172355204, 0.36397215978676634],
      sequentialGreater: [-0.005255307273499599, 0.210412919921875],
      sequentialLesser: [0.0426167774662605, 0.4999],
      flat: [
        0.01824752753792551, 0.008457882483227, 0.0016703824853283866, 0.03482467259052263,
        0.9845150079100163, 0.018294144070366843, 4.661653244133414e-5,
      ],
      normal: [
        0.01151305533807364, 0.006470506322064029, -0.0011689040149105885, 0.024195014691057865,
        0.03759423898868819, 9.729042188068872e-5, 0.011610345759954328,
      ],
    },
  ],
  [
    "adjusted",
    "relative",
    {
      twoSided: [
        0.49229661192319524, 0.26423717850762135, -0.025700975254785374, 1.0102941991011758,
        0.062497924827570994, 6132.6401972677195,
      ],
      greater: [0.15362656130728486, 0.031248962413785497],
      lesser: [0.9269937580148155, 0.9687510375862145],
      sequential: [-0.25721802817864975, 1.2418112520250402, 0.8852708472143899],
      sequentialGreater: [-0.2593026555849329, 0.4999],
      sequentialLesser: [1.2269074117100789, 0.4999],
      flat: [
        0.49229661192319524, 0.26423717850762135, -0.025598741328223984, 1.0101919651746143,
        0.9687749225742688, 0.4955097770537623, 0.0032131651305670923,
      ],
      normal: [
        0.07916925579615343, 0.093526474057851, -0.10413926495825425, 0.2624777765505611, 0.19863963332246692,
        0.010350310087376188, 0.08951956588352962,
      ],
    },
  ],
  [
    "adjusted",
    "absolute",
    {
      twoSided: [
        0.22922478943238456, 0.10353820588373372, 0.026253575724226708, 0.4321960031405424,
        0.026871277227241253, 6132.6401972677195,
      ],
      greater: [0.09652094500985084, 0.013435638613620626],
      lesser: [0.39955571282213576, 0.9865643613863794],
      sequential: [-0.06446363684446171, 0.5229132157092309, 0.44767918571836973],
      sequentialGreater: [-0.06528047338049209, 0.24779254249572752],
      sequentialLesser: [0.5170733225658658, 0.4999],
      flat: [
        0.22922478943238456, 0.10353820588373372, 0.02629363487637329, 0.43215594398839574,
        0.9865826874426809, 0.22971110229003128, 0.0004863128576467032,
      ],
      normal: [
        0.0463060499854568, 0.04246577483232464, -0.03692533926148696, 0.12953743923240055,
        0.1377613932060041, 0.002969527022861585, 0.04927557700831838,
      ],
    },
  ],
  [
    "adjusted proportion",
    "relative",
    {
      twoSided: [
        0.1672740742734493, 0.09033465739627095, -0.009883871556258222, 0.3444320201031569,
        0.06421133256897638, 2036.8762044540715,
      ],
      greater: [0.05146799453038671, 0.03210566628448819],
      lesser: [0.31592897262572517, 0.9678943337155118],
      sequential: [-0.08239454554042608, 0.4169426940873247, 0.6187853614065655],
      sequentialGreater: [-0.0837486296647576, 0.400060824432373],
      sequentialLesser: [0.42755054981515367, 0.4999],
      flat: [
        0.1672740742734493, 0.09033465739627095, -0.00977860077900658, 0.3443267493259052, 0.9679666477078177,
        0.16840504483907864, 0.0011309705656293335,
      ],
      normal: [
        0.10109649407769761, 0.06703356097596912, -0.030286871190671527, 0.23247985934606671,
        0.0657583965869547, 0.001928338807761537, 0.10302483288545913,
      ],
    },
  ],
  [
    "adjusted proportion",
    "absolute",
    {
      twoSided: [
        0.03546210374597125, 0.017564175523771708, 0.0010164840284576857, 0.06990772346348481,
        0.0436178028944183, 2036.8762044540715,
      ],
      greater: [0.012945404508331582, 0.02180890144720915],
      lesser: [0.06436574718012013, 0.9781910985527908],
      sequential: [-0.013082093880772139, 0.08400630137271464, 0.4675119902831617],
      sequentialGreater: [-0.013345374574131964, 0.28199140747070317],
      sequentialLesser: [0.08606883468279422, 0.4999],
      flat: [
        0.03546210374597125, 0.017564175523771708, 0.0010369523012387569, 0.06988725519070374,
        0.9782564889616138, 0.035603812069351606, 0.0001417083233803572,
      ],
      normal: [
        0.02275394234383509, 0.013525276140507242, -0.0037551117725180133, 0.04926299646018819,
        0.04625268753068956, 0.00025820041394809476, 0.023012142757783186,
      ],
    },
  ],
];

describe.each(ENGINE)("GrowthBook's engine on %s, %s", (name, difference, expected) => {
  const [control, treatment] = ARMS[name] as readonly [ArmStatistic, ArmStatistic];
  const comparison = { control, treatment, difference };

  it("two-sided t-test", () => {
    const test = sure(tTest(comparison));
    const { estimate, standardError, interval, pValue, degreesOfFreedom } = test;
    expectNear(
      [estimate, standardError, interval.low, interval.high, pValue, degreesOfFreedom],
      expected.twoSided,
    );
  });

  it.each([
    ["greater", 0.9],
    ["lesser", 0.95],
  ] as const)("one-sided t-test, %s", (alternative, level) => {
    const { interval, pValue } = sure(tTest({ ...comparison, alternative, level }));
    expectNear([bound(interval), pValue], expected[alternative]);
    expect([interval.low, interval.high].filter((end) => end === null).length).toBe(1);
  });

  it("sequential two-sided test", () => {
    const { interval, pValue } = sure(sequentialTTest({ ...comparison, tuning: 2000, level: 0.9 }));
    expectNear([interval.low, interval.high, pValue], expected.sequential);
  });

  it.each([
    ["greater", "sequentialGreater", 2000],
    ["lesser", "sequentialLesser", 5000],
  ] as const)("sequential one-sided test, %s", (alternative, key, tuning) => {
    const { interval, pValue } = sure(sequentialTTest({ ...comparison, alternative, tuning }));
    expectNear([bound(interval)], [expected[key][0] as number]);
    // The engine halves its way to the p-value until the bound is within 1e-6 of zero, which leaves it three digits
    // where the difference is small; ours is the α at which the bound is zero.
    expect(Math.abs(pValue - (expected[key][1] as number))).toBeLessThan(5e-4);
  });

  it("Bayesian posterior with a flat prior", () => {
    const posterior = sure(bayesianTest(comparison));
    const { mean: expectedEffect, standardDeviation, interval, chanceToWin } = posterior;
    expectNear(
      [
        expectedEffect,
        standardDeviation,
        interval.low,
        interval.high,
        chanceToWin,
        posterior.riskOfControl,
        posterior.riskOfTreatment,
      ],
      expected.flat,
    );
  });

  it("Bayesian posterior with a normal prior, lower being better", () => {
    const prior = { mean: 0.02, variance: 0.01, proper: true };
    const posterior = sure(bayesianTest({ ...comparison, prior, direction: -1 }));
    const { mean: expectedEffect, standardDeviation, interval, chanceToWin } = posterior;
    expectNear(
      [
        expectedEffect,
        standardDeviation,
        interval.low,
        interval.high,
        chanceToWin,
        posterior.riskOfControl,
        posterior.riskOfTreatment,
      ],
      expected.normal,
    );
  });
});

/** The vectors of gbstats_vectors.json, and more of GrowthBook's own tests of the same file, to five decimals. */
describe("the tests of GrowthBook's frequentist engine (packages/stats/tests @8f1db44)", () => {
  const a = mean(3407, 1396.87, 52377.9767);
  const b = mean(3461, 2422.7, 134698.29);
  const [aSequential] = ARMS.mean as [ArmStatistic, ArmStatistic];

  it.each<[string, ArmStatistic, ArmStatistic, "relative" | "absolute", number[]]>([
    ["ttest_rel", a, b, "relative", [0.70732, -0.03526, 1.44989, 0.37879, 0.06191]],
    ["ttest_abs", a, b, "absolute", [0.29, 0.04538, 0.53462, 0.12478, 0.02016]],
    [
      "binomial",
      proportion(28, 14),
      proportion(30, 16),
      "relative",
      [0.06667, -0.47767, 0.61101, 0.2717, 0.80707],
    ],
  ])("%s", (_, control, treatment, difference, expected) => {
    const { estimate, interval, standardError, pValue } = sure(tTest({ control, treatment, difference }));
    [estimate, interval.low, interval.high, standardError, pValue].forEach((value, i) => {
      expect(Math.abs((value as number) - (expected[i] as number))).toBeLessThan(6e-6);
    });
  });

  it.each<[string, ArmStatistic, ArmStatistic, number, number[]]>([
    ["sequential_mean", aSequential, b, 1000, [0.50336, -0.55844, 1.56516, 0.33341, 1]],
    [
      "proportion",
      proportion(3000, 1396),
      proportion(3461, 2422),
      5000,
      [0.50386, 0.40098, 0.60675, 0.03386, 0],
    ],
    [
      "adjusted",
      {
        kind: "adjusted",
        count: 3000,
        post: mean(3000, 1396.87, 52377.9767),
        pre: mean(3000, 16.87, 527.9767),
        sumOfProducts: 1,
      },
      {
        kind: "adjusted",
        count: 3461,
        post: mean(3461, 2422.7, 134698.29),
        pre: mean(3461, 22.7, 1348.29),
        sumOfProducts: 1,
      },
      5000,
      [0.50338, -0.50969, 1.51646, 0.33341, 1],
    ],
  ])("sequential: %s", (_, control, treatment, tuning, expected) => {
    const test = sure(sequentialTTest({ control, treatment, difference: "relative", tuning }));
    const { estimate, interval, standardError, pValue } = test;
    [estimate, interval.low, interval.high, standardError, pValue].forEach((value, i) => {
      expect(Math.abs((value as number) - (expected[i] as number))).toBeLessThan(6e-6);
    });
  });

  it.each<[Alternative, "relative" | "absolute", number, number]>([
    ["greater", "relative", -0.42356454602790883, 0.4999],
    ["greater", "absolute", -0.12656844172804982, 0.46316],
    ["lesser", "relative", 1.4302867177403806, 0.4999],
    ["lesser", "absolute", 0.5953217750613832, 0.4999],
  ])("sequential one-sided: %s, %s", (alternative, difference, expectedBound, expectedP) => {
    const { interval, pValue } = sure(
      sequentialTTest({ control: aSequential, treatment: b, difference, alternative }),
    );
    expectNear([bound(interval)], [expectedBound]);
    expect(Math.abs(pValue - expectedP)).toBeLessThan(2e-4);
  });

  it("answers no value where the sums contradict each other", () => {
    const control = mean(2, 1396.87, 52377.9767);
    expect(tTest({ control, treatment: b, difference: "relative" })).toEqual({
      kind: "no-value",
      reason: "control: the sums of squares and products contradict each other",
    });
  });
});

describe("CUPED of a ratio", () => {
  const arm = (values: readonly number[]): AdjustedRatioStatistic => {
    const [mPost, mPost2, dPost, dPost2, mPre, mPre2, dPre, dPre2] = values as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const [mm, dd, mdPre, mdPost, mPostDPre, mPreDPost] = values.slice(8) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      kind: "adjusted-ratio",
      count: 100,
      post: {
        numerator: mean(100, mPost, mPost2),
        denominator: mean(100, dPost, dPost2),
        sumOfProducts: mdPost,
      },
      pre: { numerator: mean(100, mPre, mPre2), denominator: mean(100, dPre, dPre2), sumOfProducts: mdPre },
      sumsOfProducts: {
        numeratorPostNumeratorPre: mm,
        denominatorPostDenominatorPre: dd,
        numeratorPostDenominatorPre: mPostDPre,
        denominatorPostNumeratorPre: mPreDPost,
      },
    };
  };
  const control = arm([
    485.112236689623, 2715.484666118136, 679.9093275844917, 4939.424001640236, 192.59138069991536,
    460.076026390857, 290.1398399750233, 920.9461385038898, 1113.6215759318352, 2130.9404074446747,
    634.239482353647, 3602.146836776702, 1559.2878434944676, 1460.3181079276983,
  ]);
  const treatment = arm([
    514.7757826608777, 2994.897482705013, 705.4090874383759, 5291.36604146392, 206.94157227402536,
    514.2903702246757, 302.54389139107326, 994.4506208125663, 1237.0953021125997, 2292.081739775257,
    698.4173425817908, 3918.1561431600717, 1701.0287270040265, 1604.0759503266522,
  ]);

  // gbstats 0.8.0 with scipy 1.10.1 on the inputs of test_two_sided_ttest_test_runs_ratio_ra.
  it.each([
    [
      "relative",
      [
        -0.0007014833343349333, 0.003907384079294573, -0.008407786143621745, 0.007004819474951879,
        0.8577104052724964, 194.41780731451198,
      ],
    ],
    [
      "absolute",
      [
        -0.0005005051931390447, 0.0027882397747049296, -0.005999585798660943, 0.0049985754123828535,
        0.8577275125565897, 194.41780731451198,
      ],
    ],
  ] as const)("has GrowthBook's %s difference", (difference, expected) => {
    const test = sure(tTest({ control, treatment, difference }));
    const { estimate, standardError, interval, pValue, degreesOfFreedom } = test;
    // Sums of squares that all but cancel leave ten digits.
    expectNear(
      [estimate, standardError, interval.low, interval.high, pValue, degreesOfFreedom],
      expected,
      1e-7,
    );
  });
});

describe("the tests of GrowthBook's Bayesian engine (packages/stats/tests @8f1db44), with all digits", () => {
  const gaussian = [mean(10, 100, 1002.25), mean(10, 105, 1111.5)] as const;
  const wide = [mean(100, 1000, 200000), mean(100, 1100, 200005)] as const;
  const one = { mean: 1, variance: 1, proper: true } as const;

  it.each<
    [
      string,
      readonly [ArmStatistic, ArmStatistic],
      Omit<Parameters<typeof bayesianTest>[0], "control" | "treatment">,
      number[],
    ]
  >([
    [
      "binomial, flat",
      [proportion(100, 49), proportion(100, 51)],
      { difference: "relative" },
      [
        0.04081632653061228, 0.14725254573469446, -0.24779335974122607, 0.3294260128024506,
        0.6091813095808981, 0.0813958491551631, 0.04057952262455082,
      ],
    ],
    [
      "gaussian, flat",
      gaussian,
      { difference: "relative" },
      [
        0.05, 0.03571589282098377, -0.020001863604820883, 0.12000186360482087, 0.9192339081566245,
        0.05130981716392653, 0.001309817163926532,
      ],
    ],
    [
      "gaussian, informative",
      gaussian,
      { difference: "relative", prior: { mean: 0.1, variance: 0.1, proper: true } },
      [
        0.05062977888312217, 0.03549024888958016, -0.018929830742817608, 0.12018938850906194,
        0.9231499085772956, 0.05185680642943358, 0.001227027546311408,
      ],
    ],
    [
      "relative prior on the absolute difference",
      wide,
      { difference: "absolute", prior: one },
      [
        3.4863897712194922, 5.256096746973928, -6.815370552107547, 13.788150094546529, 0.7464320486332121,
        4.285161493940706, 0.7987717227212136,
      ],
    ],
    [
      "absolute prior on the absolute difference",
      wide,
      { difference: "absolute", prior: { ...one, type: "absolute" } },
      [
        1.0, 0.9871533346653766, -0.9347849831627535, 2.934784983162753, 0.8444732272207176,
        1.0802270928135844, 0.08022709281358424,
      ],
    ],
    [
      "relative prior on the relative difference",
      wide,
      { difference: "relative", prior: { ...one, type: "relative" } },
      [
        0.3670998469248227, 0.5447729873022776, -0.7006355879379378, 1.4348352817875831, 0.7497993251004178,
        0.4484410124979541, 0.08134116557313135,
      ],
    ],
  ])("%s", (_, [control, treatment], options, expected) => {
    const posterior = sure(bayesianTest({ ...options, control, treatment }));
    expectNear(
      [
        posterior.mean,
        posterior.standardDeviation,
        posterior.interval.low,
        posterior.interval.high,
        posterior.chanceToWin,
        posterior.riskOfControl,
        posterior.riskOfTreatment,
      ],
      expected,
    );
  });

  it("answers no value without data", () => {
    const nothing = {
      control: proportion(0, 0),
      treatment: proportion(0, 0),
      difference: "relative",
    } as const;
    expect(bayesianTest(nothing)).toEqual({ kind: "no-value", reason: "control: the arm is empty" });
  });
});
