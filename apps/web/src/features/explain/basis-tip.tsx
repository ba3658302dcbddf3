import { useEffect, useRef, useState } from "react";
import classes from "./basis-tip.module.css";

const tipId = "figure-basis";

interface Shown {
  text: string;
  left: number;
  top: number;
}

/**
 * Says on what a figure stands while one points at it or has the focus on it. One for the whole page: a thousand rows
 * have three figures each. Escape puts it away, and it stays while one points at itself.
 */
export function BasisTip() {
  const [shown, setShown] = useState<Shown | null>(null);
  const target = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const hide = () => {
      target.current?.removeAttribute("aria-describedby");
      target.current = null;
      setShown(null);
    };
    const show = (event: Event) => {
      // A finger that touches a number opens it.
      if (event instanceof PointerEvent && event.pointerType === "touch") return;
      showFor((event.target as Element | null)?.closest?.<HTMLElement>(`[data-basis], #${tipId}`) ?? null);
    };
    const showFor = (found: HTMLElement | null) => {
      if (found?.id === tipId) return;
      if (found === target.current && found !== null) return;
      hide();
      const text = found?.dataset["basis"];
      if (found === null || text === undefined) return;
      const { left, bottom } = found.getBoundingClientRect();
      target.current = found;
      found.setAttribute("aria-describedby", tipId);
      setShown({ text, left: Math.max(8, Math.min(left, window.innerWidth - 288)), top: bottom + 4 });
    };
    // What brought this here has been pointed at already.
    showFor(document.querySelector<HTMLElement>("[data-basis]:focus, [data-basis]:hover"));
    const onKey = ({ key }: KeyboardEvent) => (key === "Escape" ? hide() : undefined);
    document.addEventListener("pointerover", show);
    document.addEventListener("focusin", show);
    document.addEventListener("focusout", hide);
    document.addEventListener("click", hide);
    document.addEventListener("keydown", onKey);
    window.addEventListener("scroll", hide, { passive: true });
    return () => {
      document.removeEventListener("pointerover", show);
      document.removeEventListener("focusin", show);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("click", hide);
      document.removeEventListener("keydown", onKey);
      window.removeEventListener("scroll", hide);
    };
  }, []);
  if (shown === null) return null;
  return (
    <div role="tooltip" id={tipId} className={classes["tip"]} style={{ left: shown.left, top: shown.top }}>
      {shown.text}
    </div>
  );
}
