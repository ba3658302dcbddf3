import { t } from "../../words.ts";

/** How alike two numbers moved before the start, in words: from a correlation between -1 and 1. */
export function closenessWords(movesTogether: number | null): string {
  if (movesTogether === null) return t`stood still before the start: it explains nothing`;
  const size = Math.abs(movesTogether);
  const [, words] = closeness.find(([least]) => size >= least) ?? [0, t`moved on its own before the start`];
  return movesTogether < 0 && size >= weakest ? t`${words}, the other way round` : words;
}

const weakest = 0.3;

const closeness: [least: number, words: string][] = [
  [0.8, t`moved very much alike before the start`],
  [0.5, t`moved much alike before the start`],
  [weakest, t`moved a little alike before the start`],
];
