import type { Figure } from "@liftledger/contracts/evaluation";
import { formatInUnit, type NumberStyle } from "../../components/format-number.ts";
import { tx } from "../../words.ts";

export interface RangeTextProps {
  figure: Figure;
  numbers?: NumberStyle;
  /** In narrow places "likely" has to do for "likely range". */
  short?: boolean;
}

/** "likely range 38% to 129%": breaks between the ends of a range, never within a number. */
export function RangeText({ figure, numbers = {}, short = false }: RangeTextProps) {
  if (figure.interval === null) return null;
  const [low, high] = [figure.interval.low, figure.interval.high].map((end) => (
    <span key={end} style={{ whiteSpace: "nowrap" }}>
      {formatInUnit(Number(end), figure.unit, numbers)}
    </span>
  ));
  return short ? tx`likely ${low} to ${high}` : tx`likely range ${low} to ${high}`;
}
