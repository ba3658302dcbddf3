import type { ReactNode } from "react";
import { t, tx } from "../words.ts";

/** A sentence of which some words open something: as it is read out, and as it is shown. */
export interface Sentence {
  text: string;
  shown: ReactNode;
}

/**
 * A text some of whose fillings open something, once in plain words and once to be shown.
 *
 * @example said`It is worth ${{ text: "€5k", shown: <WorthButton /> }} today`
 */
export function said(
  pattern: TemplateStringsArray,
  ...fillings: readonly (string | number | Sentence)[]
): Sentence {
  return {
    text: t(pattern, ...fillings.map((filling) => (typeof filling === "object" ? filling.text : filling))),
    shown: tx(pattern, ...fillings.map((filling) => (typeof filling === "object" ? filling.shown : filling))),
  };
}
