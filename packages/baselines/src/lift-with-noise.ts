import { noValue, type NoValue } from "./no-value.ts";
import { ratioLift, type IntervalLift, type RatioLiftRequest } from "./ratio-lift.ts";

/** A lift whose history shows the noise it is judged by, or why there is none. */
export function liftWithNoise(request: RatioLiftRequest): IntervalLift | NoValue {
  const lift = ratioLift(request);
  if (lift.kind === "no-baseline") return noValue(lift.reason);
  if (lift.kind === "point-only") {
    return noValue("one or two periods before the start give no idea of the noise");
  }
  return lift.noiseSeen ? lift : noValue("the history shows no noise to tell an effect from");
}
