/**
 * Short vectors for present values and rates of return. Flows come from the test suites of pyxirr
 * (Unlicense), numpy-financial (BSD-3-Clause), formulajs (MIT), Apache POI (Apache-2.0), PhpSpreadsheet (MIT)
 * and nodejs-xirr (MIT), from the issue threads and pages named in their ids, and from textbook algebra
 * ("classic"); expected values were recomputed with mpmath at 60 digits and compared with LibreOffice 7.4
 * and Gnumeric 1.12. Longer ones are read from the reference folder beside the repository.
 *
 * They are data: a line a vector, its fields between bars, its flows (dates before amounts) between commas.
 */

type RateVector = {
  readonly id: string;
  readonly amounts: readonly string[];
  readonly dates: readonly string[];
  readonly status: "unique" | "multiple" | "none";
  readonly roots: readonly string[];
  readonly signChanges: number;
  /** Absolute and relative. */
  readonly tolerance: number;
};

/** id | flows | roots | sign changes | tolerance, 1e-9 unless told */
export const irrVectors = rateVectors(`
irr-pyxirr-works-2 | -100, 0, 0, 74 | -0.095495830348972520 | 1
irr-pyxirr-works-3 | -100, 100, 0, -7 | -0.67889437363238652, -0.083299666184932686 | 2
irr-pyxirr-works-4 | -161445.03, 2113.73, 7626.73, 8619.84, 8612.92 | -0.43658134635468821 | 1
irr-pyxirr-works-5 | -150000, 15000, 25000, 35000, 45000, 60000 | 0.052432888859414103 | 1
irr-pyxirr-works-6 | -100, 100, 0, 7 | 0.062058485629929460 | 1
irr-pyxirr-equal-payments-1 | 87.17, 87.17, 87.17, 87.17, 87.17, -86.43 | -0.49367042606786395 | 1
irr-pyxirr-equal-payments-4 | -12138.436076306429, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, 576.2077573369947, -528.8894576218179 | -0.52140662804628268, -0.015626262383487627 | 2
irr-pyxirr-npf-gh44a | -1678.87, 771.96, 1814.05, 3520.30, 3552.95, 3584.99, -1.0 | -0.99972113628529136, 0.96887754702092613 | 2
irr-pyxirr-npf-gh39 | -217500.0, -217500.0, 108466.80462450592, 101129.96439328062, 93793.12416205535, 86456.28393083003, 79119.44369960476, 71782.60346837944, 64445.76323715414, 57108.92300592884, 49772.08277470355, 42435.24254347826, 35098.40231225296, 27761.56208102766, 20424.721849802358, 13087.88161857707, 5751.041387351768, -1585.7988438735192, -8922.639075098821, -16259.479306324123, -23596.31953754941, -30933.159768774713, -38270.0, -45606.8402312253, -52943.680462450604, -60280.520693675906, -67617.36092490121 | -0.018096786473963784, 0.12000000000000101 | 2
irr-pyxirr-gh46a | -144852555, 1288599.98, 1273051.18, 1254073.49, 1241996.69, 1226477.92, 1210955.52, 1192069.55, 1179898.21, 1164365.24, 1148831.85, 1129452.17, 1117801.02, 1102284.27, 1086717.83, 1067557.59, 1055023.27, 1038854.51, 1022470.03, 1002274.44, 988024.873 | -0.13854127400832489 | 1
irr-pyxirr-zeros | 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 | none | 0
irr-pyxirr-unordered-amounts | -1000, -9000, 20000, -3000 | -0.83797368259235443, 0.70398423000017592 | 2
irr-npf-all-negative | -1, -2, -3 | none | 0
irr-npf-all-positive-5 | 40000, 5000, 8000, 12000, 30000 | none | 0
irr-formulajs-deep-negative | -9765000, -24338874, -3354506, 814300, 1595562, 1975118, 1688159, 391944 | -0.33923419051909065 | 1
irr-formulajs-three | -4500, 3045, 2371 | 0.13918184168764958 | 1
irr-formulajs-all-negative | -12000, -15000, -18000, -21000, -24000 | none | 0
irr-poi-irr-3 | -10000, 3400, 6500, 1000 | 0.049858473742953382 | 1
irr-poi-irr-4 | 100, -10, -110 | 0.10000000000000000 | 1
irr-poi-irr-5 | -70000, 12000, 15000 | -0.44350694133474054 | 1
irr-phpspreadsheet-1 | -70000, 12000, 15000, 18000, 21000 | -0.021244848273410991 | 1
irr-phpspreadsheet-3 | -70000, 12000, 15000, 18000 | -0.18213746414552724 | 1
irr-phpspreadsheet-4 | -100, 20, 24, 28.8 | -0.13618951095869062 | 1
irr-excelbanter-two-roots | -28, 53, -8 | -0.83460456173675134, 0.72746170459389420 | 2
irr-issues-financejs-13 | 998898750, -5478316, -5472758, -5470734, -5624814, -5776428, -5925357, -6071377, -6214268, -6353805, -84877754 | -0.20130110043271268 | 1
irr-classic-double-root | -1000, 2200, -1210 | 0.10000000000000000 | 2 | 0.000001
irr-classic-three-roots-0-10-25 | -1000, 3350, -3725, 1375 | 0.0, 0.10000000000000000, 0.25000000000000000 | 3
irr-classic-total-loss | -1000, 0, 0 | none | 0
`);

