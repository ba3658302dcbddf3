import type { RoiBasis, RoiSpan } from "../roi-figure.ts";

/** What a published figure is about: who asks for it in the product. */
export type PublishedGroup =
  | "phase"
  | "first-year"
  | "long-horizon"
  | "success-pattern"
  | "portfolio"
  | "spend"
  | "security"
  | "integration"
  | "worksplit"
  | "context";

/** What kind of quantity it is. Ratios of 1 for roi, relative-change and share; months; a factor; money. */
export type PublishedQuantity = "roi" | "relative-change" | "share" | "months" | "factor" | "money" | "none";

/**
 * One published figure with everything needed to hold something against it. `low` and `high` are decimal texts,
 * equal for a single figure; a null `high` is open upwards ("300% and more"), a null `low` open downwards
 * ("up to"); both null is a statement without a number.
 */
export interface PublishedFigure {
  key: string;
  group: PublishedGroup;
  what: string;
  quantity: PublishedQuantity;
  low: string | null;
  high: string | null;
  /** As the source puts it where that is more than the number: "4 of 33". */
  asPrinted: string | null;
  basis: RoiBasis;
  span: RoiSpan;
  publisher: string;
  caveat: string | null;
}

type Given = Pick<PublishedFigure, "key" | "group" | "what" | "quantity" | "publisher"> &
  Partial<PublishedFigure> & { value?: string };

/** A published figure; `value` is its only number. What is left out is unstated. */
export function published({ value, ...given }: Given): PublishedFigure {
  return {
    low: value ?? null,
    high: value ?? null,
    asPrinted: null,
    basis: "unstated",
    span: "unstated",
    caveat: null,
    ...given,
  };
}
