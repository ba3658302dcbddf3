type NoAnswer = "no-value" | "no-baseline" | "refused" | "point-only";
type Answer<T> = Exclude<T, { readonly kind: NoAnswer }>;

const NO_ANSWER: readonly string[] = [
  "no-value",
  "no-baseline",
  "refused",
  "point-only",
] satisfies NoAnswer[];

/** The answer a test wants to see; stops the test with the reason where there is none. */
export function answerOf<T extends { readonly kind: string; readonly reason?: unknown }>(
  answer: T,
): Answer<T> {
  if (NO_ANSWER.includes(answer.kind)) throw new Error(`${answer.kind}: ${String(answer.reason)}`);
  return answer as Answer<T>;
}
