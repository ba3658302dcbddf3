import { sourceText, thresholds, type Threshold, type ThresholdKey } from "./thresholds.ts";

/** One sign of a failure mode: what was seen, the limit it crossed, and when it is gone. */
export interface Signal {
  key: string;
  /** What was seen, in a sentence with its figures and its source. */
  text: string;
  /** What was seen as a number, in the limit's unit; null where the sign is something that is not there. */
  value: number | null;
  limit: number;
  threshold: ThresholdKey;
  source: Threshold["source"];
  clearsWhen: string;
}

/** A signal that a limit of the table gave. The sentence ends with where the limit comes from. */
export function signal(
  threshold: ThresholdKey,
  key: string,
  value: number | null,
  said: { text: string; clearsWhen: string },
): Signal {
  const { value: limit, source }: Threshold = thresholds[threshold];
  const text = `${said.text} (${sourceText(threshold)}).`;
  return { key, text, value, limit, threshold, source, clearsWhen: said.clearsWhen };
}
