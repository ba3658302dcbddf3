import { useState, type ClipboardEvent } from "react";
import { readPastedBlock, withoutLabels } from "../../components/pasted-block.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { readTypedNumber } from "../../components/typed-number.ts";
import type { DraftState } from "../../components/use-draft.ts";

import { form, plural, t } from "../../words.ts";

/** What became of a pasted block: the draft with it, and how much of it found a cell. */
export interface Filled<Draft> {
  typed: Draft;
  filled: number;
  unplaced: number;
  /** Its rows were periods, where the sheet has them as columns. */
  turned?: boolean;
}

/** Fills cells from a pasted block, and takes that back. A single value is left to the browser. */
export function usePaste<Draft>(draft: DraftState<Draft>) {
  const [last, setLast] = useState<{ before: Draft; words: string }>();
  return {
    words: last?.words,
    into(
      event: ClipboardEvent<HTMLInputElement>,
      fill: (typed: Draft, block: readonly (readonly string[])[]) => Filled<Draft>,
    ) {
      const text = event.clipboardData.getData("text/plain");
      if (!/[\t\n\r]/.test(text.trim())) return;
      event.preventDefault();
      const isNumber = (value: string) => readTypedNumber(value, readerLocale).kind === "number";
      const found = fill(draft.value, withoutLabels(readPastedBlock(text), isNumber));
      setLast({ before: draft.value, words: pastedWords(found) });
      draft.set(found.typed);
    },
    undo() {
      if (last !== undefined) draft.set(last.before);
      setLast(undefined);
    },
    forget: () => setLast(undefined),
  };
}

function pastedWords({ filled, unplaced, turned }: Omit<Filled<unknown>, "typed">): string {
  return [
    plural(
      filled,
      form`${filled} cell filled from what you pasted.`,
      form`${filled} cells filled from what you pasted.`,
    ),
    ...(turned === true ? [t`Its rows were laid across, one period each.`] : []),
    ...(unplaced === 0 ? [] : [t`${unplaced} met no cell that can be filled and were left out.`]),
  ].join(" ");
}
