import { lazy, Suspense, useEffect, useRef } from "react";
import { useExplanation } from "./use-explain.ts";

const ExplainDrawer = lazy(() =>
  import("./explain-drawer.tsx").then((module) => ({ default: module.ExplainDrawer })),
);

/**
 * Opens the drawer the address asks for, and hands the focus back to the number when it closes: to the one
 * that was pressed, or, where a permalink opened the drawer, to the first that shows the same figure.
 */
export function ExplainHost() {
  const { figureId, close } = useExplanation();
  const pressed = useRef<Element | null>(null);
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (figureId !== undefined && shown.current === undefined) pressed.current = document.activeElement;
    shown.current = figureId;
  }, [figureId]);
  const returnFocus = () => {
    const selector =
      shown.current === undefined ? undefined : `[data-figure-id="${CSS.escape(shown.current)}"]`;
    const candidates = [pressed.current, selector === undefined ? null : document.querySelector(selector)];
    const target = candidates.find(
      (element) =>
        element instanceof HTMLElement && element.isConnected && element.matches("[data-figure-id]"),
    );
    close();
    // After the drawer has let go of its focus trap.
    requestAnimationFrame(() =>
      target instanceof HTMLElement ? target.focus({ preventScroll: true }) : undefined,
    );
  };
  if (figureId === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ExplainDrawer figureId={figureId} onClose={returnFocus} />
    </Suspense>
  );
}
