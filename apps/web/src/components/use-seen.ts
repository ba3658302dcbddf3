import { useCallback, useState } from "react";
import { flushSync } from "react-dom";

/** True from the first time the element that takes `ref` comes near the window, or the page is printed. */
export function useSeen() {
  const [seen, setSeen] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    // What was never in view is on the paper as well.
    const onPaper = () => flushSync(() => setSeen(true));
    window.addEventListener("beforeprint", onPaper);
    return () => {
      window.removeEventListener("beforeprint", onPaper);
      observer.disconnect();
    };
  }, []);
  return { ref, seen };
}
