import type { ReactNode } from "react";

/** Something wide that scrolls in itself, also by keys; the page never does. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  // What scrolls must be reachable without a mouse, so it takes the focus.
  return (
    <div className="scroll-region" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
