/** There is no such figure, and why, in words for a reader. */
export type NoValue = { readonly kind: "no-value"; readonly reason: string };

/** @example noValue("no item was timed after the start") */
export function noValue(reason: string): NoValue {
  return { kind: "no-value", reason };
}
