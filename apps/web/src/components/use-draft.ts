import { useEffect, useRef, useState, type Dispatch, type SetStateAction } from "react";
import { keepDraft, readDraft } from "./draft-store.ts";
import { typedOn } from "./typed-on.ts";

export interface DraftState<Draft> {
  value: Draft;
  set: Dispatch<SetStateAction<Draft>>;
  /** Forgets the draft and starts anew, after it was thrown away, or saved by a form that closes with it. */
  clear: (next?: Draft) => void;
  /** Told as it is sent: what is typed from then on is no part of that. */
  sent: () => void;
  /** Starts anew once what was sent is saved, but for what was typed since. */
  saved: (next?: Draft | ((sent: Draft) => Draft)) => void;
  /** Whether it was found in the storage when the form opened. */
  restored: boolean;
}

interface Held<Draft> {
  value: Draft;
  /** Whether somebody typed into it, so that it is worth keeping. */
  touched: boolean;
}

/**
 * Form state that survives a reload and a lost connection. The key must stay the same while mounted. A draft that says
 * by its `version` from which one it was begun takes up a later one, as long as nobody typed into it.
 */
export function useDraft<Draft>(key: string, initial: Draft): DraftState<Draft> {
  const [found] = useState(() => readDraft<Draft>(localStorage, key));
  const [{ value, touched }, hold] = useState<Held<Draft>>(() => ({
    value: merge(initial, found),
    touched: found !== undefined,
  }));
  const sentValue = useRef(value);
  useEffect(() => keepDraft(localStorage, key, touched ? value : undefined), [key, touched, value]);
  // While it is drawn, so that what is outdated is never seen.
  if (!touched && versionOf(initial) > versionOf(value)) hold({ value: initial, touched });
  // At once: a form that closes with this is gone before its effect would run, and what was left would come back.
  const forget = () => keepDraft(localStorage, key, undefined);
  return {
    value,
    set: (next) =>
      hold((before) => ({
        value: isChange(next) ? next(before.value) : next,
        touched: true,
      })),
    clear: (next = initial) => {
      forget();
      hold({ value: next, touched: false });
    },
    sent: () => {
      sentValue.current = value;
    },
    saved: (next = initial) => {
      forget();
      const sent = sentValue.current;
      const begun = isChange(next) ? next(sent) : next;
      hold((now) => {
        const left = typedOn(now.value, sent, begun);
        return left === undefined ? { value: begun, touched: false } : { value: left, touched: true };
      });
    },
    restored: found !== undefined,
  };
}

function isChange<Draft>(next: Draft | ((before: Draft) => Draft)): next is (before: Draft) => Draft {
  return typeof next === "function";
}

function versionOf(draft: unknown): number {
  return typeof draft === "object" && draft !== null && "version" in draft ? Number(draft.version) : 0;
}

/** A kept draft may be older than the form: fields it lacks take their first values. */
function merge<Draft>(initial: Draft, found: Draft | undefined): Draft {
  if (found === undefined) return initial;
  return typeof initial === "object" && initial !== null && !Array.isArray(initial)
    ? ({ ...(initial as object), ...(found as object) } as Draft)
    : found;
}