/** As above, with the day of each flow. */
export const xirrVectors = rateVectors(`
xirr-pyxirr-zeros | 2021-12-31 0, 2022-12-31 0, 2023-12-31 -100, 2024-12-31 10, 2025-12-31 0, 2026-12-31 10, 2027-12-31 10, 2028-12-31 10, 2029-12-31 200, 2030-12-31 0, 2031-12-31 0, 2032-12-31 0, 2033-12-31 0 | 0.17568073058078226 | 1
xirr-formulajs-all-positive | 2008-01-01 10000, 2008-03-01 2750, 2008-10-30 4250, 2009-02-15 3250, 2009-04-01 2750 | none | 0
xirr-phpspreadsheet-issue-689 | 2018-09-05 -1000000.706, 2018-09-26 947003.58 | -0.61188241727235240 | 1
xirr-phpspreadsheet-issue-689-updated-2022-12-25 | 2022-12-12 -20972.36, 2022-12-16 20350.545 | -0.93584248066499677 | 1
xirr-phpspreadsheet-xirr-calculation-2-is-incorrect | 2019-06-12 100.0, 2020-06-11 -110.0 | 0.10000000000000000 | 1
xirr-phpspreadsheet-xirr-calculation-3-is-incorrect | 2019-06-27 1.0, 2019-06-27 1893.67, 2019-06-21 52573.25, 2019-06-24 48849.74, 2019-06-27 26369.16, 2019-07-27 -273029.18 | 3235.1596384092777 | 1
xirr-phpspreadsheet-xirr-calculation-5-is-incorrect | 2010-01-01 -100, 2010-04-01 20, 2010-10-01 40, 2011-02-01 25 | -0.19738731229101446 | 1
xirr-phpspreadsheet-see-issue-2469-non-convergence-with-initial-guess | 2021-11-24 55600, 2021-12-24 -51094.83 | -0.64230761219540430 | 1
xirr-phpspreadsheet-decampo-one-year-no-growth | 2010-01-01 -1000, 2011-01-01 1000 | 0.0 | 1
xirr-phpspreadsheet-decampo-one-year-decline | 2010-01-01 -1000, 2011-01-01 900 | -0.10000000000000000 | 1
xirr-phpspreadsheet-decampo-vs-spreadsheet | 2010-01-01 -1000, 2010-04-01 -1000, 2010-07-01 -1000, 2010-10-01 -1000, 2011-01-01 4300 | 0.12126764907904315 | 1
xirr-phpspreadsheet-decampo-vs-spreadsheet-reordered | 2010-10-01 -1000, 2011-01-01 4300, 2010-07-01 -1000, 2010-01-01 -1000, 2010-04-01 -1000 | 0.12126764907904315 | 1
xirr-phpspreadsheet-decampo-over-100-growth | 2010-01-01 -1000, 2011-01-01 3000 | 2.0000000000000000 | 1
xirr-phpspreadsheet-decampo-total-loss-one-year-agree-with-excel-not-decampo | 2010-01-01 -1000, 2011-01-01 0 | none | 0
xirr-phpspreadsheet-decampo-total-loss-two-years-agree-with-excel-not-decampo | 2010-01-01 -1000, 2012-01-01 0 | none | 0
xirr-phpspreadsheet-python-xirr-test-line-21 | 2017-12-16 -2236.3994659663, 2017-12-26 -47.3417585212, 2017-12-29 -46.52619316339632, 2017-12-31 10424.74612565936, 2017-12-20 -13.077972551952 | 12238535289956430. | 1
xirr-phpspreadsheet-python-xirr-test-line-39-agree-with-python-not-excel | 2016-04-06 18902, 2016-05-04 83600, 2016-05-12 -5780, 2017-05-08 -4080, 2017-07-03 -56780, 2018-05-07 -2210, 2019-05-06 -2380, 2019-10-01 33975, 2020-03-13 23067.98, 2020-05-07 -1619.57 | -0.99999997798661632 | 3
xirr-nodejs-xirr-issue-7-covid | 2020-03-04 -713.07, 2020-03-17 555.33 | -0.99910591506387549 | 1
xirr-nodejs-xirr-java-14 | 2018-08-30 -1498500, 2018-08-30 -1500, 2019-01-10 -499500, 2019-01-10 -500, 2019-03-07 -499500, 2019-03-07 -500, 2019-03-19 -44955000, 2019-03-19 -45000, 2019-03-31 44630158.4897253, 2019-03-31 44674.8333230484 | -0.72463660788380493 | 1
xirr-nodejs-xirr-java-24 | 2022-01-24 -10000, 2022-01-28 9800 | -0.84173699523486007 | 1
xirr-openoffice-wiki-example | 2008-02-05 -2750, 2008-07-05 1000, 2009-01-05 2000 | 0.12363109590433664 | 1
xirr-issues-onlyoffice-746 | 2020-01-01 1260404.83, 2020-01-11 -2881.40, 2020-01-10 -10565.62, 2020-01-10 20000.00, 2020-01-15 -1278822.63 | 0.27607207623525051 | 1
`);

