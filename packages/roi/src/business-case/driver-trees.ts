import { compareDecimals } from "@liftledger/numerics/decimal";
import { difference, leaf, product, sum, type Explanation } from "../explanation.ts";
import type { ActualSource, DriverTrees } from "./actual-source.ts";
import type { CasePlan, PlannedBenefitLine } from "./case-plan.ts";
import { factorTree, rateTrees } from "./line-tree.ts";
import { driverPairs, type ComparedBenefit, type LineCause } from "./line-against-actual.ts";
import { linePaths } from "./plan-line.ts";
import { pathValue, runsIn } from "./plan-path.ts";
import { columnOfPeriod } from "./plan-to-date.ts";

/** In the order in which the plan's are replaced by the actual's. */
const order = [
  "volume",
  "adoption",
  "lift",
  "unitValue",
  "realisation",
  "credit",
  "timing",
  "exchange",
] as const;
type Driver = (typeof order)[number];
/** What a side has of each; null where it is 1, or not known because it did not run. */
type Side = Record<Driver, Explanation | null>;

/**
 * What one driver moved in a line: of each period the product in which it is what it came to less what was planned, the
 * drivers before it as they came, those after it as planned. Null where the line is not bridged by drivers. Periods in
 * which it moved nothing are left out.
 */
export function driverTree(
  plan: CasePlan,
  { benefit, planned, cause }: { benefit: ComparedBenefit; planned: PlannedBenefitLine; cause: LineCause },
  source: ActualSource,
): Explanation | null {
  const found = driverPairs(plan, planned, benefit);
  const driver = order.find((one) => one === cause);
  if (found === null || driver === undefined) return null;
  const { currency } = plan;
  const periods = found.pairs.flatMap(({ period, actual }) => {
    const drivers = actual === undefined ? null : source.drivers(planned, actual);
    const [before, after] = [
      plannedSide(plan, planned, { period, isApart: found.isApart }),
      actualSide(drivers, { period, planned, isApart: found.isApart }),
    ];
    const effect = effectOf(driver, before, after, `${planned.name}, ${period}`, currency);
    return effect === null ? [] : [effect];
  });
  return sum(planned.name, currency, periods);
}

function effectOf(
  driver: Driver,
  plan: Side,
  actual: Side,
  label: string,
  currency: string,
): Explanation | null {
  const place = order.indexOf(driver);
  // What a side does not know because it did not run is as on the other.
  const sides = order.map((one) => ({ plan: plan[one] ?? actual[one], actual: actual[one] ?? plan[one] }));
  const { plan: was, actual: became } = sides[place] ?? {};
  if (!was || !became || compareDecimals(was.value ?? "0", became.value ?? "0") === 0) return null;
  const moved = difference(`${became.label}, less as planned`, became.unit, became, was);
  const others = sides.flatMap((side, at) => {
    if (at === place) return [moved];
    const tree = at < place ? side.actual : side.plan;
    return tree ? [tree] : [];
  });
  return product(label, currency, others);
}

interface Asked {
  period: string;
  isApart: boolean;
}

function plannedSide(plan: CasePlan, planned: PlannedBenefitLine, { period, isApart }: Asked): Side {
  const column = columnOfPeriod(plan, period);
  const timing = runs(
    runsIn(planned.run, column),
    { kind: "assumption", text: "the months in which the line runs" },
    period,
  );
  if (!runsIn(planned.run, column)) return { ...nothing, timing };
  const at = (field: Parameters<typeof factorTree>[2]["field"]): Explanation => {
    const path = linePaths(planned).find(([own]) => own === field)?.[1] ?? [];
    return factorTree(plan, planned, { field, value: pathValue(path, column) ?? "0" });
  };
  const [exchange = null] = rateTrees(plan, planned);
  return {
    volume: at("volume"),
    ...together(at("lift"), at("adoption"), isApart),
    unitValue: at("unitValue"),
    realisation: at("realisation"),
    credit: product("Our share and confidence", "ratio", [
      at("attribution"),
      at("confidence"),
      at("overlap"),
    ]),
    timing,
    exchange,
  };
}

function actualSide(
  drivers: DriverTrees | null,
  { period, planned, isApart }: Asked & { planned: PlannedBenefitLine },
): Side {
  const benefitId = planned.benefitId ?? undefined;
  const text = "the periods from the start of the claim to its end";
  const timing = runs(drivers !== null, { kind: "measured", text, benefitId }, period);
  if (drivers === null) return { ...nothing, timing };
  const { volume, lift, adoption, unitValue, realisation, attribution, confidence } = drivers;
  return {
    volume,
    ...together(lift, adoption, isApart),
    unitValue,
    realisation,
    credit: product("Our share and confidence", "ratio", [attribution, confidence]),
    timing,
    exchange: drivers.exchangeRate,
  };
}

const nothing: Side = {
  volume: null,
  adoption: null,
  lift: null,
  unitValue: null,
  realisation: null,
  credit: null,
  timing: null,
  exchange: null,
};

/** Two drivers where both sides have two, else the lift with the adoption in it. */
function together(lift: Explanation, adoption: Explanation | null, isApart: boolean) {
  if (isApart || adoption === null) return { lift, adoption };
  return { lift: product("Lift, with the share that uses it", "ratio", [lift, adoption]), adoption: null };
}

function runs(isRunning: boolean, source: Parameters<typeof leaf>[3], period: string): Explanation {
  return leaf(`Ran in ${period}`, isRunning ? "1" : "0", "count", source);
}
