import { useId, type ReactNode } from "react";
import { axisOf } from "./bar-axis.ts";
import classes from "./floating-bars.module.css";
import { OpeningButton } from "../opening-button.tsx";
import { t } from "../../words.ts";

/** A bar from one value to another, with what it stands for and its numbers as text. */
export interface FloatingBar {
  key: string;
  name: string;
  /** The numbers in words: "€12,000 to €33,000". */
  text: string;
  from: number;
  to: number;
  tone: "gain" | "loss" | "whole" | "plan" | "range";
  /** Of what it shows, where that can be opened. */
  figureId?: string | undefined;
}

interface FloatingBarsProps {
  bars: readonly FloatingBar[];
  /** Of what: the finding of the picture. */
  label: string;
  /** A value every bar is read against, with what it is: "Base €45,000". Zero always has its line. */
  mark?: { value: number; text: ReactNode };
  /** Joins the end of each bar to the next one, where the one goes on from the other. */
  isJoined?: boolean;
  /** Opens how a bar came about: each that has a figure is then a button. */
  onOpen?: (figureId: string) => void;
}

/**
 * Bars that lie where their values are, one a row, on one scale with a line at zero. A step of nothing is a thin line
 * where it stands. Plain elements: readable as a list, as wide as there is room, and sharp on paper.
 */
export function FloatingBars({ bars, label, mark, isJoined = false, onOpen }: FloatingBarsProps) {
  const id = useId();
  const axis = axisOf(bars.flatMap(({ from, to }) => [from, to]).concat(mark?.value ?? []));
  return (
    <>
      {mark !== undefined && (
        <p id={id} className={classes["mark"]}>
          {mark.text}
        </p>
      )}
      <ul className={classes["bars"]} aria-label={label}>
        {bars.map(({ key, name, text, from, to, tone, figureId }, place) => {
          const next = bars[place + 1];
          const shown = (
            <>
              <span className={classes["name"]}>{name}</span>
              <span className={classes["track"]} aria-hidden>
                <span className={classes["zero"]} style={{ left: `${axis.at(0)}%` }} />
                {mark !== undefined && (
                  <span className={classes["base"]} style={{ left: `${axis.at(mark.value)}%` }} />
                )}
                {isJoined && next !== undefined && (
                  <span className={classes["join"]} style={{ left: `${axis.at(to)}%` }} />
                )}
                <span
                  className={classes["bar"]}
                  data-tone={tone}
                  style={{
                    left: `${axis.at(Math.min(from, to))}%`,
                    width: `${axis.length(to - from)}%`,
                  }}
                />
              </span>
              <span className={classes["text"]}>{text}</span>
            </>
          );
          return (
            <li key={key} className={classes["row"]}>
              {onOpen === undefined || figureId === undefined ? (
                shown
              ) : (
                <OpeningButton
                  className={`${classes["row"]} ${classes["opens"]}`}
                  data-figure-id={figureId}
                  onClick={() => onOpen(figureId)}
                >
                  {shown}
                  <span className="visually-hidden">{t`Explain`}</span>
                </OpeningButton>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