type ValueVector = {
  readonly id: string;
  readonly rate: string;
  readonly amounts: readonly string[];
  readonly dates: readonly string[];
  readonly value: string;
};

/** id | rate | flows | NPV of Excel and OpenDocument: the first flow is discounted by one whole period. */
export const npvVectors = valueVectors(`
npv-pyxirr-start-one | 0.08 | -40000, 5000, 8000, 12000, 30000 | 2838.1691372032727
npv-pyxirr-zero-rate | 0 | -40000, 5000, 8000, 12000, 30000 | 15000.000000000000
npv-formulajs-npv1 | 0.1 | -10000, 2000, 4000, 8000 | 1031.3503176012567
npv-formulajs-npv2 | 0.1 | -75000 | -68181.818181818182
npv-phpspreadsheet-1 | 0.10 | -10000, 3000, 4200, 6800 | 1188.4434123352230
npv-phpspreadsheet-4 | 0.05 | 2000, 2400, 2900, 3500, 4100 | 12678.677633094774
`);

/** id | rate | flows | NPV of numpy-financial and TEI: the first flow lies at the start. */
export const npv0Vectors = valueVectors(`
npv0-npf-npv | 0.05 | -15000, 1500, 2500, 3500, 4500, 6000 | 122.89485495094269
`);

/** id | rate | flows | XNPV: discounted to the first listed date, not the earliest. */
export const xnpvVectors = valueVectors(`
xnpv-pyxirr-unordered | 0.1 | 2015-06-11 -1000, 2015-07-21 -9000, 2018-06-10 20000, 2015-10-17 -3000 | 2218.4256636567120
xnpv-phpspreadsheet-if-maximum-value-0-return-num | 0.10 | 2018-06-30 -1000.0, 2018-07-30 -1000.1 | -1992.2961098479918
xnpv-phpspreadsheet-xnpv-calculation-1-is-incorrect | 0.10 | 2018-06-30 0, 2018-12-31 120000, 2019-12-31 120000, 2020-12-31 120000, 2021-12-31 120000, 2022-12-31 120000, 2023-12-31 120000, 2024-12-31 120000, 2025-12-31 120000, 2026-12-31 120000, 2027-12-31 120000 | 772830.73395731097
xnpv-phpspreadsheet-gnumeric-gets-this-right-excel-returns-num-libre-now-gets-it | -0.10 | 2019-12-31 -100.0, 2020-12-31 110.0 | 22.257507852701293
xnpv-phpspreadsheet-issue-3297-another-case-where-excel-goes-wrong | -0.6118824173 | 2018-09-05 -1000000.706, 2018-09-26 947003.58 | 0.0000040984612149557489
`);

