import { FLAT_DESIGN, YEARLY_SEASON, type BaselineDesign } from "@liftledger/baselines/baseline-design";
import { ratioLift } from "@liftledger/baselines/ratio-lift";
import { mixtureInterval } from "@liftledger/baselines/student-mixture";
import { makeSeries, PRE_WEEKS } from "./lift-series.ts";

const SERIES = 5000;
const GOAL_SECONDS = 15;
const LEVEL = 0.8;

/** Lift with its interval of 5,000 different series of 156 weeks, one after another on one thread. */
export function measureInBulk(): void {
  const all = Array.from({ length: SERIES }, (_, i) => makeSeries(i + 1));
  console.log(`\n${SERIES} series of 156 weeks on one thread, goal ${GOAL_SECONDS} s`);
  for (const [name, design] of [["flat", FLAT_DESIGN] as const, ["season", YEARLY_SEASON] as const]) {
    const began = performance.now();
    const undecided = all.filter((series) => holdsZero(series, design)).length;
    const seconds = (performance.now() - began) / 1000;
    const goal = seconds <= GOAL_SECONDS ? "reached" : "missed";
    console.log(`  ${name}: ${seconds.toFixed(2)} s (goal ${goal}); the interval holds zero in ${undecided}`);
  }
}

function holdsZero(series: ReturnType<typeof makeSeries>, design: BaselineDesign): boolean {
  const pre = series.slice(0, PRE_WEEKS);
  const lift = ratioLift({ pre, post: series.slice(PRE_WEEKS), direction: 1, design });
  if (lift.kind !== "interval") throw new Error(`no interval: ${lift.kind}`);
  const { low, high } = mixtureInterval(lift.incrementalUnitsDistribution(), LEVEL);
  return low <= 0 && high >= 0;
}
