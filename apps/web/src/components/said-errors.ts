import { useLayoutEffect, useSyncExternalStore } from "react";

/** Errors that stand on the page in words, by how many places say them. */
const said = new Map<unknown, number>();
const listeners = new Set<() => void>();
let changes = 0;

function count(error: unknown, by: 1 | -1): void {
  const places = (said.get(error) ?? 0) + by;
  if (places === 0) said.delete(error);
  else said.set(error, places);
  changes += 1;
  for (const listener of listeners) listener();
}

/** Tells that this place says what failed, as long as it stands there. */
export function useSaid(error: unknown): void {
  useLayoutEffect(() => {
    if (error === null || error === undefined) return undefined;
    count(error, 1);
    return () => count(error, -1);
  }, [error]);
}

/** Whether some place says an error; whoever asks is drawn again when that changes. */
export function useIsSaid(): (error: unknown) => boolean {
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => changes,
  );
  return (error) => said.has(error);
}
