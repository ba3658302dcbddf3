import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { movedBy, movedByKey, type Days, type TaskAxis } from "./task-axis.ts";

/** So near the end of a bar, in pixels, its end alone is taken hold of. */
const endWidth = 10;
/** A shorter bar has no end of its own: it is always moved as a whole. */
const shortest = 3 * endWidth;

interface Held {
  x: number;
  trackWidth: number;
  from: Days;
  part: "whole" | "end";
}

/**
 * The days that are tried for a task, by keys or by pointer: nothing of it is kept until Enter, a click, or letting go of
 * the bar. Escape gives it up.
 */
export function useTriedDays(
  task: Days,
  { span }: Pick<TaskAxis, "span">,
  onKeep: ((days: Days) => void) | undefined,
) {
  const [tried, setTried] = useState<Days>();
  const held = useRef<Held | undefined>(undefined);
  const leave = () => {
    held.current = undefined;
    setTried(undefined);
  };
  const keep = () => {
    if (tried !== undefined) onKeep?.(tried);
    leave();
  };
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape") leave();
      const moved = movedByKey(tried ?? task, event);
      if (moved === undefined) return;
      event.preventDefault();
      setTried(moved);
    },
    onClick: keep,
    onBlur: leave,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const track = event.currentTarget.parentElement;
      if (event.button !== 0 || track === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const bar = event.currentTarget.getBoundingClientRect();
      const isEnd = event.shiftKey || (bar.width >= shortest && bar.right - event.clientX <= endWidth);
      held.current = {
        x: event.clientX,
        trackWidth: track.getBoundingClientRect().width,
        from: tried ?? task,
        part: isEnd ? "end" : "whole",
      };
    },
    onPointerMove: (event: PointerEvent) => {
      if (held.current === undefined) return;
      const { x, trackWidth, from, part } = held.current;
      const moved = movedBy(from, Math.round(((event.clientX - x) / trackWidth) * span), part);
      const isBack = moved.startsOn === task.startsOn && moved.dueOn === task.dueOn;
      setTried(isBack ? undefined : moved);
    },
    onPointerUp: () => {
      if (held.current !== undefined) keep();
    },
    onPointerCancel: leave,
  };
  return { tried, handlers };
}
