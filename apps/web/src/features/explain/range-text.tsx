import type { Figure } from "@liftledger/contracts/evaluation";
import { formatInUnit, type NumberStyle } from "../../components/format-number.ts";
import { t } from "../../words.ts";

/** "likely 38% to 129%": breaks between the ends of a range, never within a number. */
export function RangeText({
  figure,
  numbers = {},
  words,
}: {
  figure: Figure;
  numbers?: NumberStyle;
  words: string;
}) {
  if (figure.interval === null) return null;
  const [low = "", high = ""] = [figure.interval.low, figure.interval.high].map((end) =>
    formatInUnit(Number(end), figure.unit, numbers),
  );
  const whole = { whiteSpace: "nowrap" } as const;
  return (
    <>
      {words} <span style={whole}>{low}</span> <span style={whole}>{t`to ${high}`}</span>
    </>
  );
}
