import { lazy, Suspense, useEffect, useState } from "react";

const BasisTip = lazy(() => import("./basis-tip.tsx").then((module) => ({ default: module.BasisTip })));

/** Fetches what says on what a figure stands when somebody first points at one or has the focus on it. */
export function BasisHost() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (wanted) return undefined;
    const look = ({ target }: Event) => {
      if ((target as Element | null)?.closest?.("[data-basis]")) setWanted(true);
    };
    document.addEventListener("pointerover", look);
    document.addEventListener("focusin", look);
    return () => {
      document.removeEventListener("pointerover", look);
      document.removeEventListener("focusin", look);
    };
  }, [wanted]);
  return wanted ? (
    <Suspense fallback={null}>
      <BasisTip />
    </Suspense>
  ) : null;
}