type MirrVector = {
  readonly id: string;
  readonly amounts: readonly string[];
  readonly financeRate: string;
  readonly reinvestRate: string;
  readonly value: string | null;
};

/** id | finance rate | reinvestment rate | flows | MIRR, none where nothing is paid out or nothing comes in */
export const mirrVectors: readonly MirrVector[] = fieldsOfLines(`
mirr-pyxirr-works | 0.1 | 0.1 | -1000, 100, 250, 500, 500 | 0.10401626745959102
mirr-pyxirr-all-positive | 0.1 | 0.1 | 100000, 50000, 25000 | none
mirr-npf-mirr-2 | 0.10 | 0.12 | -120000, 39000, 30000, 21000, 37000, 46000 | 0.12609413036590515
mirr-npf-mirr-4 | 0.10 | 0.12 | 39000, 30000, 21000, 37000, 46000 | none
mirr-npf-broadcast-00 | 0.05 | 0.08 | -4500, -800, 800, 800, 600 | -0.17844489612937977
mirr-npf-broadcast-01 | 0.08 | 0.10 | -4500, -800, 800, 800, 600 | -0.17328715701960784
mirr-npf-broadcast-02 | 0.10 | 0.12 | -4500, -800, 800, 800, 600 | -0.16843660405840985
mirr-npf-broadcast-10 | 0.05 | 0.08 | -120000, 39000, 30000, 21000, 37000 | 0.046272931947167907
mirr-npf-broadcast-11 | 0.08 | 0.10 | -120000, 39000, 30000, 21000, 37000 | 0.054378557215001396
mirr-npf-broadcast-12 | 0.10 | 0.12 | -120000, 39000, 30000, 21000, 37000 | 0.062522011677732163
mirr-poi-mirr-3 | 0.065 | 0.1 | -10000, 3400, 6500, 1000 | 0.070394939660276642
mirr-phpspreadsheet-3 | 0.10 | 0.14 | -120000, 39000, 30000, 21000, 37000, 46000 | 0.13475911082831485
mirr-phpspreadsheet-4 | 5.5 | 5 | -100, 12, 14, 11 | 0.74021752686287057
mirr-phpspreadsheet-10 | 1.23 | -2.34 | -0.12, 0.13, 0.25 | -0.20522539882890906
`).map(([id = "", financeRate = "", reinvestRate = "", flows = "", value = ""]) => ({
  id,
  financeRate,
  reinvestRate,
  amounts: listOf(flows),
  value: value === "none" ? null : value,
}));

function rateVectors(lines: string): readonly RateVector[] {
  return fieldsOfLines(lines).map(([id = "", flows = "", found = "", signChanges, tolerance = "1e-9"]) => {
    const roots = found === "none" ? [] : listOf(found);
    const status = roots.length === 0 ? "none" : roots.length === 1 ? "unique" : "multiple";
    return {
      id,
      ...datedFlows(flows),
      roots,
      status,
      signChanges: Number(signChanges),
      tolerance: Number(tolerance),
    };
  });
}

function valueVectors(lines: string): readonly ValueVector[] {
  return fieldsOfLines(lines).map(([id = "", rate = "", flows = "", value = ""]) => ({
    id,
    rate,
    ...datedFlows(flows),
    value,
  }));
}

function datedFlows(flows: string): { amounts: string[]; dates: string[] } {
  const parts = listOf(flows).map((flow) => flow.split(" "));
  return {
    amounts: parts.map((part) => part.at(-1) ?? ""),
    dates: parts.flatMap((part) => part.slice(0, -1)),
  };
}

function fieldsOfLines(lines: string): string[][] {
  const filled = lines.split("\n").filter((line) => line !== "");
  return filled.map((line) => line.split(" | "));
}

function listOf(text: string): string[] {
  return text.split(", ");
}
