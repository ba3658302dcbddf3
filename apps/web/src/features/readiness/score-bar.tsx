import classes from "./score-bar.module.css";

export interface ScoreBarProps {
  score: number;
  /** What the phase needs, of the same five. */
  needed: number;
}

const most = 5;

/** A score from 0 to 5 as a bar that ends in a hollow point, with a line where it is enough. The numbers stand beside it as text. */
export function ScoreBar({ score, needed }: ScoreBarProps) {
  const at = (points: number) => `${(points / most) * 100}%`;
  const isShort = score < needed || undefined;
  return (
    <span className={classes["bar"]} aria-hidden>
      <span className={classes["scale"]}>
        <span className={classes["track"]} />
        <span className={classes["reached"]} data-short={isShort} style={{ width: at(score) }} />
        <span className={classes["needed"]} style={{ left: at(needed) }} />
        <span className={classes["point"]} data-short={isShort} style={{ left: at(score) }} />
      </span>
    </span>
  );
}
