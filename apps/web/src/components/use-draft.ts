import { useEffect, useState, type Dispatch, type SetStateAction } from "react";
import { keepDraft, readDraft } from "./draft-store.ts";

export interface DraftState<Draft> {
  value: Draft;
  set: Dispatch<SetStateAction<Draft>>;
  /** Forgets the draft and starts anew, after it was saved or thrown away. */
  clear: (next?: Draft) => void;
  /** Whether it was found in the storage when the form opened. */
  restored: boolean;
}

/** Form state that survives a reload and a lost connection. The key must stay the same while mounted. */
export function useDraft<Draft>(key: string, initial: Draft): DraftState<Draft> {
  const [found] = useState(() => readDraft<Draft>(localStorage, key));
  const [touched, setTouched] = useState(found !== undefined);
  const [value, setValue] = useState<Draft>(() => merge(initial, found));
  useEffect(() => keepDraft(localStorage, key, touched ? value : undefined), [key, touched, value]);
  return {
    value,
    set: (next) => {
      setTouched(true);
      setValue(next);
    },
    clear: (next = initial) => {
      // At once: a form that closes with this is gone before its effect would run, and what was left would come back.
      keepDraft(localStorage, key, undefined);
      setTouched(false);
      setValue(next);
    },
    restored: found !== undefined,
  };
}

/** A kept draft may be older than the form: fields it lacks take their first values. */
function merge<Draft>(initial: Draft, found: Draft | undefined): Draft {
  if (found === undefined) return initial;
  return typeof initial === "object" && initial !== null && !Array.isArray(initial)
    ? ({ ...(initial as object), ...(found as object) } as Draft)
    : found;
}
