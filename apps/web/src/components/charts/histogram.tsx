import { histogramPicture, type HistogramBin } from "./histogram-bars.ts";
import classes from "./histogram.module.css";

interface HistogramProps {
  bins: readonly HistogramBin[];
  /** What the picture shows: its finding. */
  label: string;
  /** Values with a line each and their words above it, from left to right. */
  marks: readonly { value: number; text: string }[];
  /** Ranges behind the bars, by their edges. */
  bands?: readonly { floor: number; ceiling: number | null; text: string }[];
  format: (value: number) => string;
}

/** How often each outcome came: losses in one colour, gains in another, zero and the edges of bands between bars. */
export function Histogram({ bins, label, marks, bands = [], format }: HistogramProps) {
  const { bars, at, low, high } = histogramPicture(bins);
  const seen = bands.filter(({ floor, ceiling }) => floor < high && (ceiling ?? high) > low);
  return (
    <div role="img" aria-label={label}>
      <div className={classes["marks"]} style={{ height: marks.length * 18 + 4 }}>
        {marks.map(({ value, text }, row) => (
          <Mark key={text} left={at(value)} top={row * 18} text={text} />
        ))}
      </div>
      <div className={classes["picture"]}>
        {seen.map(({ floor, ceiling, text }) => (
          <span
            key={text}
            className={classes["band"]}
            style={{ left: `${at(floor)}%`, width: `${at(ceiling ?? high) - at(floor)}%` }}
          >
            <span className={classes["bandName"]}>{text}</span>
          </span>
        ))}
        {bars.map(({ key, left, width, height, isLoss, isOpen }) => (
          <span
            key={key}
            className={classes["bar"]}
            data-loss={isLoss || undefined}
            data-open={isOpen || undefined}
            style={{ left: `${left}%`, width: `${width}%`, height: `${height}%` }}
          />
        ))}
        {marks.map(({ value, text }, row) => (
          <span
            key={text}
            className={classes["line"]}
            style={{ left: `${at(value)}%`, top: (row - marks.length) * 18 + 12 }}
          />
        ))}
      </div>
      <div className={classes["axis"]}>
        <span>{format(low)}</span>
        {at(0) > 14 && at(0) < 86 && (
          <span className={classes["zero"]} style={{ left: `${at(0)}%` }}>
            {format(0)}
          </span>
        )}
        <span>{format(high)}</span>
      </div>
    </div>
  );
}

/** Words beside their line: to the left of one in the right half, so that they stay within the picture. */
function Mark({ left, top, text }: { left: number; top: number; text: string }) {
  const side = left > 50 ? { right: `calc(${100 - left}% + 5px)` } : { left: `calc(${left}% + 5px)` };
  return (
    <span className={classes["mark"]} style={{ ...side, top }}>
      {text}
    </span>
  );
}
