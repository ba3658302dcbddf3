import { percentText } from "../percent-text.ts";
import type { FailureFacts, SeriesRecord } from "./failure-facts.ts";
import { signal, type Signal } from "./signal.ts";
import { isFound, thresholds } from "./thresholds.ts";

/** The data foundation: series with gaps, records that come late, holes. Of few periods nothing is said. */
export function dataSignals({ series }: FailureFacts): Signal[] {
  return series
    .filter(({ expected }) => !isFound("fewestPeriods", expected))
    .flatMap((record) => [incomplete(record), late(record), broken(record)])
    .filter((found) => found !== null);
}

function incomplete({ name, periodType, expected, present }: SeriesRecord): Signal | null {
  const share = present / expected;
  if (!isFound("completeness", share)) return null;
  const limit = thresholds.completeness.value;
  return signal("completeness", "completeness", share, {
    text: `${name}: ${present} of ${expected} ${periodType}s ${present === 1 ? "is" : "are"} there (${percentText(share, [limit])}); it takes ${percentText(limit)}`,
    clearsWhen: `${percentText(limit)} of the expected ${periodType}s of ${name} are there.`,
  });
}

function late({ name, periodType, judged, late }: SeriesRecord): Signal | null {
  if (isFound("fewestPeriods", judged)) return null;
  const share = late / judged;
  if (!isFound("lateShare", share)) return null;
  const limit = thresholds.lateShare.value;
  return signal("lateShare", "timeliness", share, {
    text: `${name}: ${late} of ${judged} ${periodType}s ${late === 1 ? "was" : "were"} recorded late (${percentText(share, [limit])}), more than ${percentText(limit)}`,
    clearsWhen: `No more than ${percentText(limit)} of the ${periodType}s of ${name} are late.`,
  });
}

function broken({ name, periodType, longestGap }: SeriesRecord): Signal | null {
  if (!isFound("periodsInARow", longestGap)) return null;
  return signal("periodsInARow", "break", longestGap, {
    text: `${name}: ${longestGap} ${periodType}s in a row are missing; ${thresholds.periodsInARow.value} are a hole, not a slip`,
    clearsWhen: `The missing ${periodType}s of ${name} are logged.`,
  });
}
