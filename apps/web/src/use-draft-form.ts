import type { Client } from "@liftledger/contracts/client";
import { useState } from "react";
import { fieldProblems } from "./components/field-problems.ts";
import { useDraft } from "./components/use-draft.ts";
import { useAskAnew } from "./use-ask-anew.ts";
import { useWrite } from "./use-write.ts";

interface DraftFormSettings<Draft, Body, Output> {
  /** Under which name what is typed is kept; the same while the form stands. */
  draftKey: string;
  initial: Draft;
  write: (client: Client, body: Body, idempotencyKey: string) => Promise<Output>;
  /** Before the form ends. */
  onSaved?: (output: Output) => void;
  /** What a form that stays begins with once it was saved; without it, with its first draft. */
  next?: (output: Output, sent: Draft) => Draft;
  /** After it was saved or left. */
  onDone?: () => void;
}

/**
 * What a form holds that is sent once: a draft that survives a reload, what is wrong with it, and its write. What the
 * reader has to mend is told from the first try to send on; what the server refused, until something is typed.
 */
export function useDraftForm<Draft extends object, Body, Output>({
  draftKey,
  initial,
  write,
  onSaved,
  next,
  onDone,
}: DraftFormSettings<Draft, Body, Output>) {
  const draft = useDraft<Draft>(draftKey, initial);
  const [asked, setAsked] = useState(false);
  const end = () => {
    setAsked(false);
    onDone?.();
  };
  const finish = () => {
    draft.clear();
    end();
  };
  const save = useWrite<Body, Output>(write, (output) => {
    onSaved?.(output);
    draft.saved(next === undefined ? undefined : (sent) => next(output, sent));
    end();
  });
  useAskAnew(save.error);
  return {
    value: draft.value,
    save,
    /** Whether it was tried to send, so that what is wrong is told. */
    asked,
    /** Forgets what was typed and ends. */
    finish,
    change(next: Partial<Draft>) {
      if (save.error !== null) save.reset();
      draft.set((before) => ({ ...before, ...next }));
    },
    /** What stands beside the fields, of the form's own findings by field and of the server's. */
    faults(own: Record<string, string>): Record<string, string> {
      return { ...fieldProblems(save.error), ...(asked ? own : {}) };
    },
    /** Sends what was read of the draft; null where something is wrong with it, which is told from then on. */
    send(body: Body | null) {
      setAsked(true);
      if (body === null || save.pending) return;
      draft.sent();
      save.send(body);
    },
  };
}
